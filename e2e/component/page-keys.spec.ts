import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { openPorts } from '../support/ports-page'
import { portsPath } from '../support/world'

const filterOf = (page: Page) => page.getByRole('textbox', { name: 'Filter ports' })

test('a single key leads to the filter, to a new port and to the list of keys', async ({ page }) => {
  await openPorts(page, 'web')
  await page.keyboard.press('/')
  await expect(filterOf(page)).toBeFocused()
  await page.keyboard.type('a?/')
  await expect(filterOf(page)).toHaveValue('a?/')
  await expect(page.getByRole('dialog')).toBeHidden()

  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Refresh', exact: true }).focus()
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(help).toBeVisible()
  await page.keyboard.press('a')
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  await expect(page.getByRole('button', { name: 'Refresh', exact: true })).toBeFocused()

  await page.keyboard.press('a')
  await expect(page.getByRole('dialog', { name: 'Add a port to web' })).toBeVisible()
})

test('an empty component offers to add its first port', async ({ page }) => {
  await page.goto(portsPath('idle'))
  await page.getByRole('button', { name: 'Add the first port' }).click()
  await expect(page.getByRole('dialog', { name: 'Add a port to idle' })).toBeVisible()
})

test('the focus is in the grid when a component is opened from a list', async ({ page }) => {
  await page.goto(portsPath('web').replace(/\/services\/.*/, ''))
  await page
    .getByRole('main')
    .getByRole('link', { name: /orders-db/ })
    .press('Enter')
  await expect(page.getByRole('grid', { name: 'Ports' })).toBeVisible()
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('[role="grid"]') !== null))
    .toBe(true)
})

test('what the page focuses by itself is not explained, what an arrow leads to is', async ({ page }) => {
  await page.goto(portsPath('web').replace(/\/services\/.*/, ''))
  const tooltip = page.getByRole('tooltip')
  await page.getByRole('searchbox', { name: 'Search components' }).fill('web')
  // Its code is there from now on.
  await page.keyboard.press('Tab')
  await expect(tooltip).toHaveText('Refresh')
  await page.keyboard.press('Shift+Tab')
  await expect(tooltip).toHaveCount(0)

  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid', { name: 'Ports' }).locator(':focus')).toHaveAccessibleName(
    'Edit protocol, port 80',
  )
  // Longer than it takes to come.
  await page.waitForTimeout(300)
  await expect(tooltip).toHaveCount(0)
  await page.keyboard.press('ArrowDown')
  await expect(tooltip).toHaveText('Edit protocol, port 8080')
})
