import type { Page } from '@playwright/test'
import { planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { expectSettled, openPorts, rowsOf, switchOf } from '../support/ports-page'

const region = (page: Page) => page.getByRole('region', { name: 'Last change' })
const button = (page: Page, name: string) => region(page).getByRole('button', { name, exact: true })
const changesOf = (page: Page) => page.getByRole('dialog', { name: 'History of this tab' })

test('an undo offers its redo in the same place, and a redo its undo', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  await switchOf(page, 'Internal', 8081).click()
  await expect(region(page)).toContainText('Internal access on port 8081 is open.')
  await button(page, 'Undo').focus()
  await page.keyboard.press('Enter')
  await expect(region(page)).toContainText('Undone: Internal access on port 8081 is closed.')
  await expect(button(page, 'Redo')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(region(page)).toContainText('Redone: Internal access on port 8081 is open.')
  await expect(button(page, 'Undo')).toBeFocused()
  expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: true })
})

test('Ctrl+Z and Ctrl+Shift+Z undo and redo the last change, except in a field', async ({
  page,
  rainbond,
}) => {
  await openPorts(page, 'web')
  await switchOf(page, 'Internal', 8081).click()
  await expect(button(page, 'Undo')).toBeVisible()
  const filter = page.getByRole('textbox', { name: 'Filter ports' })
  await filter.fill('80')
  await filter.press('Control+z')
  await expect(filter).not.toHaveValue('80')
  await filter.fill('')
  await switchOf(page, 'Internal', 8081).focus()
  await page.keyboard.press('Control+z')
  await expect(region(page)).toContainText('Undone:')
  await expect(switchOf(page, 'Internal', 8081)).toBeFocused()
  expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: false })
  await page.keyboard.press('Control+Shift+Z')
  await expect(region(page)).toContainText('Redone:')
  expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: true })
})

test('F6 moves the focus to the last change, Escape and F6 back', async ({ page }) => {
  await openPorts(page, 'web')
  await switchOf(page, 'Internal', 8081).click()
  await expect(button(page, 'Undo')).toBeVisible()
  for (const back of ['F6', 'Escape']) {
    await page.keyboard.press('F6')
    await expect(region(page).locator(':focus')).toHaveCount(1)
    await page.keyboard.press(back)
    await expect(switchOf(page, 'Internal', 8081)).toBeFocused()
  }
  await page.keyboard.press('F6')
  await button(page, 'Dismiss').press('Enter')
  await expect(region(page)).toHaveText('')
  await expect(switchOf(page, 'Internal', 8081)).toBeFocused()
})

test('the list keeps all changes, newest first, until they are dismissed', async ({ page }) => {
  await openPorts(page, 'web')
  await switchOf(page, 'Internal', 8081).click()
  await expectSettled(switchOf(page, 'Internal', 8081), true)
  await switchOf(page, 'Internal', 8080).click()
  await expectSettled(switchOf(page, 'Internal', 8080), false)
  // The previous notice goes a moment after this one has come.
  await expect(button(page, 'Dismiss')).toHaveCount(1)
  await button(page, 'Dismiss').click()
  const open = page.getByRole('button', { name: 'History (2)', exact: true })
  await open.press('Enter')
  const items = changesOf(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('button') })
  await expect(items).toHaveCount(2)
  await expect(items.first()).toContainText('Internal access on port 8080 is closed.')
  await expect(items.last()).toContainText('web:8081')
  await items.first().getByRole('button', { name: 'Dismiss', exact: true }).press('Enter')
  await expect(items).toHaveCount(1)
  await items.first().getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(items.first()).toContainText('Undone: Internal access on port 8081 is closed.')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'History (2)', exact: true })).toBeFocused()
})

test('an undo that is reviewed from the history returns the focus to it', async ({ page }) => {
  await openPorts(page, 'web')
  await page.getByRole('button', { name: 'Actions, port 80', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Delete port', exact: true }).click()
  await planOf(page).run.click()
  await expect(planOf(page).dialog).toBeHidden()
  const open = page.getByRole('button', { name: 'History (1)', exact: true })
  await open.press('Enter')
  await changesOf(page).getByRole('button', { name: 'Undo', exact: true }).press('Enter')
  await expect(planOf(page).steps.first()).toContainText('Add port 80')
  await page.keyboard.press('Escape')
  await expect(planOf(page).dialog).toBeHidden()
  await expect(open).toBeFocused()
})

test('a change that ends after its page was left is shown with a link to it', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  await rainbond.fail({ fault: 'slow', method: 'PUT', latencyMs: 2500 })
  await switchOf(page, 'Internal', 8081).click()
  await page
    .getByRole('banner')
    .getByRole('link', { name: /^Portdeck/ })
    .click()
  await expect(region(page)).toContainText('Still waiting for Rainbond…')
  await expect(button(page, 'Stop waiting')).toBeVisible()
  await expect(region(page)).toContainText('Internal access on port 8081 is open.')
  await region(page).getByRole('link', { name: /^web/ }).click()
  await expectSettled(switchOf(page, 'Internal', 8081), true)
  await expect(region(page).getByRole('link')).toHaveCount(0)
})

test('an outcome closes by itself unless the pointer or the focus is on it', async ({ page }) => {
  await page.clock.install()
  await openPorts(page, 'web')
  await switchOf(page, 'Internal', 8081).click()
  await expect(button(page, 'Undo')).toBeVisible()
  await button(page, 'Undo').hover()
  await page.clock.runFor(30_000)
  await expect(button(page, 'Undo')).toBeVisible()
  await page.mouse.move(0, 0)
  await page.keyboard.press('F6')
  await page.clock.runFor(30_000)
  await expect(button(page, 'Undo')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.clock.runFor(30_000)
  await expect(button(page, 'Undo')).toBeHidden()
})

test.describe('with failures', () => {
  test.use({ provokesFailures: true })

  test('a failure stays until it is dismissed or the port is changed', async ({ page, rainbond }) => {
    await page.clock.install()
    await openPorts(page, 'web')
    await rainbond.fail({ fault: 'cluster-unreachable', method: 'PUT', count: 2 })
    for (const port of [8081, 8080]) {
      await switchOf(page, 'Internal', port).click()
      await expect(region(page)).toContainText(`Port ${port}:`)
    }
    await page.clock.runFor(60_000)
    await expect(button(page, 'Try again')).toHaveCount(2)
    await button(page, 'Dismiss').last().click()
    await expect(button(page, 'Try again')).toHaveCount(1)
    await button(page, 'Try again').click()
    await expect(button(page, 'Undo')).toBeVisible()
    await expect(button(page, 'Try again')).toBeHidden()
  })
})

const sizes = [
  { width: 1440, height: 500 },
  { width: 1000, height: 700 },
  { width: 390, height: 844 },
]
for (const viewport of sizes) {
  test.describe(`at ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport })

    test('the last change covers neither the header nor the row that was changed', async ({ page }) => {
      await openPorts(page, 'web')
      const rows = rowsOf(page)
      const last = switchOf(page, 'Internal', 9000)
      await last.evaluate((control) => control.scrollIntoView({ block: 'end' }))
      await last.click()
      const { run } = planOf(page)
      await expect(run.or(button(page, 'Undo')).first()).toBeVisible()
      if (await run.isVisible()) await run.click()
      await expect(button(page, 'Undo')).toBeVisible()
      const row = rows.filter({ has: last })
      await expect
        .poll(async () => {
          const shown = await region(page).boundingBox()
          const changed = await row.boundingBox()
          const header = await page.getByRole('banner').boundingBox()
          if (!shown || !changed || !header) return 'missing'
          if (shown.y < header.y + header.height) return 'covers the header'
          const isApart = shown.y + shown.height <= changed.y || shown.y >= changed.y + changed.height
          return isApart ? 'clear' : 'covers the row'
        })
        .toBe('clear')
    })
  })
}
