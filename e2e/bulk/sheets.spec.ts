import type { Download, Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { openAllPorts } from '../support/all-ports'
import { expectAccessible } from '../support/axe'
import { listen } from '../support/calls'
import { planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'

const importOf = (page: Page) => {
  const dialog = page.getByRole('dialog', { name: /^Import a sheet to / })
  const button = (name: string | RegExp) => dialog.getByRole('button', { name, exact: true })
  return {
    dialog,
    text: dialog.getByRole('textbox', { name: 'Sheet' }),
    compare: button('Compare'),
    back: button('Back to the sheet'),
    review: button(/^Review \d+ ports?$/),
    items: (list: string) => dialog.getByRole('list', { name: list }).getByRole('listitem'),
  }
}

async function choose(page: Page, action: string | RegExp) {
  await page.getByRole('button', { name: 'Sheet', exact: true }).click()
  await page.getByRole('menuitem', { name: action }).click()
}

const textOf = async (download: Download) => readFile(await download.path(), 'utf8')

/** Exports all ports, and returns the sheet. */
async function exported(page: Page, format: 'CSV' | 'YAML' | 'JSON'): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    choose(page, `Export 65 ports as ${format}`),
  ])
  expect(download.suggestedFilename()).toMatch(/^ports-East-\d{4}-\d\d-\d\d\.(csv|yaml|json)$/)
  return textOf(download)
}

/** Drags a file over the page and drops it there, as from another window. */
async function drop(page: Page, name: string, text: string) {
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer()
      data.items.add(new File([content], fileName))
      return data
    },
    [name, text] as const,
  )
  await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer })
  await expect(page.getByText('Drop the sheet here to import it')).toBeVisible()
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer })
  await expect(page.getByText('Drop the sheet here to import it')).toBeHidden()
}

for (const format of ['CSV', 'YAML'] as const)
  test(`all ports exported as ${format} and imported again need no change`, async ({ page }) => {
    const calls = listen(page)
    await openAllPorts(page)
    const sheet = await exported(page, format)
    await choose(page, 'Import sheet…')
    const { dialog, text, compare, review } = importOf(page)
    await text.fill(sheet)
    await compare.click()
    await expect(dialog).toContainText('Nothing to change: everything is as the sheet says.')
    await expect(dialog).toContainText('65 the same')
    await expect(review).toHaveCount(0)
    expect(calls.writes()).toEqual([])
  })

test('an edited sheet is dropped, compared, reviewed and carried out', async ({ page, rainbond }) => {
  await openAllPorts(page)
  const sheet = await exported(page, 'CSV')
  const before = await rainbond.ports('web')
  const lines = sheet.split('\r\n').filter((line) => !/,web,.*,8081,/.test(line))
  const edited = lines.map((line) => (/,web,.*,8080,/.test(line) ? line.replace(/,no$/, ',yes') : line))
  edited.splice(-1, 0, 'Storefront,idle,,7000,tcp,,,yes,no')

  await drop(page, 'ports.csv', edited.join('\r\n'))
  const { dialog, items, review, back, text } = importOf(page)
  await expect(items('Differences')).toHaveText([
    /Storefront \/ web/,
    /Port 8080.*External:Closed→Open/,
    /Storefront \/ idle.*Matched by name/,
    /Port 7000.*Added/,
  ])
  await dialog.getByRole('button', { name: '1 port that the sheet doesn’t name is left alone' }).click()
  await expect(items('Ports left alone')).toHaveText([/web.*8081/])
  await expectAccessible(page, '[role="dialog"]')

  await review.click()
  const plan = planOf(page)
  await expect(plan.dialog).toContainText('2 components · 2 ports')
  await plan.cancel.click()
  await expect(items('Differences')).toHaveCount(4)
  await back.click()
  await expect(text).toHaveValue(/Storefront,idle,,7000/)

  await importOf(page).compare.click()
  await review.click()
  await plan.run.click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Last change' })).toContainText('2 components')
  expect(await rainbond.port('web', 8080)).toMatchObject({ is_outer_service: true })
  expect(await rainbond.port('idle', 7000)).toMatchObject({ protocol: 'tcp', is_inner_service: true })
  const others = before.filter(({ container_port: port }) => port !== 8080)
  expect(await rainbond.ports('web')).toEqual(expect.arrayContaining(others))
})

test('a damaged sheet is told by its line, and mended where it is shown', async ({ page }) => {
  await openAllPorts(page)
  await drop(
    page,
    'ports.yaml',
    'portdeck: 1\ncomponents:\n  - component: web\n    ports:\n      - port: 80x\n',
  )
  const { dialog, items, text, compare } = importOf(page)
  await expect(items('Errors of the sheet')).toHaveText([/^Line 5, column 15.*- port: 80x$/])
  await expectAccessible(page, '[role="dialog"]')
  await dialog.getByRole('button', { name: 'Line 5, column 15' }).click()
  await expect(text).toBeFocused()
  await page.keyboard.type('80')
  await compare.click()
  await expect(dialog).toContainText('Nothing to change')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Sheet', exact: true })).toBeFocused()
})

test('selected ports are exported from the bar', async ({ page }) => {
  await openAllPorts(page)
  await page.getByRole('checkbox', { name: 'Select all ports of orders-db' }).check()
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'JSON', exact: true }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^ports-Storefront-orders-db-\d{4}-\d\d-\d\d\.json$/)
  expect(JSON.parse(await textOf(download))).toMatchObject({
    portdeck: 1,
    components: [{ component: 'orders-db', ports: [{ port: 3306 }, { port: 33_060 }] }],
  })
})
