import { openAllPorts, switchIn } from '../support/all-ports'
import { expect, test } from '../support/fixtures'

test.use({ readOnly: true })

test('nothing can be changed among all ports, and the page says why', async ({ page }) => {
  await openAllPorts(page)
  await expect(page.getByText(/^Read-only:/).first()).toBeVisible()
  await expect(switchIn(page, 'Internal', 3306, 'orders-db')).toHaveAttribute('aria-disabled', 'true')
})
