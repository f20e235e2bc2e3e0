import { expect, type Page } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { listen } from '../support/calls'
import { test } from '../support/fixtures'
import { rowOf } from '../support/palette'
import { expectSettled, switchOf } from '../support/ports-page'
import { locate, portsPath } from '../support/world'

const path = '/teams/shop/regions/east/exposure'
const rows = (page: Page, name = 'Open addresses') =>
  page
    .getByRole('table', { name, exact: true })
    .getByRole('row')
    .filter({ has: page.getByRole('cell') })

test('lists each open address as its path to a component, those with a risk first', async ({ page }) => {
  await page.goto(path)
  await expect(page.getByText('23 addresses', { exact: true })).toBeVisible()
  await expect(page).toHaveTitle('Open at the gateway · East · Portdeck')

  const custom = rows(page).filter({ hasText: 'https://www.shop.test' })
  await expect(custom.getByRole('cell')).toHaveText([
    /^https:\/\/www\.shop\.test$/,
    /^Custom domainCertificate$/,
    '80',
    'web',
    'Storefront',
    '',
  ])
  await expect(custom.getByRole('link', { name: 'https://www.shop.test' })).toHaveAttribute(
    'href',
    'https://www.shop.test',
  )
  await expect(rows(page).first()).toContainText('Database: MySQL')
  await expect(rows(page).filter({ hasText: 'File sharing: MinIO' })).toContainText('192.0.2.10:')

  await rows(page).filter({ hasText: 'File sharing: MinIO' }).getByRole('link', { name: 'web' }).click()
  await expect(page).toHaveURL(`${portsPath('web')}?port=9000`)
  await expect(switchOf(page, 'External', 9000)).toBeChecked()
  await expect(rowOf(page, 9000)).toBeFocused()
  await page.goBack()
  await expect(page.getByText('23 addresses', { exact: true })).toBeVisible()
})

test('the picture leaves the addresses of an app and a protocol, and the link keeps that', async ({
  page,
}) => {
  await page.goto(path)
  const cell = page.getByRole('button', { name: 'Storefront, udp: 4 addresses', exact: true })
  await cell.click()
  await expect(cell).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText('4 of 23 addresses', { exact: true })).toBeVisible()
  await expect(page).toHaveURL(`${path}?app=1&protocol=udp`)

  await page.reload()
  await expect(page.getByText('4 of 23 addresses', { exact: true })).toBeVisible()
  await cell.click()
  await expect(page.getByText('23 addresses', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: /^https: 1 address$/ }).click()
  await expect(rows(page)).toHaveCount(1)
  await page.getByRole('textbox', { name: 'Filter addresses' }).fill('no such')
  await expect(page.getByRole('heading', { name: 'No addresses match' })).toBeVisible()
  await page.getByRole('button', { name: 'Show all addresses' }).last().click()
  await expect(page.getByText('23 addresses', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: /^Risky only/ }).click()
  await expect(page.getByText('5 of 23 addresses', { exact: true })).toBeVisible()
  await page.getByRole('textbox', { name: 'Filter addresses' }).fill('minio')
  await expect(rows(page)).toHaveCount(1)
})

test('an inconsistency leads to its port, and is gone once that is changed', async ({ page }) => {
  await page.goto(path)
  await page.getByRole('tab', { name: /^Inconsistencies/ }).click()
  await expect(page).toHaveURL(`${path}?section=inconsistencies`)
  const found = rows(page, 'Inconsistencies')
  await expect(page.getByText('14 components read', { exact: true })).toBeVisible()
  await expect(found).toHaveCount(10)
  const one = found.filter({ hasText: 'all-tcp' }).first()
  await expect(one).toContainText('External access without internal access')
  const port = Number(await one.getByRole('cell').nth(1).textContent())

  await one.getByRole('link', { name: 'all-tcp' }).click()
  await expect(page).toHaveURL(`${portsPath('all-tcp')}?port=${port}`)
  await switchOf(page, 'Internal', port).click()
  await expectSettled(switchOf(page, 'Internal', port), true)
  await page.goBack()
  await expect(found).toHaveCount(9)
})

test('follows the bar to another cluster', async ({ page }) => {
  await page.goto('/teams/shop/regions/east/apps')
  await page.getByRole('navigation').getByRole('link', { name: 'Open at the gateway' }).click()
  await expect(page).toHaveURL(path)
  await page.getByRole('combobox', { name: 'Cluster', exact: true }).click()
  await page.getByRole('option', { name: /North/ }).click()
  await expect(page).toHaveURL('/teams/shop/regions/north/exposure')
  await expect(page.getByRole('heading', { name: 'Nothing is open at the gateway' })).toBeVisible()
})

test.describe('by itself', () => {
  test.use({ answersInPage: false })

  test('reads gateway rules before ports, each list once, and nothing more on the way to all ports', async ({
    page,
  }) => {
    const calls = listen(page)
    await page.goto(path)
    await page.getByRole('tab', { name: /^Inconsistencies/ }).click()
    await expect(page.getByText('14 components read', { exact: true })).toBeVisible()
    const sent = calls.sent()
    const count = (name: string) => sent.filter((call) => call === `GET ${name}`).length
    expect([count('apps'), count('services'), count('domains'), count('ports')]).toEqual([1, 4, 4, 14])
    expect(sent.indexOf('GET ports')).toBeGreaterThan(sent.lastIndexOf('GET domains'))

    calls.forget()
    await page.getByRole('link', { name: 'All ports', exact: true }).first().click()
    await expect(page.getByText('14 components read', { exact: true })).toBeVisible()
    expect(calls.sent().filter((call) => call !== 'GET session')).toEqual([])
  })
})

test('tells whether a node port is free, and what that leaves open', async ({ page }) => {
  await page.goto(`${path}?section=node-ports`)
  await expect(rows(page, 'Node ports')).toHaveCount(17)
  const field = page.getByRole('textbox', { name: 'Is this port free?' })
  const taken = (await rows(page, 'Node ports').first().getByRole('cell').first().textContent()) ?? ''
  await field.fill(taken)
  await expect(page.getByRole('status').filter({ hasText: `${taken} is taken:` })).toContainText(
    'Storefront / ',
  )

  await field.fill('30999')
  const answer = page.getByRole('status').filter({ hasText: 'No gateway rule that was read takes 30999.' })
  await expect(answer).toContainText('Not everything you can see has been read yet.')
  await page.getByRole('button', { name: 'Check my other teams' }).click()
  await expect(page.getByText('All your teams on this cluster are included.')).toBeVisible()
  await expect(answer).not.toContainText('Not everything')
  await expect(answer).toContainText('It may still be in use')

  await field.fill('70000')
  await expect(page.getByText('Enter a number from 1 to 65535.')).toBeVisible()
  await expect(field).toHaveAttribute('aria-invalid', 'true')
})

test('can be used by keyboard alone', async ({ page }) => {
  await page.goto(path)
  await expect(page.getByText('23 addresses', { exact: true })).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('www')
  await expect(rows(page)).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.getByText('23 addresses', { exact: true })).toBeVisible()
  await page.getByRole('tab', { name: /^Addresses/ }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: /^Node ports/ })).toBeFocused()
  await expect(page).toHaveURL(`${path}?section=node-ports`)
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  const first = page.getByRole('button', { name: /^Storefront, / }).first()
  await first.focus()
  await page.keyboard.press('Enter')
  await expect(first).toHaveAttribute('aria-pressed', 'true')
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const section of ['addresses', 'inconsistencies', 'node-ports'])
    test(`is accessible: ${section}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await page.goto(`${path}?section=${section}`)
      await expect(page.getByText(/Updated/)).toBeVisible()
      await expectAccessible(page)
    })

test.describe('with failures', () => {
  test.use({ provokesFailures: true })

  test('what could not be read is named, and never taken for closed', async ({ page, rainbond }) => {
    await rainbond.fail({ fault: 'crash', method: 'GET', path: '**/apps/1/domains' })
    await page.goto(path)
    const failed = page.getByRole('alert').filter({ hasText: '1 part couldn’t be read' })
    await expect(failed).toBeVisible()
    await expect(page.getByText('3 of 4 apps read')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'No open addresses found so far' })).toBeVisible()
    await expectAccessible(page)

    await rainbond.fail()
    await failed.getByRole('button', { name: 'Try all again' }).click()
    await expect(page.getByText('23 addresses', { exact: true })).toBeVisible()
    await expect(page.getByText('4 apps read', { exact: true })).toBeVisible()
  })

  test('addresses of components that no list names are shown all the same', async ({ page, rainbond }) => {
    await rainbond.fail({ fault: 'crash', method: 'GET', path: '**/apps/1/services' })
    await page.goto(path)
    await expect(page.getByText('23 addresses', { exact: true })).toBeVisible()
    await expect(rows(page).filter({ hasText: 'https://www.shop.test' })).toContainText('Unknown component')
    await expect(page.getByRole('alert').filter({ hasText: '1 part couldn’t be read' })).toBeVisible()
  })

  test('a team whose node ports could not be read is named, and read again on request', async ({
    page,
    rainbond,
  }) => {
    await page.goto(`${path}?section=node-ports`)
    await expect(rows(page, 'Node ports')).toHaveCount(17)
    const { app } = locate('only-one')
    await rainbond.fail({ fault: 'crash', method: 'GET', path: `**/apps/${app}/domains` })
    await page.getByRole('button', { name: 'Check my other teams' }).click()
    await expect(page.getByText(/^Solo couldn’t be read\./)).toBeVisible()
    await rainbond.fail()
    await page.getByRole('button', { name: 'Try again', exact: true }).click()
    await expect(page.getByText('All your teams on this cluster are included.')).toBeVisible()
  })
})
