import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { openPorts, rowsOf, switchOf } from '../support/ports-page'
import { portsPath } from '../support/world'

const picker = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true })

test('the four pickers show the current component', async ({ page }) => {
  await openPorts(page, 'web')
  await expect(picker(page, 'Team')).toHaveValue('Online shop')
  await expect(picker(page, 'Cluster')).toHaveValue('East')
  await expect(picker(page, 'App')).toHaveValue('Storefront')
  await expect(picker(page, 'Component')).toHaveValue('web')
})

test('a component can be chosen by typing', async ({ page }) => {
  await openPorts(page, 'web')
  await picker(page, 'Component').click()
  await picker(page, 'Component').pressSequentially('orders')
  await page.getByRole('option', { name: /orders-db/ }).click()
  await expect(page).toHaveURL(portsPath('orders-db'))
  await expect(switchOf(page, 'Internal', 3306)).toBeVisible()
  await expect(rowsOf(page)).toHaveCount(2)

  await page.goBack()
  await expect(page).toHaveURL(portsPath('web'))
  await expect(switchOf(page, 'Internal', 8081)).toBeVisible()
})

test('another cluster opens its only app and component', { tag: '@any-browser' }, async ({ page }) => {
  await openPorts(page, 'web')
  await picker(page, 'Cluster').click()
  await page.getByRole('option', { name: /North/ }).click()
  await expect(page).toHaveURL(portsPath('web-next'))
  await expect(picker(page, 'App')).toHaveValue('Staging')

  await page.goBack()
  await expect(page).toHaveURL(portsPath('web'))
})

test('another team opens its clusters', { tag: '@any-browser' }, async ({ page }) => {
  await openPorts(page, 'only-one')
  await picker(page, 'Team').click()
  await page.getByRole('option', { name: /Online shop/ }).click()
  await expect(page).toHaveURL('/teams/shop/regions')
  await expect(picker(page, 'App')).toHaveAttribute('aria-disabled', 'true')
  await expect(picker(page, 'App')).toHaveAttribute('placeholder', 'Choose a cluster first')
})

test('a cluster in maintenance can be focused but not chosen', async ({ page }) => {
  await openPorts(page, 'web')
  await picker(page, 'Cluster').click()
  const south = page.getByRole('option', { name: /South/ })
  await expect(south).toBeDisabled()
  await expect(south).toContainText('Under maintenance')
  await south.click({ force: true })
  await expect(page).toHaveURL(portsPath('web'))
})

test('Escape keeps the choice of a picker', async ({ page }) => {
  await openPorts(page, 'web')
  await picker(page, 'Component').fill('orders')
  await page.keyboard.press('Escape')
  await expect(picker(page, 'Component')).toHaveValue('web')
  await expect(page.getByRole('listbox')).toBeHidden()
  await expect(page).toHaveURL(portsPath('web'))
})
