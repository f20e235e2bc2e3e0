import type { Page } from '@playwright/test'
import { openAllPorts } from '../support/all-ports'
import { expectAccessible } from '../support/axe'
import { listen } from '../support/calls'
import { planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { openPorts, rowsOf, switchOf } from '../support/ports-page'

const box = (page: Page, name: string | RegExp) =>
  page.getByRole('grid').getByRole('checkbox', { name, exact: typeof name === 'string' })
const bar = (page: Page) => page.getByRole('region', { name: 'Selected ports' })

async function choose(page: Page, menu: string, action: string) {
  await bar(page).getByRole('button', { name: menu, exact: true }).click()
  await page.getByRole('menuitem', { name: action, exact: true }).click()
}

test('a range of a component’s ports is selected by Shift, and survives another order and a filter', async ({
  page,
}) => {
  await openPorts(page, 'web')
  await box(page, 'Select port 80').check()
  await box(page, 'Select port 8081').click({ modifiers: ['Shift'] })
  await expect(bar(page)).toContainText('3 ports selected')
  await page.getByRole('columnheader', { name: 'Port', exact: true }).getByRole('button').click()
  await expect(page.getByRole('row', { selected: true })).toHaveCount(3)

  await page.getByRole('textbox', { name: 'Filter ports' }).fill('WEB_METRICS')
  await expect(bar(page)).toContainText('2 of them are hidden by the filter')
  await bar(page).getByRole('button', { name: 'Clear selection' }).click()
  await expect(bar(page)).toBeHidden()
  await expect(box(page, 'Select port 8081')).not.toBeChecked()
})

test('one step from the bar is reviewed too, and the console has what was asked for', async ({
  page,
  rainbond,
}) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  await box(page, 'Select port 8081').check()
  await choose(page, 'Internal access', 'Open internal access')
  await expect(planOf(page).dialog).toBeVisible()
  expect(calls.writes()).toEqual([])
  await planOf(page).run.click()
  await expect(switchOf(page, 'Internal', 8081)).toBeChecked()
  await expect(planOf(page).dialog).toBeHidden()
  await expect(bar(page).getByRole('button', { name: 'Internal access', exact: true })).toBeFocused()
  expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: true })

  await choose(page, 'Internal access', 'Open internal access')
  await expect(bar(page)).toContainText('Nothing to change')
})

test('what is deleted is no longer selected', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  await box(page, 'Select port 8081').check()
  await bar(page).getByRole('button', { name: 'Delete 1 port' }).click()
  await planOf(page)
    .dialog.getByRole('button', { name: /^Delete/ })
    .click()
  await expect(box(page, 'Select port 8081')).toHaveCount(0)
  await expect(bar(page)).toBeHidden()
  expect(await rainbond.port('web', 8081)).toBeUndefined()
})

test('all ports that a filter leaves are changed in one review, over all components', async ({
  page,
  rainbond,
}) => {
  await openAllPorts(page)
  await page.getByRole('combobox', { name: 'Filter ports' }).fill('orders-db')
  await expect(box(page, 'Select all ports of orders-db')).toBeVisible()
  await expect(page.getByRole('grid').getByRole('link')).toHaveText(['orders-db'])
  await box(page, /^Select all \d+ ports$/).check()
  await expect(page.getByRole('row', { selected: true })).toHaveCount(await rowsOf(page).count())
  await expect(box(page, 'Select all ports of orders-db')).toBeChecked()

  await choose(page, 'Internal access', 'Close internal access')
  await planOf(page)
    .dialog.getByRole('button', { name: /^(Run|Close)/ })
    .click()
  await expect(planOf(page).dialog).toBeHidden()
  await expect
    .poll(async () => (await rainbond.ports('orders-db')).some((port) => port.is_inner_service))
    .toBe(false)
})

test('a group’s checkbox selects its component, and is mixed when one port is left out', async ({ page }) => {
  await openAllPorts(page)
  await box(page, 'Select all ports of orders-db').check()
  await box(page, 'Select port 3306 (orders-db)').uncheck()
  await expect(box(page, 'Select all ports of orders-db')).toBeChecked({ indeterminate: true })
  await expect(box(page, 'Select all 65 ports')).toBeChecked({ indeterminate: true })
})

test('the page stays where it is when the bar gets the focus', async ({ page }) => {
  await openAllPorts(page)
  await box(page, 'Select all ports of orders-db').check()
  const place = await page.evaluate(() => window.scrollY)
  const menu = bar(page).getByRole('button', { name: 'External access', exact: true })
  await menu.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu').locator(':focus')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  expect(await page.evaluate(() => window.scrollY)).toBe(place)
})

test('rows are selected by keyboard alone', async ({ page }) => {
  await openPorts(page, 'web')
  await expect(box(page, 'Select port 80')).toBeVisible()
  await switchOf(page, 'Internal', 80).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Space')
  await expect(box(page, 'Select port 80')).toBeChecked()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(bar(page)).toContainText('3 ports selected')
  await page.keyboard.press('ControlOrMeta+A')
  await expect(box(page, /^Select all/)).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(bar(page)).toBeHidden()
})

for (const width of [1280, 390])
  test(`the bar covers no last row and is accessible, ${String(width)} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 })
    await openPorts(page, 'web')
    await box(page, 'Select port 80').check()
    await expect(bar(page)).toBeInViewport({ ratio: 1 })
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
    const [last, place] = await Promise.all([rowsOf(page).last().boundingBox(), bar(page).boundingBox()])
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(place?.y ?? 0)
    await expectAccessible(page)
  })
