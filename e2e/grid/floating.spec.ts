import type { Locator } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { editorOf, openPorts, rowsOf, switchOf } from '../support/ports-page'

// Rows contain their paint, so that scrolling costs little. What floats below one must not be cut off at its edge.

/** Returns whether a point at the lower edge of an element shows that element, or what is in it. */
function showsLowerEdge(element: Locator): Promise<boolean> {
  return element.evaluate((shown) => {
    const { left, width, bottom } = shown.getBoundingClientRect()
    return shown.contains(document.elementFromPoint(left + width / 2, bottom - 3))
  })
}

test('what an editor says lies over the row below, with the focus and with the pointer', async ({ page }) => {
  await openPorts(page, 'web')
  const { row, editAlias, alias } = editorOf(page, 80)
  await editAlias.click()
  await alias.fill('web')
  await alias.press('Enter')
  const problem = row.getByRole('alert')
  await expect(problem).toHaveText(/^Use capital letters/)
  expect(await showsLowerEdge(problem)).toBe(true)

  await page.getByLabel('Filter ports', { exact: true }).focus()
  await expect(alias).not.toBeFocused()
  await alias.hover()
  await expect.poll(() => showsLowerEdge(problem)).toBe(true)
})

test.describe('refused', () => {
  test.use({ provokesFailures: true })

  test('why a switch was refused lies over the row below', async ({ page, rainbond }) => {
    await rainbond.fail({ fault: 'cluster-out-of-memory', count: 1 })
    await openPorts(page, 'web')
    const control = switchOf(page, 'Internal', 8081)
    await control.click()
    const row = rowsOf(page).filter({ has: control })
    const dismiss = row.getByRole('button', { name: 'Dismiss, port 8081', exact: true })
    await row.hover()
    await expect(dismiss).toBeVisible()
    expect(await showsLowerEdge(dismiss.locator('..'))).toBe(true)
  })
})

test('other rows contain all that they paint', async ({ page }) => {
  await openPorts(page, 'web')
  const { editAlias } = editorOf(page, 80)
  await editAlias.click()
  const contained = await rowsOf(page).evaluateAll((rows) =>
    rows.filter((row) => getComputedStyle(row).contain === 'strict').map((row) => row.dataset['id']),
  )
  const all = await rowsOf(page).evaluateAll((rows) => rows.map((row) => row.dataset['id']))
  expect(all.length).toBeGreaterThan(3)
  expect(all.filter((id) => !contained.includes(id))).toHaveLength(1)
})
