import type { Page } from '@playwright/test'
import { listen } from '../support/calls'
import { addPortOf, planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { expectSettled, openPorts, rowsOf, switchOf } from '../support/ports-page'
import { portsPath } from '../support/world'

const webAlias = (port: number) => `WEB_${port}`

const rowOf = (page: Page, port: number) => rowsOf(page).filter({ has: switchOf(page, 'Internal', port) })

test('adds a port by its number only, announces its row and focuses it', async ({ page, rainbond }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  const add = addPortOf(page)
  await add.open.click()
  await expect(add.port).toBeFocused()
  await add.port.fill('8090')
  await expect(add.protocol).toHaveValue('http')
  await expect(add.alias).toHaveValue(webAlias(8090))
  calls.forget()
  await page.keyboard.press('Enter')

  await expect(add.dialog).toBeHidden()
  await expect(rowOf(page, 8090)).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: 'Port 8090 was added.' })).toBeVisible()
  expect(calls.writes()).toEqual(['POST ports'])
  expect(await rainbond.port('web', 8090)).toMatchObject({
    protocol: 'http',
    port_alias: webAlias(8090),
    is_inner_service: false,
    is_outer_service: false,
  })

  await page.keyboard.press('ArrowRight')
  await expect(rowOf(page, 8090).locator(':focus')).toHaveCount(1)
  await add.open.click()
  await expect(add.port).toHaveValue('')
})

test('adds the first port of a component', { tag: '@any-browser' }, async ({ page, rainbond }) => {
  await page.goto(portsPath('idle'))
  await expect(page.getByRole('heading', { name: 'No ports yet' })).toBeVisible()
  const add = addPortOf(page)
  await add.open.click()
  await add.port.fill('6379')
  await add.inner.check()
  await add.submit.click()
  await expect(rowOf(page, 6379)).toBeFocused()
  await expectSettled(switchOf(page, 'Internal', 6379), true)
  expect(await rainbond.port('idle', 6379)).toMatchObject({ protocol: 'tcp', is_inner_service: true })
})

test('protocol and alias follow the number until a person changes them', async ({ page }) => {
  await openPorts(page, 'web')
  const add = addPortOf(page)
  await add.open.click()
  await add.port.fill('3306')
  await expect(add.protocol).toHaveValue('mysql')
  await expect(add.alias).toHaveValue(webAlias(3306))
  await add.port.fill('53')
  await expect(add.protocol).toHaveValue('udp')
  await expect(add.alias).toHaveValue(webAlias(53))

  await add.protocol.selectOption('grpc')
  await add.alias.fill('NAMES')
  await add.port.fill('3306')
  await expect(add.protocol).toHaveValue('grpc')
  await expect(add.alias).toHaveValue('NAMES')
})

test('a new port that is open outside is reviewed in the same dialog, and Back returns to the typed values', async ({
  page,
  rainbond,
}) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  const add = addPortOf(page)
  await add.open.click()
  await add.port.fill('8090')
  await add.alias.fill('WEB_NEW')
  await expect(add.dialog.getByText(/This also opens internal access/)).toBeVisible()
  await add.outer.check()
  await expect(add.inner).toBeChecked()
  calls.forget()
  await add.submit.click()

  const plan = planOf(page)
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await expect(page.getByRole('dialog', { name: 'Add port 8090 and open it at the gateway?' })).toBeVisible()
  await expect(plan.steps.filter({ hasText: 'Add port 8090 (http)' })).toBeVisible()
  await expect(plan.steps.filter({ hasText: 'Open external access on port 8090' })).toBeVisible()
  await expect(plan.run).toBeFocused()
  await expect(plan.run).toHaveText('Add port 8090')
  await plan.dialog.getByRole('button', { name: 'Show as curl', exact: true }).click()
  await expect(plan.dialog.getByText(/"port_alias":"WEB_NEW"/)).toBeVisible()
  await plan.back.click()
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await expect(add.port).toHaveValue('8090')
  await expect(add.alias).toHaveValue('WEB_NEW')
  await expect(add.outer).toBeChecked()
  await expect(add.submit).toBeFocused()
  expect(calls.writes()).toEqual([])

  await page.keyboard.press('Enter')
  await expect(plan.run).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(add.submit).toBeFocused()

  await page.keyboard.press('Enter')
  await expect(plan.run).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(rowOf(page, 8090)).toBeFocused()
  await expectSettled(switchOf(page, 'External', 8090), true)
  expect(calls.writes()).toEqual(['POST ports', 'PUT port 8090 open_outer'])
  expect(await rainbond.port('web', 8090)).toMatchObject({
    port_alias: 'WEB_NEW',
    is_inner_service: true,
    is_outer_service: true,
  })
})

test('a field is judged as it is typed once it was left, and nothing moves', async ({ page }) => {
  await openPorts(page, 'web')
  const add = addPortOf(page)
  await add.open.click()
  await add.port.fill('8090')
  await expect(add.port).toBeFocused()
  const before = await add.submit.boundingBox()
  await add.alias.fill('web')
  await expect(add.alias).toHaveAccessibleDescription(/^Connection variables/)
  await add.port.fill('8080')
  await expect(add.alias).toHaveAccessibleDescription(/^Use capital letters/)
  await expect(add.port).toHaveAccessibleDescription('The component already has this port.')
  await add.port.fill('8090')
  await expect(add.port).toHaveAccessibleDescription('')
  await add.alias.fill('WEB')
  await expect(add.alias).toHaveAccessibleDescription(
    'Another port of this component already has this alias.',
  )
  expect(await add.submit.boundingBox()).toEqual(before)
})

test('turning inner off turns outer off too', { tag: '@any-browser' }, async ({ page }) => {
  await openPorts(page, 'web')
  const add = addPortOf(page)
  await add.open.click()
  await add.outer.check()
  await add.inner.uncheck()
  await expect(add.outer).not.toBeChecked()
})

test(
  'warns of a risky port at once, and asks before opening it',
  { tag: '@any-browser' },
  async ({ page, rainbond }) => {
    const calls = listen(page)
    await openPorts(page, 'web')
    const add = addPortOf(page)
    await add.open.click()
    await add.port.fill('5432')
    await expect(add.dialog.getByText(/is usually PostgreSQL/)).toBeVisible()
    await add.outer.check()
    await expect(add.dialog.getByText(/PostgreSQL is a database/)).toBeVisible()
    await add.submit.click()
    await expect(planOf(page).run).toHaveText('Add port 5432')
    await expect(planOf(page).dialog.getByText(/PostgreSQL is a database/)).toBeVisible()
    expect(calls.writes()).toEqual([])
    expect(await rainbond.port('web', 5432)).toBeUndefined()
  },
)

test('closing the dialog keeps and marks the typed values, and leaving the page asks', async ({ page }) => {
  const questions: string[] = []
  page.on('dialog', (question) => {
    questions.push(question.message())
    void question.dismiss()
  })
  await openPorts(page, 'web')
  const add = addPortOf(page)
  await add.open.click()
  await add.port.fill('8090')
  await add.alias.fill('WEB_NEW')
  await page.keyboard.press('Escape')
  await expect(add.dialog).toBeHidden()
  await expect(add.open).toBeFocused()
  await expect(add.open).toHaveAccessibleDescription('Not saved')

  await page.getByRole('link', { name: 'Portdeck' }).click()
  await expect.poll(() => questions).toEqual([expect.stringContaining('hasn’t been added')])
  await expect(page.getByRole('grid', { name: 'Ports' })).toBeVisible()

  await add.open.click()
  await expect(add.port).toHaveValue('8090')
  await expect(add.alias).toHaveValue('WEB_NEW')
  await add.clear.click()
  await expect(add.port).toBeFocused()
  await expect(add.port).toHaveValue('')
  await add.close.click()
  await expect(add.open).toHaveAccessibleDescription('')
  await page.getByRole('link', { name: 'Portdeck' }).click()
  await expect(page.getByRole('grid', { name: 'Ports' })).toBeHidden()
  expect(questions).toHaveLength(1)
})

test('shows the new port even if the filter would hide it', { tag: '@any-browser' }, async ({ page }) => {
  await page.goto(`${portsPath('web')}?filter=9000`)
  await expect(rowsOf(page)).toHaveCount(1)
  const add = addPortOf(page)
  await add.open.click()
  await add.port.fill('8090')
  await add.submit.click()
  await expect(rowOf(page, 8090)).toBeFocused()
  await page.getByRole('textbox', { name: 'Filter ports' }).fill('9000 tcp')
  await expect(rowsOf(page)).toHaveCount(1)
})

test.describe('in a Chinese browser', () => {
  test.use({ locale: 'zh-CN' })

  test('adds a port in Chinese', { tag: '@any-browser' }, async ({ page, rainbond }) => {
    await page.goto(portsPath('web'))
    await page.getByRole('button', { name: '添加端口', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: '添加端口：web' })
    const number = dialog.getByRole('textbox', { name: '端口号', exact: true })
    await number.fill('65536')
    await dialog.getByRole('button', { name: '添加端口', exact: true }).click()
    await expect(number).toHaveAccessibleDescription('端口号最大为 65535。')
    await number.fill('8090')
    await dialog.getByRole('switch', { name: '对内服务', exact: true }).check()
    await dialog.getByRole('button', { name: '添加端口', exact: true }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('status').filter({ hasText: '端口 8090 已添加。' })).toBeVisible()
    expect(await rainbond.port('web', 8090)).toMatchObject({ is_inner_service: true })
  })
})
