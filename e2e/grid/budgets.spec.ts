import { scaleSeed } from '../../emulator/seeds/scale'
import { signInAtScale } from '../support/all-ports'
import { expect, test } from '../support/fixtures'
import { expectSettled, switchOf } from '../support/ports-page'
import { portsPath } from '../support/world'

/** What the grid may cost. Lower a limit when it has become cheaper, and never raise one without a reason. */
const budgets = {
  /** Elements of one row. */
  elementsPerRow: 23,
  /** Elements of the grid in a window of 1440 × 900 pixels, however many ports there are. */
  elements: 600,
} as const

const ports = 1_000
const seed = scaleSeed({ components: 1, portsPerComponent: ports })

test.use({ signedIn: false, viewport: { width: 1440, height: 900 } })

test.beforeEach(async ({ page, rainbond }) => {
  await signInAtScale(page, rainbond, seed)
  await page.goto(portsPath('component 1', seed))
  // Loaded last of all that a row has.
  await expect(page.getByRole('checkbox', { name: 'Select port 8000', exact: true })).toBeVisible()
})

test('a thousand ports put no more elements into the page than the window shows', async ({ page }) => {
  const grid = page.getByRole('grid', { name: 'Ports' })
  await expect(grid).toHaveAttribute('aria-rowcount', String(ports + 1))
  const counts = await grid.evaluate((element) => ({
    all: element.querySelectorAll('*').length,
    rows: [...element.querySelectorAll('[role="row"]:has([role="rowheader"])')].map(
      (row) => row.querySelectorAll('*').length + 1,
    ),
  }))
  expect(counts.rows.length).toBeGreaterThan(10)
  expect(Math.max(...counts.rows)).toBeLessThanOrEqual(budgets.elementsPerRow)
  expect(counts.all).toBeLessThanOrEqual(budgets.elements)
})

test('a switch changes its own row only', async ({ page }) => {
  const control = switchOf(page, 'Internal', 8004)
  // The row that Tab led to before is changed by that, not by the switch.
  await control.focus()
  const changed = await page.getByRole('grid', { name: 'Ports' }).evaluateHandle((grid) => {
    const rows = new Set<string>()
    new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement
        const port = element?.closest('[role="row"]')?.querySelector('[role="rowheader"]')?.textContent
        if (port) rows.add(port)
      }
    }).observe(grid, { attributes: true, characterData: true, childList: true, subtree: true })
    return rows
  })
  const wasOn = await control.isChecked()
  await control.click()
  await expectSettled(control, !wasOn)
  expect(await changed.evaluate((rows) => [...rows])).toEqual(['8004'])
})
