import { listen } from '../support/calls'
import { planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { domainEditorOf, editorOf, openPorts } from '../support/ports-page'
import { portsPath } from '../support/world'

test('Enter saves an alias, and the focus returns to the button', async ({ page, rainbond }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  const { row, editAlias, alias } = editorOf(page, 8081)
  await editAlias.click()
  await expect(alias).toBeFocused()
  await expect(alias).toHaveValue('WEB_METRICS')
  await alias.fill('WEB_BACK')
  await page.keyboard.press('Enter')

  await expect(alias).toBeHidden()
  await expect(row.getByText('WEB_BACK', { exact: true })).toBeVisible()
  await expect(editAlias).toBeFocused()
  expect(calls.writes()).toEqual(['PUT port 8081 change_port_alias'])
  expect(await rainbond.port('web', 8081)).toMatchObject({
    port_alias: 'WEB_BACK',
    k8s_service_name: 'web',
  })
})

test('Save saves an alias', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  const { editAlias, alias, save } = editorOf(page, 8080)
  await editAlias.click()
  await alias.fill('WEB_BACK')
  await save.click()
  await planOf(page).run.click()
  await expect(alias).toBeHidden()
  expect(await rainbond.port('web', 8080)).toMatchObject({ port_alias: 'WEB_BACK' })
})

test('Escape and Cancel send nothing', async ({ page }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  const { row, editAlias, alias, cancel } = editorOf(page, 8080)
  for (const leave of [() => page.keyboard.press('Escape'), () => cancel.click()]) {
    await editAlias.click()
    await alias.fill('WEB_BACK')
    await leave()
    await expect(alias).toBeHidden()
    await expect(row.getByText('WEB_ADMIN', { exact: true })).toBeVisible()
  }
  expect(calls.writes()).toEqual([])
})

test('leaving a cell sends nothing, and keeps and marks the typed text', async ({ page }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  const { editAlias, alias, mark } = editorOf(page, 8080)
  await editAlias.click()
  await expect(mark).toBeHidden()
  await alias.fill('WEB_BACK')
  await page.getByRole('textbox', { name: 'Filter ports' }).click()
  await expect(mark).toBeVisible()
  await expect(alias).toHaveValue('WEB_BACK')
  expect(calls.writes()).toEqual([])
})

test('a draft survives a refresh, a filter and another draft', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  const { editAlias, alias, mark } = editorOf(page, 8080)
  const other = editorOf(page, 8081)
  await editAlias.click()
  await alias.fill('WEB_BACK')
  await other.editAlias.click()
  await other.alias.fill('WEB_COUNTS')

  await rainbond.change('web', 8080, { action: 'close_inner' })
  await page.getByRole('button', { name: 'Refresh', exact: true }).click()
  await expect(page.getByRole('switch', { name: 'Internal access, port 8080' })).not.toBeChecked()
  await expect(alias).toHaveValue('WEB_BACK')

  await page.getByRole('textbox', { name: 'Filter ports' }).fill('9000')
  await expect(page.getByRole('switch', { name: 'Internal access, port 80', exact: true })).toBeHidden()
  await expect(alias).toHaveValue('WEB_BACK')
  await expect(mark).toBeVisible()
  await expect(other.alias).toHaveValue('WEB_COUNTS')
})

test('leaving the page with a draft asks', async ({ page }) => {
  const questions: string[] = []
  let answer = false
  page.on('dialog', (question) => {
    questions.push(question.message())
    void (answer ? question.accept() : question.dismiss())
  })
  await openPorts(page, 'web')
  const { editAlias, alias } = editorOf(page, 8080)
  await editAlias.click()
  await alias.fill('WEB_BACK')

  const home = page.getByRole('link', { name: 'Portdeck' })
  await home.click()
  await expect.poll(() => questions).toEqual([expect.stringContaining('unsaved changes')])
  await expect(alias).toHaveValue('WEB_BACK')

  answer = true
  await home.click()
  await expect(page.getByRole('grid', { name: 'Ports' })).toBeHidden()
  expect(questions).toHaveLength(2)
})

test('an unchanged field closes without a question or a call', { tag: '@any-browser' }, async ({ page }) => {
  const calls = listen(page)
  const questions: string[] = []
  page.on('dialog', (question) => {
    questions.push(question.message())
    void question.accept()
  })
  await openPorts(page, 'web')
  const { editAlias, alias, editProtocol, protocol } = editorOf(page, 8080)
  const { editDomain, domain, save } = domainEditorOf(page)
  calls.forget()

  await editAlias.click()
  await expect(alias).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(alias).toBeHidden()

  await editDomain.click()
  await domain.fill('other')
  await domain.fill('web')
  await save.click()
  await expect(domain).toBeHidden()

  await editProtocol.click()
  await protocol.selectOption('tcp')
  await protocol.selectOption('http')
  await page.getByRole('textbox', { name: 'Filter ports' }).focus()
  await expect(protocol).toBeHidden()

  await editAlias.click()
  await page.getByRole('link', { name: 'Portdeck' }).click()
  await expect(page.getByRole('grid', { name: 'Ports' })).toBeHidden()
  expect(questions).toEqual([])
  expect(calls.writes()).toEqual([])
})

test(
  'the review of a new internal domain shows its changes and names all ports',
  { tag: '@any-browser' },
  async ({ page, rainbond }) => {
    const calls = listen(page)
    await openPorts(page, 'web')
    const { editDomain, domain } = domainEditorOf(page)
    await editDomain.click()
    await domain.fill('shop-web')
    await page.keyboard.press('Enter')

    const { dialog, run } = planOf(page)
    for (const alias of ['WEB', 'WEB_ADMIN', 'WEB_FEED']) {
      const variable = dialog.getByRole('listitem').filter({ hasText: `${alias}_HOST=` })
      await expect(variable.getByRole('deletion')).toHaveText(`${alias}_HOST=web`)
      await expect(variable.getByRole('insertion')).toHaveText(`${alias}_HOST=shop-web`)
    }
    await expect(dialog.getByText('Port 9000, internal')).toBeVisible()
    expect(calls.writes()).toEqual([])

    await run.click()
    await expect(dialog).toBeHidden()
    await expect(domain).toBeHidden()
    expect(calls.writes()).toEqual(['PUT port 80 change_port_alias'])
    const names = (await rainbond.ports('web')).map((port) => port.k8s_service_name)
    expect(new Set(names)).toEqual(new Set(['shop-web']))
    await expect(page.getByRole('main').getByText('shop-web', { exact: true })).toHaveCount(1)
  },
)

test('cancelling a plan returns to the typed text', async ({ page }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  const { editDomain, domain } = domainEditorOf(page)
  await editDomain.click()
  await domain.fill('shop-web')
  await page.keyboard.press('Enter')
  await planOf(page).cancel.click()
  await expect(planOf(page).dialog).toBeHidden()
  await expect(domain).toHaveValue('shop-web')
  await expect(domain).toBeFocused()
  expect(calls.writes()).toEqual([])
})

test(
  'changing the protocol of a port that is open outside shows a plan with its addresses',
  { tag: '@any-browser' },
  async ({ page, rainbond }) => {
    const calls = listen(page)
    await openPorts(page, 'web')
    const { chooseProtocol, mark, save } = editorOf(page, 9000)
    await chooseProtocol('http')
    await expect(mark).toBeVisible()
    expect(calls.writes()).toEqual([])
    await save.click()

    const { dialog, steps, run } = planOf(page)
    await expect(steps).toHaveCount(3)
    await expect(dialog.getByText('Port 9000, external')).toBeVisible()
    await expect(dialog.getByText(/^192\.0\.2\.10:\d+$/)).toBeVisible()
    await expect(dialog.getByText('a domain assigned by Rainbond')).toBeVisible()
    await run.click()
    await expect(dialog).toBeHidden()
    await expect(save).toBeHidden()
    expect(calls.writes()).toEqual([
      'PUT port 9000 close_outer',
      'PUT port 9000 change_protocol',
      'PUT port 9000 open_outer',
    ])
    expect(await rainbond.port('web', 9000)).toMatchObject({ protocol: 'http', is_outer_service: true })
  },
)

test('a person edits an alias, a domain and a protocol with the keyboard only', async ({
  page,
  rainbond,
  browserName,
}) => {
  // WebDriver’s keys don't reach the list of a choice in Firefox, which is a window of its own. Without it, they choose too.
  const opensList = browserName !== 'firefox'
  if (!opensList)
    await page.addInitScript(() => {
      HTMLSelectElement.prototype.showPicker = () => undefined
    })
  await openPorts(page, 'web')
  const { editAlias, alias, editProtocol, protocol } = editorOf(page, 8081)
  const { editDomain, domain } = domainEditorOf(page)
  await editAlias.focus()
  await page.keyboard.press('Enter')
  await expect(alias).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('WEB_COUNTS')
  await page.keyboard.press('Enter')
  await expect(editAlias).toBeFocused()
  expect(await rainbond.port('web', 8081)).toMatchObject({ port_alias: 'WEB_COUNTS' })

  await editDomain.focus()
  await page.keyboard.press('Enter')
  await expect(domain).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.type('-2')
  await page.keyboard.press('Enter')
  await expect(planOf(page).run).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(planOf(page).dialog).toBeHidden()
  await expect(editDomain).toBeFocused()
  expect(await rainbond.port('web', 8081)).toMatchObject({ k8s_service_name: 'web-2' })

  await editProtocol.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('grpc')
  if (opensList) await page.keyboard.press('Enter')
  await expect(protocol).toHaveValue('grpc')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await rainbond.port('web', 8081))?.protocol).toBe('grpc')
})

test.describe('in a Chinese browser', () => {
  test.use({ locale: 'zh-CN' })

  test('edits an alias in Chinese', { tag: '@any-browser' }, async ({ page, rainbond }) => {
    await page.goto(portsPath('web'))
    await page.getByRole('button', { name: '编辑使用别名，端口 8080', exact: true }).click()
    const alias = page.getByRole('textbox', { name: '使用别名，端口 8080', exact: true })
    await alias.fill('WEB_METRICS')
    await page.keyboard.press('Enter')
    await expect(alias).toHaveAccessibleDescription('该组件的另一个端口已使用此别名。')
    await alias.fill('WEB_BACK')
    await expect(page.getByText('未保存', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '修改使用别名', exact: true }).click()
    await expect(alias).toBeHidden()
    expect(await rainbond.port('web', 8080)).toMatchObject({ port_alias: 'WEB_BACK' })
  })

  test('the review of a new internal domain is in Chinese', { tag: '@any-browser' }, async ({ page }) => {
    await page.goto(portsPath('web'))
    await page.getByRole('button', { name: '编辑内部域名', exact: true }).click()
    const domain = page.getByRole('textbox', { name: '内部域名', exact: true })
    await domain.fill('Web')
    await page.keyboard.press('Enter')
    await expect(domain).toHaveAccessibleDescription('不能使用大写字母。')
    await domain.fill('shop-web')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog').getByText('WEB_HOST=shop-web', { exact: true })).toBeVisible()
    await page.getByRole('dialog').getByRole('button', { name: '取消', exact: true }).click()
    await expect(domain).toHaveValue('shop-web')
  })
})
