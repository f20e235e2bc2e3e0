import type { Locator } from '@playwright/test'
import { addPortOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { openPorts, rowsOf, switchOf } from '../support/ports-page'

test.beforeEach(({ page }) => page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' }))

const fill = (control: Locator) => control.evaluate((element) => getComputedStyle(element).backgroundColor)

test('a switch that is on has another colour than one that is off', async ({ page }) => {
  await openPorts(page, 'web')
  for (const field of ['Internal', 'External'] as const) {
    expect(await fill(switchOf(page, field, 80))).not.toBe(await fill(switchOf(page, field, 8081)))
  }
})

test('only rows that are open at the gateway have a mark at their start', async ({ page }) => {
  await openPorts(page, 'web')
  const marked = await rowsOf(page).evaluateAll((rows) =>
    rows
      .filter((row) => {
        const { content, backgroundColor, width } = getComputedStyle(row, '::before')
        return (
          content !== 'none' && width !== '0px' && backgroundColor !== getComputedStyle(row).backgroundColor
        )
      })
      .map((row) => row.querySelector('[role="rowheader"]')?.textContent),
  )
  expect(marked).toEqual(['80', '9000'])
})

test('the switches for a new port look different when they are on', async ({ page }) => {
  await openPorts(page, 'web')
  const add = addPortOf(page)
  await add.open.click()
  await expect(add.inner).not.toBeChecked()
  await add.inner.focus()
  const track = add.inner.locator('xpath=following-sibling::*[1]')
  const off = await track.screenshot()
  await page.keyboard.press('Space')
  await expect(add.inner).toBeChecked()
  expect(off.equals(await track.screenshot())).toBe(false)
})

test('the chosen display setting looks different from the others', async ({ page }) => {
  await openPorts(page, 'web')
  await page.getByRole('button', { name: 'Display settings', exact: true }).click()
  const schemes = page.getByRole('radiogroup', { name: 'Colour scheme' })
  const light = schemes.locator('label').filter({ hasText: 'Light' })
  const off = await light.screenshot()
  await light.click()
  await page.mouse.move(0, 0)
  await expect(page.getByRole('radio', { name: 'Light', exact: true })).toBeChecked()
  expect(off.equals(await light.screenshot())).toBe(false)
})
