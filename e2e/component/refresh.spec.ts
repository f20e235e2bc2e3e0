import { expect, test } from '../support/fixtures'
import { openPorts, switchOf } from '../support/ports-page'

test('Refresh shows what somebody else changed', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  await expect(switchOf(page, 'Internal', 8081)).not.toBeChecked()
  await rainbond.change('web', 8081, { action: 'open_inner' })
  await page.getByRole('button', { name: 'Refresh', exact: true }).click()
  await expect(switchOf(page, 'Internal', 8081)).toBeChecked()
})

// All pages of Playwright always have the focus, so the test dispatches the browser's events.
const comingBack = {
  'a tab that is seen again': () => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
  'a window that gets the focus': () => window.dispatchEvent(new Event('focus')),
}
for (const [what, happens] of Object.entries(comingBack)) {
  test(`${what} shows what somebody else changed`, async ({ page, rainbond }) => {
    await page.clock.install()
    await openPorts(page, 'web')
    await expect(switchOf(page, 'Internal', 8081)).not.toBeChecked()
    await rainbond.change('web', 8081, { action: 'open_inner' })

    await page.clock.fastForward('00:30')
    await page.evaluate(happens)
    await expect(switchOf(page, 'Internal', 8081)).toBeChecked()
  })
}

test('a chosen interval refreshes by itself, and is remembered', async ({ page, rainbond }) => {
  await page.clock.install()
  await openPorts(page, 'web')
  await page.getByRole('button', { name: 'Refresh every: Off' }).click()
  await page.getByRole('menuitemradio', { name: '10 s' }).click()
  await rainbond.change('web', 8081, { action: 'open_inner' })
  await expect(switchOf(page, 'Internal', 8081)).not.toBeChecked()

  await page.clock.fastForward('00:11')
  await expect(switchOf(page, 'Internal', 8081)).toBeChecked()

  await page.reload()
  await expect(page.getByRole('button', { name: 'Refresh every: 10 s' })).toBeVisible()
})

test.describe('failing', () => {
  test.use({ provokesFailures: true })

  test('a failed refresh keeps the last data, and says that it is old', async ({ page, rainbond }) => {
    await openPorts(page, 'web')
    await rainbond.fail({ fault: 'licence', path: '**/services/*/ports' })
    await page.getByRole('button', { name: 'Refresh', exact: true }).click()
    await expect(page.getByText('Couldn’t refresh.')).toBeVisible()
    await expect(switchOf(page, 'Internal', 8080)).toBeChecked()

    await rainbond.fail()
    await page.getByRole('button', { name: 'Refresh', exact: true }).click()
    await expect(page.getByText('Couldn’t refresh')).toBeHidden()
  })
})
