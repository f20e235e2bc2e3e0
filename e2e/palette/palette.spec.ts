import { expectAccessible } from '../support/axe'
import { listen } from '../support/calls'
import { expect, test } from '../support/fixtures'
import { openPalette, paletteOf } from '../support/palette'
import { openPorts, switchOf } from '../support/ports-page'

test('teams, clusters, apps, components and pages are found from any page, and the focus goes there', async ({
  page,
}) => {
  await page.goto('/teams')
  await expect(page.getByRole('link', { name: /Online shop/ })).toBeVisible()
  let palette = await openPalette(page)
  await expect(palette.group('Teams').getByRole('option')).toHaveCount(2)
  await palette.field.fill('online')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: /East/ })).toBeVisible()

  palette = await openPalette(page)
  await palette.field.fill('east')
  await expect(palette.active).toHaveText(/^East/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: /Storefront/ })).toBeVisible()

  palette = await openPalette(page)
  await palette.field.fill('busy')
  await expect(palette.active).toHaveText(/^busy-bee.*Online shop › East › Partners/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'busy-bee' })).toBeVisible()
  await expect(switchOf(page, 'Internal', 8080)).toBeVisible()
  await expect(page.getByRole('grid').locator(':focus')).toHaveCount(1)

  palette = await openPalette(page)
  await palette.field.fill('all ports')
  await expect(palette.group('Go to').getByRole('option')).toHaveCount(2)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/teams/shop/regions/east/ports')
})

test('it does what is on the screen, and returns the focus', async ({ page }) => {
  await openPorts(page, 'web')
  await switchOf(page, 'Internal', 8080).focus()
  const palette = await openPalette(page)
  await page.keyboard.press('Escape')
  await expect(palette.dialog).toBeHidden()
  await expect(switchOf(page, 'Internal', 8080)).toBeFocused()

  await openPalette(page)
  await palette.field.fill('filter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Filter ports' })).toBeFocused()

  // Also from a field, and closed by the same keys.
  await openPalette(page)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('textbox', { name: 'Filter ports' })).toBeFocused()

  await openPalette(page)
  await palette.field.fill('add port')
  await page.keyboard.press('Enter')
  const adding = page.getByRole('dialog', { name: 'Add a port to web' })
  await expect(adding).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(palette.dialog).toBeHidden()
  await page.keyboard.press('Escape')
  // The palette doesn't open over a dialog, nor while one closes.
  await expect(adding).toBeHidden()

  await openPalette(page)
  await palette.field.fill('dark')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await openPalette(page)
  await palette.field.fill('中文')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
})

test('a command is offered only while its screen is shown', async ({ page }) => {
  await openPorts(page, 'web')
  const { field, option, active, dialog } = await openPalette(page)
  await field.fill('add port')
  await expect(option(/^Add port/)).toBeVisible()
  await field.fill('teams')
  await expect(active).toHaveText(/^Teams/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: /Online shop/ })).toBeVisible()
  await openPalette(page)
  await expect(option(/^Sign out/)).toBeVisible()
  await field.fill('add port')
  await expect(dialog.getByText('No results for “add port”')).toBeVisible()
})

test('the key that ends a composition chooses nothing', async ({ page, browserName }) => {
  test.skip(browserName !== 'chromium', 'composing needs the DevTools protocol')
  await openPorts(page, 'web')
  const { field, dialog } = await openPalette(page)
  const browser = await page.context().newCDPSession(page)
  await browser.send('Input.imeSetComposition', { text: 'orders', selectionStart: 6, selectionEnd: 6 })
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await browser.send('Input.insertText', { text: 'orders' })
  await expect(field).toHaveValue('orders')
  await expect(dialog).toBeVisible()
  await expect(page.getByRole('heading', { name: 'web' })).toBeVisible()
})

test('a phone has a button for it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/teams/shop/regions/east/apps')
  await page.getByRole('button', { name: 'Search everything' }).click()
  const { field, option } = paletteOf(page)
  await field.fill('orders')
  await option(/^orders-db/).click()
  await expect(switchOf(page, 'Internal', 3306)).toBeVisible()
  // Not back on the button.
  await expect(page.getByRole('grid').locator(':focus')).toHaveCount(1)
})

test('nothing is read twice, however often it is opened', async ({ page }) => {
  await openPorts(page, 'web')
  const { dialog, field } = await openPalette(page)
  await field.fill('orders 3306')
  await expect(dialog.getByRole('option')).toHaveText([/^orders-db 3306Online/, /^orders-db 33060/])
  await page.keyboard.press('Escape')
  const calls = listen(page)
  await openPalette(page)
  await field.fill('orders 33060')
  await expect(dialog.getByRole('option')).toHaveText([/^orders-db 33060/])
  await expect(dialog.getByRole('status')).toHaveText('1 result')
  expect(calls.sent()).toEqual([])
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`it is accessible, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await openPorts(page, 'web')
    const { field, dialog } = await openPalette(page)
    await expect(dialog.getByRole('option', { name: /^orders-db/ })).toBeAttached()
    await expectAccessible(page)
    await field.fill('nothing like this')
    await expect(page.getByText('No results for “nothing like this”')).toBeVisible()
    await expectAccessible(page)
  })
