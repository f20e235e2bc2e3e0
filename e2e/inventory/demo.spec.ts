import { switchIn } from '../support/all-ports'
import { expect, test } from '../support/fixtures'
import { expectSettled } from '../support/ports-page'

test.use({ embeddedDemo: true })

test('the demo is found, filtered and changed from the page of all its ports', async ({ page }) => {
  await page.goto('/teams/shop/regions/shanghai/ports')
  await expect(page.getByText('18 components read', { exact: true })).toBeVisible()
  const filter = page.getByLabel('Filter ports', { exact: true })
  await filter.fill('orders-db ')
  await expect(page.getByText(/^\d+ of 41 ports$/)).toBeVisible()
  const internal = switchIn(page, 'Internal', 8081, '商品目录 catalog')
  await filter.fill('catalog ')
  await internal.click()
  await expectSettled(internal, true)
  await page.reload()
  await expectSettled(internal, true)
})
