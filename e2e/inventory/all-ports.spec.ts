import type { Page } from '@playwright/test'
import { allPortsPath, allRead, openAllPorts, switchIn } from '../support/all-ports'
import { listen } from '../support/calls'
import { expect, test } from '../support/fixtures'
import { expectSettled, rowsOf, switchOf } from '../support/ports-page'
import { portsPath } from '../support/world'

/** Returns the texts of a column, from the top. */
const column = (page: Page, name: string) => rowsOf(page).locator(`[data-column="${name}"]`).allInnerTexts()

test.describe('by itself', () => {
  test.use({ answersInPage: false })

  test('every port of a cluster is there, below its component, and each part is read once', async ({
    page,
  }) => {
    const calls = listen(page)
    await openAllPorts(page)
    await expect(page.getByText('65 ports · 22 open at the gateway')).toBeVisible()
    const grid = page.getByRole('grid', { name: 'Ports' })
    await expect(grid.getByRole('link', { name: 'orders-db', exact: true })).toBeVisible()
    await expect(grid.getByText('No ports', { exact: true })).toHaveCount(3)
    await expect(switchIn(page, 'Internal', 33_060, 'orders-db')).toBeChecked()

    // Four apps, one of them without components.
    expect([
      calls.reads('apps'),
      calls.reads('services'),
      calls.reads('domains'),
      calls.reads('ports'),
    ]).toEqual([1, 4, 4, 14])
  })
})

test('what changes here has changed on the component’s page, and the other way round', async ({
  page,
  rainbond,
}) => {
  await openAllPorts(page)
  await switchIn(page, 'Internal', 3306, 'orders-db').click()
  await expectSettled(switchIn(page, 'Internal', 3306, 'orders-db'), true)
  expect(await rainbond.port('orders-db', 3306)).toMatchObject({ is_inner_service: true })

  await page.getByRole('link', { name: 'orders-db', exact: true }).click()
  await expect(page).toHaveURL(portsPath('orders-db'))
  await expect(switchOf(page, 'Internal', 3306)).toBeChecked()
  await switchOf(page, 'Internal', 33_060).click()
  await expectSettled(switchOf(page, 'Internal', 33_060), false)

  const calls = listen(page)
  await page.goBack()
  await expect(switchIn(page, 'Internal', 33_060, 'orders-db')).not.toBeChecked()
  await expect(allRead(page)).toBeVisible()
  // What was read within two minutes is there.
  expect(calls.reads('ports')).toBe(0)
})

test('a change that asks is reviewed here, and an alias is edited in its cell', async ({
  page,
  rainbond,
}) => {
  await openAllPorts(page)
  await switchIn(page, 'External', 3306, 'orders-db').click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Open external access/ })
    .click()
  await expectSettled(switchIn(page, 'External', 3306, 'orders-db'), true)

  await page.getByRole('button', { name: 'Edit alias, port 8081 (web)', exact: true }).click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('WEB_NUMBERS')
  await page.keyboard.press('Enter')
  await expect(page.getByText('WEB_NUMBERS', { exact: true })).toBeVisible()
  await expect.poll(() => rainbond.port('web', 8081)).toMatchObject({ port_alias: 'WEB_NUMBERS' })
})

test('one list has columns for app, component and status, which can be left out and sorted by', async ({
  page,
}) => {
  await openAllPorts(page)
  await page.getByText('One list', { exact: true }).click()
  await page.getByRole('button', { name: 'Component', exact: true }).click()
  await expect(page).toHaveURL(`${allPortsPath}?sort=component`)
  await expect
    .poll(async () => (await column(page, 'component')).slice(0, 2))
    .toEqual(['all-grpc', 'all-grpc'])

  await page.getByRole('button', { name: 'Columns', exact: true }).click()
  await page.getByRole('checkbox', { name: 'Status', exact: true }).uncheck()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('columnheader', { name: 'Status' })).toHaveCount(0)

  await page.reload()
  await expect(allRead(page)).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'App', exact: true })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Status' })).toHaveCount(0)
})

test('the filter finds components and apps, and leaves out those without a match', async ({ page }) => {
  await openAllPorts(page)
  await page.getByRole('combobox', { name: 'Filter ports' }).fill('partners 9001')
  await expect(page.getByText('1 of 65 ports')).toBeVisible()
  await expect(page.getByRole('grid').getByRole('link')).toHaveText(['pay-line'])
  await page.getByRole('combobox', { name: 'Filter ports' }).fill('no such port')
  await expect(page.getByRole('heading', { name: 'No port matches “no such port”' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear filter' }).last().click()
  await expect(page.getByText('65 ports · 22 open at the gateway')).toBeVisible()
})

test('leads from the bar and from every list, and stays when another app is chosen', async ({ page }) => {
  await page.goto('/teams/shop/regions/east/apps/1/services')
  await page.getByRole('link', { name: 'All ports in this app' }).click()
  await expect(page).toHaveURL('/teams/shop/regions/east/apps/1/ports')
  await expect(page.getByRole('heading', { name: 'All ports in Storefront', level: 1 })).toBeVisible()
  await expect(page.getByText('8 components read', { exact: true })).toBeVisible()

  await page.getByRole('combobox', { name: 'App', exact: true }).click()
  await page.getByRole('option', { name: /Partners/ }).click()
  await expect(page).toHaveURL('/teams/shop/regions/east/apps/3/ports')
  await expect(page.getByText('5 components read', { exact: true })).toBeVisible()

  await page.getByRole('link', { name: 'All apps', exact: true }).click()
  await expect(page).toHaveURL(allPortsPath)
  await expect(page.getByRole('link', { name: 'All ports', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  )
  await expect(allRead(page)).toBeVisible()
})

test('can be used by keyboard alone', async ({ page }) => {
  await openAllPorts(page)
  await page.getByRole('radio', { name: 'By component', exact: true }).focus()
  await page.keyboard.press('/')
  await page.keyboard.type('busy')
  await expect(page.getByText('1 of 65 ports')).toBeVisible()
  // To the grid, whose first row leads to the component.
  for (let tab = 0; tab < 12; tab++) {
    await page.keyboard.press('Tab')
    if (await page.getByRole('grid').locator(':focus').count()) break
  }
  await expect(page.getByRole('link', { name: 'busy-bee', exact: true })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(switchIn(page, 'Internal', 8080, 'busy-bee')).toBeFocused()
  await page.keyboard.press('Space')
  await expectSettled(switchIn(page, 'Internal', 8080, 'busy-bee'), false)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(portsPath('busy-bee'))
})

test('an app without components says so', async ({ page }) => {
  await page.goto('/teams/shop/regions/east/apps/4/ports')
  await expect(page.getByRole('heading', { name: 'No components here yet' })).toBeVisible()
})

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' })

  test('reads like the rest', async ({ page }) => {
    await page.goto(allPortsPath)
    await expect(page.getByRole('heading', { name: '全部端口', level: 1 })).toBeVisible()
    await expect(page.getByText('已读取全部 14 个组件')).toBeVisible()
    await expect(page.getByRole('switch', { name: '对内服务，端口 3306（orders-db）' })).toBeVisible()
  })
})
