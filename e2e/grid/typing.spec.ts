import { listen } from '../support/calls'
import { addPortOf, planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { editorOf, openPorts, rowsOf, switchOf } from '../support/ports-page'
import { portsPath } from '../support/world'

test('several ports and ranges are added in one plan, with one notice', async ({ page, rainbond }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  const add = addPortOf(page)
  await add.open.click()
  await add.port.fill('7000-7003, 7010')
  await expect(add.port).toHaveAccessibleDescription('5 ports, added in one plan.')
  await expect(add.alias).toHaveValue('')
  await expect(add.alias).toHaveAccessibleDescription('Each port gets its own alias.')
  await add.protocol.selectOption('grpc')
  calls.forget()
  await add.submit.click()

  const plan = planOf(page)
  await expect(plan.dialog.getByText('Add port 7010 (grpc)')).toBeVisible()
  expect(calls.writes()).toEqual([])
  await plan.run.click()
  await expect(add.dialog).toBeHidden()
  await expect(page.getByRole('status').filter({ hasText: 'Port 7010 was added.' })).toContainText(
    /Port 7000 was added\. .*Port 7001 was added\./,
  )
  await expect(page.getByRole('button', { name: 'History (1)', exact: true })).toBeVisible()
  expect(calls.writes()).toEqual(Array(5).fill('POST ports'))
  for (const port of [7000, 7001, 7002, 7003, 7010]) {
    await expect(switchOf(page, 'Internal', port)).toBeVisible()
    const there = await rainbond.port('web', port)
    expect(there).toMatchObject({ protocol: 'grpc', is_inner_service: false })
    expect(there?.port_alias).toMatch(new RegExp(`${port}$`))
  }
})

test('invalid ports in a list are reported beside the field, and nothing is sent', async ({ page }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  const add = addPortOf(page)
  await add.open.click()
  calls.forget()
  for (const [typed, message] of [
    ['80 443', 'Separate ports with commas.'],
    ['8010-8000', 'Write a range from low to high, such as 8000-8010.'],
    ['1-65535', 'You can add at most 100 ports at once.'],
    ['7000,65536', 'The largest port is 65535.'],
    ['8079-8081', /The component already has these ports: 8080, 8081\./],
  ] as const) {
    await test.step(`port “${typed}”`, async () => {
      await add.port.fill(typed)
      await add.submit.click()
      await expect(add.port).toHaveAccessibleDescription(message)
      await expect(add.port).toHaveValue(typed)
    })
  }
  await add.port.fill('7000,7001')
  await add.alias.fill('WEB_BOTH')
  await add.submit.click()
  await expect(add.alias).toHaveAccessibleDescription(/An alias belongs to one port/)
  expect(calls.sent()).toEqual([])
})

for (const [how, typed] of [
  ['full-width digits', '８１０８'],
  ['a plus', '+8108'],
  ['blanks', ' 8108 '],
  ['zero-width characters', '\u200B8108\uFEFF'],
] as const) {
  test(`a port number with ${how} is read as the number it shows`, async ({ page, rainbond }) => {
    await openPorts(page, 'web')
    const add = addPortOf(page)
    await add.open.click()
    await add.port.fill(typed)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status').filter({ hasText: 'Port 8108 was added.' })).toBeVisible()
    expect(await rainbond.port('web', 8108)).toMatchObject({ container_port: 8108 })
  })
}

test('spaces and invisible characters around a name are not sent', async ({ page, rainbond }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  const { editAlias, alias, mark } = editorOf(page, 8081)
  await editAlias.click()
  await alias.fill(' WEB_METRICS\u200B ')
  await expect(mark).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(alias).toBeHidden()
  expect(calls.writes()).toEqual([])

  await editAlias.click()
  await alias.fill(' WEB_COUNTS\u00A0')
  await page.keyboard.press('Enter')
  await expect(alias).toBeHidden()
  await expect(page.getByText('Port 8081 now has the alias WEB_COUNTS.')).toBeVisible()
  expect(await rainbond.port('web', 8081)).toMatchObject({ port_alias: 'WEB_COUNTS' })

  const add = addPortOf(page)
  await add.open.click()
  await add.port.fill('8108')
  await add.alias.fill(' WEB_NEW\u200B')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Port 8108 was added.' })).toBeVisible()
  expect(await rainbond.port('web', 8108)).toMatchObject({ port_alias: 'WEB_NEW' })
})

test('the filter reads full-width digits as digits', async ({ page }) => {
  await page.goto(portsPath('web'))
  await page.getByRole('textbox', { name: 'Filter ports' }).fill('８０８')
  await expect(rowsOf(page)).toHaveCount(2)
})

test.describe('in a Chinese browser', () => {
  test.use({ locale: 'zh-CN' })

  test('several ports can be typed with the commas of a Chinese keyboard', async ({ page }) => {
    await page.goto(portsPath('web'))
    await page.getByRole('button', { name: '添加端口', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: '添加端口：web' })
    const number = dialog.getByRole('textbox', { name: '端口号', exact: true })
    await number.fill('７０００，７００１、7002～7004')
    await expect(number).toHaveAccessibleDescription('将一次添加 5 个端口。')
    await number.fill('7000 7001')
    await dialog.getByRole('button', { name: '添加端口', exact: true }).click()
    await expect(number).toHaveAccessibleDescription('多个端口之间请用逗号分隔。')
  })
})
