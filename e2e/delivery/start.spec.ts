import { listen } from '../support/calls'
import { expect, test } from '../support/fixtures'
import { switchOf } from '../support/ports-page'
import { portsPath } from '../support/world'

test('the page of a component comes with all answers, and asks for none of them again', async ({ page }) => {
  const calls = listen(page)
  await page.goto(portsPath('web'))
  await expect(switchOf(page, 'Internal', 8080)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  expect(calls.sent()).toEqual([])
  await expect(page.locator('script[data-answer]')).toHaveCount(0)
})

test.describe('refused', () => {
  test.use({ provokesFailures: true })

  test('a refused read in the page is said in the same words', async ({ page, rainbond }) => {
    const calls = listen(page)
    await rainbond.fail({ fault: 'licence', method: 'GET', path: '**/services/*/ports' })
    await page.goto(portsPath('web'))
    await expect(page.getByRole('alert')).toContainText('licence')
    // Read again by the id of the component, as ever, once the list of components tells it.
    await expect.poll(() => calls.sent()).toEqual(['GET ports'])
  })
})

test('before any script has run, the page shows its frame', async ({ page }) => {
  await page.route('**/assets/*.js', () => undefined)
  await page.goto(portsPath('web'), { waitUntil: 'commit' })
  await expect(page.locator('.shell-rows')).toBeVisible()
})
