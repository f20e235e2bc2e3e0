import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { openPalette, rowOf } from '../support/palette'
import { openPorts } from '../support/ports-page'

const kept = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('portdeck.recent')))

test('where one went comes first, also after a reload, and is erased at sign-out', async ({ page }) => {
  await openPorts(page, 'web')
  const palette = await openPalette(page)
  await expect(palette.group('Recent')).toBeHidden()
  await palette.field.fill('orders-db 3306')
  await expect(palette.active).toHaveText(/^orders-db 3306/)
  await page.keyboard.press('Enter')
  await expect(rowOf(page, 3306)).toBeFocused()

  await page.goto('/teams/shop/regions/east/apps')
  await expect(page.getByRole('link', { name: /Storefront/ })).toBeVisible()
  await openPalette(page)
  await expect(palette.group('Recent').getByRole('option')).toHaveText([/^orders-db 3306/])
  await expect(palette.active).toHaveText(/^orders-db 3306/)
  await page.keyboard.press('Enter')
  await expect(rowOf(page, 3306)).toBeFocused()
  expect(await kept(page)).toHaveLength(1)

  await openPalette(page)
  await palette.field.fill('sign out')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Access token', { exact: true })).toBeVisible()
  expect(await kept(page)).toEqual([])
})
