import type { Locator } from '@playwright/test'
import { planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { openPorts, switchOf } from '../support/ports-page'

/** Returns the red, green and blue of an element's background. */
async function backgroundOf(element: Locator): Promise<number[]> {
  const color = await element.evaluate((node) => getComputedStyle(node).backgroundColor)
  return (color.match(/\d+/g) ?? []).map(Number)
}

test('is titled by the question, and its action says what it does', async ({ page }) => {
  await openPorts(page, 'web')
  await switchOf(page, 'External', 18_100).click()
  const { dialog, run, cancel } = planOf(page)
  await expect(dialog).toHaveAccessibleName('Open 18100 at the gateway?')
  await expect(run).toHaveText('Open external access')
  await expect(run).toBeFocused()
  const [red = 0, , blue = 0] = await backgroundOf(run)
  expect(blue).toBeGreaterThan(red)
  await cancel.click()
  await expect(switchOf(page, 'External', 18_100)).toBeFocused()
})

test('the action is orange where it opens what looks like an internal port', async ({ page }) => {
  await openPorts(page, 'web')
  await switchOf(page, 'External', 8081).click()
  const { dialog, run } = planOf(page)
  await expect(dialog.getByText('Port 8081 looks like it’s for internal use only')).toBeVisible()
  const [red = 0, green = 0, blue = 0] = await backgroundOf(run)
  expect([red > 2 * green, green > 2 * blue]).toEqual([true, true])
})

test('where something is lost, the action is red, and Enter alone does not confirm it', async ({
  page,
  rainbond,
}) => {
  await openPorts(page, 'web')
  await page.getByRole('button', { name: 'Actions, port 80', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Delete port', exact: true }).click()
  const { dialog, run } = planOf(page)
  await expect(dialog).toHaveAccessibleName('Delete port 80?')
  await expect(run).toHaveText('Delete port 80')
  const [red = 0, green = 0, blue = 0] = await backgroundOf(run)
  expect(red).toBeGreaterThan(2 * Math.max(green, blue))

  await expect.poll(() => dialog.evaluate((node) => node.contains(document.activeElement))).toBe(true)
  await expect(run).not.toBeFocused()
  await page.keyboard.press('Enter')
  expect(await rainbond.port('web', 80)).toBeDefined()
})

test('the buttons stay in view in a low window, and the rest scrolls', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 400 })
  await openPorts(page, 'web')
  await page.getByRole('button', { name: 'Actions, port 80', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Delete port', exact: true }).click()
  const { dialog, run, cancel } = planOf(page)
  const curl = dialog.getByRole('button', { name: 'Show as curl', exact: true })
  await expect(curl).not.toBeInViewport()
  for (const button of [run, cancel]) await expect(button).toBeInViewport({ ratio: 1 })
  await curl.scrollIntoViewIfNeeded()
  for (const button of [curl, run, cancel]) await expect(button).toBeInViewport({ ratio: 1 })
})

test('a running plan says which step it is at, and for how long it has run', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  await rainbond.fail({ fault: 'slow', method: 'PUT', latencyMs: 3000 })
  await switchOf(page, 'External', 8081).click()
  const { dialog, run } = planOf(page)
  await run.click()
  await expect(dialog.getByText(/^Step 1 of 2 · [1-9]\d* s/)).toBeVisible()
  await rainbond.fail()
  await expect(dialog).toBeHidden()
})
