import { listen } from '../support/calls'
import { expect, test } from '../support/fixtures'
import { switchOf } from '../support/ports-page'
import { portsPath } from '../support/world'

test('what a link leads to is there before it is followed, by pointer or by keyboard', async ({ page }) => {
  await page.goto('/teams/shop/regions/east/apps')
  const app = page.getByRole('main').getByRole('link', { name: 'Storefront', exact: true })
  const calls = listen(page)
  await app.hover()
  await expect.poll(() => calls.reads('services')).toBe(1)
  await app.click()

  const component = page.getByRole('main').getByRole('link', { name: 'web', exact: true })
  await component.focus()
  await expect.poll(() => calls.reads('ports')).toBe(1)
  await expect.poll(() => calls.reads('domains')).toBe(1)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(portsPath('web'))
  await expect(switchOf(page, 'Internal', 8080)).toBeVisible()
  expect([calls.reads('services'), calls.reads('ports'), calls.reads('domains')]).toEqual([1, 1, 1])
})

test.describe('refused', () => {
  test.use({ provokesFailures: true })

  test('a read ahead that fails says nothing, and the page reads again', async ({ page, rainbond }) => {
    await page.goto('/teams/shop/regions/east/apps')
    const app = page.getByRole('main').getByRole('link', { name: 'Storefront', exact: true })
    await rainbond.fail({ fault: 'licence', method: 'GET', path: '**/services', count: 1 })
    const refused = page.waitForResponse((answer) => answer.url().endsWith('/services'))
    await app.hover()
    await refused
    await expect(page.getByRole('alert')).toHaveCount(0)
    await app.click()
    await expect(page.getByRole('link', { name: 'web', exact: true })).toBeVisible()
  })
})
