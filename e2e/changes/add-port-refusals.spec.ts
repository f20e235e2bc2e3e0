import type { Page } from '@playwright/test'
import { listen } from '../support/calls'
import { addPortOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { openPorts, rowsOf, switchOf } from '../support/ports-page'
import { portsPath } from '../support/world'

const rowOf = (page: Page, port: number) => rowsOf(page).filter({ has: switchOf(page, 'Internal', port) })

test('reports every invalid number and alias before anything is sent', async ({ page }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  const add = addPortOf(page)
  await add.open.click()
  calls.forget()

  for (const [typed, message] of [
    ['', 'Enter a port number.'],
    ['0', 'The smallest port is 1.'],
    ['-1', 'The smallest port is 1.'],
    ['65536', 'The largest port is 65535.'],
    ['80.5', 'Enter a whole number.'],
    ['http', 'Enter a number.'],
    ['8080', 'The component already has this port.'],
  ] as const) {
    await test.step(`port “${typed}”`, async () => {
      await add.port.fill(typed)
      await add.submit.click()
      await expect(add.port).toHaveAccessibleDescription(message)
      await expect(add.port).toBeFocused()
      await expect(add.port).toHaveValue(typed)
    })
  }
  await add.protocol.selectOption('udp')
  await expect(add.port).toHaveAccessibleDescription(/already has this port with another protocol/)

  await add.port.fill('8090')
  await expect(add.port).toHaveAccessibleDescription('')
  for (const [typed, message] of [
    ['', 'Enter an alias.'],
    ['web', /^Use capital letters/],
    ['8WEB', /^It must start with a capital letter/],
    ['WEB ADMIN', /^Only capital letters, digits/],
    ['WEB_ADMIN', /^Another port of this component already has this alias/],
    ['W'.repeat(65), /^At most 64 characters/],
  ] as const) {
    await test.step(`alias “${typed}”`, async () => {
      await add.alias.fill(typed)
      await add.submit.click()
      await expect(add.alias).toHaveAccessibleDescription(new RegExp(message))
      await expect(add.alias).toHaveValue(typed)
    })
  }
  expect(calls.writes()).toEqual([])
})

test.describe('refused', () => {
  test.use({ provokesFailures: true })

  test('reports a number that somebody else has taken beside the field, and keeps the text', async ({
    page,
    rainbond,
  }) => {
    await openPorts(page, 'web')
    const add = addPortOf(page)
    await add.open.click()
    await add.port.fill('8090')
    await add.alias.fill('WEB_NEW')
    await rainbond.add('web', 8090, 'tcp')
    await add.submit.click()

    await expect(add.port).toHaveAccessibleDescription('Someone else has added port 8090 in the meantime.')
    await expect(add.port).toHaveValue('8090')
    await expect(add.alias).toHaveValue('WEB_NEW')
    await expect(add.port).toBeFocused()

    await add.port.fill('8091')
    await add.submit.click()
    await expect(rowOf(page, 8091)).toBeFocused()
    expect(await rainbond.port('web', 8091)).toMatchObject({ port_alias: 'WEB_NEW' })
    expect(await rainbond.port('web', 8090)).toMatchObject({ protocol: 'tcp' })
  })

  test('reports a failure of the cluster in the dialog, and a second try succeeds', async ({
    page,
    rainbond,
  }) => {
    await openPorts(page, 'web')
    const add = addPortOf(page)
    await add.open.click()
    await add.port.fill('8090')
    await add.inner.check()
    await rainbond.fail({ fault: 'cluster-out-of-memory', count: 1 })
    await add.submit.click()
    await expect(add.dialog.getByRole('alert')).toContainText('集群资源不足')
    await expect(add.port).toHaveValue('8090')
    await expect(page.getByText(/Port 8090: Not added/)).toBeAttached()

    await add.submit.click()
    await expect(rowOf(page, 8090)).toBeFocused()
    expect(await rainbond.port('web', 8090)).toMatchObject({ is_inner_service: true })
  })
})

test.describe('in a Chinese browser', () => {
  test.use({ locale: 'zh-CN' })

  test('reports every invalid number and alias in Chinese', async ({ page }) => {
    const calls = listen(page)
    await page.goto(portsPath('web'))
    await page.getByRole('button', { name: '添加端口', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: '添加端口：web' })
    const number = dialog.getByRole('textbox', { name: '端口号', exact: true })
    const alias = dialog.getByRole('textbox', { name: '使用别名', exact: true })
    const submit = dialog.getByRole('button', { name: '添加端口', exact: true })
    for (const [field, typed, message] of [
      [number, '', '请填写端口号。'],
      [number, '0', '端口号最小为 1。'],
      [number, '-1', '端口号最小为 1。'],
      [number, '65536', '端口号最大为 65535。'],
      [number, '80.5', '端口号必须是整数。'],
      [number, 'http', '端口号必须是数字。'],
      [alias, 'web', /^不能使用小写字母/],
      [alias, '8WEB', /^必须以大写字母开头/],
      [alias, 'WEB ADMIN', /^只能包含大写字母、数字/],
      [alias, 'WEB_ADMIN', /^该组件的另一个端口已使用此别名/],
      [alias, 'W'.repeat(65), /^最多 64 个字符/],
      [number, '8080', '该组件已有此端口。'],
    ] as const) {
      await test.step(`“${typed}”`, async () => {
        await field.fill(typed)
        await submit.click()
        await expect(field).toHaveAccessibleDescription(message)
        await expect(field).toHaveValue(typed)
      })
    }
    await dialog.getByRole('combobox', { name: '端口协议', exact: true }).selectOption('udp')
    await expect(number).toHaveAccessibleDescription(/使用其他协议/)
    expect(calls.writes()).toEqual([])
  })
})
