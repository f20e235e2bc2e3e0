import { slowDown } from '../support/browser'
import { listen } from '../support/calls'
import { addPortOf, planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { domainEditorOf, editorOf, openPorts } from '../support/ports-page'
import { seed } from '../support/world'

test('an undone alias leaves no draft', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  const { row, editAlias, alias, save } = editorOf(page, 8081)
  await editAlias.click()
  await alias.fill('WEB_COUNTS')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Port 8081 now has the alias WEB_COUNTS.')).toBeVisible()

  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText(/Undone:/)).toBeVisible()
  await expect(row.getByText('WEB_METRICS', { exact: true })).toBeVisible()
  await expect(alias).toBeHidden()
  await expect(save).toBeHidden()
  expect(await rainbond.port('web', 8081)).toMatchObject({ port_alias: 'WEB_METRICS' })
})

test.describe('read back late', () => {
  test.use({ provokesFailures: true })

  test('an undone alias leaves no draft when it was read back late', async ({ page, rainbond }) => {
    const calls = listen(page)
    await openPorts(page, 'web')
    const { editAlias, alias, save } = editorOf(page, 8081)
    await editAlias.click()
    await alias.fill('WEB_COUNTS')
    await rainbond.fail({ fault: 'slow', method: 'PUT', latencyMs: 1500 })
    await page.keyboard.press('Enter')
    // The change is sent. Reads from now on fail until the console recovers.
    await expect.poll(() => calls.writes()).toHaveLength(1)
    await rainbond.fail({ fault: 'html', method: 'GET', path: '/ports' })
    await expect(page.getByText(/couldn’t be read back/)).toBeVisible()
    await rainbond.fail()
    await page.getByRole('button', { name: 'Refresh', exact: true }).click()
    await expect(page.getByText('Updated just now')).toBeVisible()

    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(page.getByText(/Undone:/)).toBeVisible()
    await expect(alias).toBeHidden()
    await expect(save).toBeHidden()
  })
})

test('an undone protocol leaves no draft', { tag: '@any-browser' }, async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  const { row, chooseProtocol, save } = editorOf(page, 8081)
  await chooseProtocol('grpc')
  await save.click()
  await expect(page.getByText('Port 8081 now uses grpc.')).toBeVisible()

  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText(/Undone:/)).toBeVisible()
  await expect(row.getByText('http', { exact: true })).toBeVisible()
  await expect(save).toBeHidden()
  expect(await rainbond.port('web', 8081)).toMatchObject({ protocol: 'http' })
})

test(
  'an internal domain leaves no draft when it is undone or another field is edited',
  { tag: '@any-browser' },
  async ({ page, rainbond }) => {
    await openPorts(page, 'web')
    const { editDomain, domain } = domainEditorOf(page)
    const { chooseProtocol, save, cancel } = editorOf(page, 8081)
    await editDomain.click()
    await domain.fill('shop-web')
    await page.keyboard.press('Enter')
    await planOf(page).run.click()
    await expect(planOf(page).dialog).toBeHidden()
    await expect(domain).toBeHidden()

    await chooseProtocol('tcp')
    await expect(save).toBeVisible()
    await expect(domain).toBeHidden()
    await cancel.click()

    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await planOf(page).run.click()
    await expect(planOf(page).dialog).toBeHidden()
    await expect(page.getByText(/Undone:/)).toBeVisible()
    await expect(save).toBeHidden()
    await expect(domain).toBeHidden()
    expect(await rainbond.port('web', 8081)).toMatchObject({ k8s_service_name: 'web' })
  },
)

test(
  'a saved alias leaves no draft when somebody else changes it',
  { tag: '@any-browser' },
  async ({ page, rainbond }) => {
    await openPorts(page, 'web')
    const { row, editAlias, alias, save } = editorOf(page, 8081)
    await editAlias.click()
    await alias.fill('WEB_COUNTS')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Port 8081 now has the alias WEB_COUNTS.')).toBeVisible()

    await rainbond.change('web', 8081, {
      action: 'change_port_alias',
      port_alias: 'WEB_THEIRS',
      k8s_service_name: 'web',
    })
    await page.getByRole('button', { name: 'Refresh', exact: true }).click()
    await expect(row.getByText('WEB_THEIRS', { exact: true })).toBeVisible()
    await expect(alias).toBeHidden()
    await expect(save).toBeHidden()
  },
)

test(
  'a draft survives a change of the component’s status',
  { tag: '@any-browser' },
  async ({ page, rainbond }) => {
    await page.clock.install()
    await openPorts(page, 'web')
    const { editAlias, alias, mark } = editorOf(page, 8080)
    await editAlias.click()
    await alias.fill('WEB_BACK')
    await expect(page.getByText('Status: running')).toBeVisible()

    await rainbond.start({
      ...seed,
      services: seed.services.map((service) =>
        service.service_cname === 'web' ? { ...service, status: 'closed' } : service,
      ),
    })
    await page.clock.fastForward('02:00')
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
    await expect(page.getByText('Status: stopped')).toBeVisible()
    await expect(alias).toHaveValue('WEB_BACK')
    await expect(alias).toBeFocused()
    await expect(mark).toBeVisible()
  },
)

test('text typed right after the first press on a pencil arrives in its field', async ({ page }) => {
  await openPorts(page, 'web')
  await slowDown(page, 2000)
  const { editAlias, alias } = editorOf(page, 8080)
  await editAlias.click()
  await page.keyboard.press('End')
  await page.keyboard.type('_BACK')
  await expect(alias).toHaveValue('WEB_ADMIN_BACK')
  await expect(alias).toBeFocused()
})

test('text typed right after the first press on “Add port” arrives in the dialog', async ({ page }) => {
  await openPorts(page, 'web')
  await slowDown(page, 1000)
  const add = addPortOf(page)
  await add.open.click()
  await page.keyboard.type('80')
  await expect(add.dialog).toBeVisible()
  await expect(add.submit).toBeVisible()
  await expect(add.port).toBeFocused()
  await page.keyboard.type('90')
  await expect(add.port).toHaveValue('8090')
})

test('Enter before the dialog of a new port is loaded adds the typed port', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  await slowDown(page, 1000)
  await addPortOf(page).open.click()
  await page.keyboard.type('8091')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Port 8091 was added.' })).toBeVisible()
  expect(await rainbond.port('web', 8091)).toMatchObject({ protocol: 'http', is_inner_service: false })
})

test('text typed before the dialog of a new port failed to load is there at the next press', async ({
  page,
}) => {
  await openPorts(page, 'web')
  await slowDown(page, 1000)
  const add = addPortOf(page)
  await add.open.click()
  await page.keyboard.type('8090')
  await page.keyboard.press('Escape')
  await expect(add.dialog).toBeHidden()
  await expect(add.open).toBeFocused()
  await expect(add.open).toHaveAccessibleDescription('Not saved')
  await add.open.click()
  await expect(add.submit).toBeVisible()
  await expect(add.port).toHaveValue('8090')
})

test('a key right after the press on a row’s menu moves within the menu', async ({ page }) => {
  await openPorts(page, 'web')
  await slowDown(page, 2000)
  await page.getByRole('button', { name: 'Actions, port 8080', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitem', { name: 'Delete port', exact: true })).toBeFocused()
})
