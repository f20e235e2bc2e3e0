import type { Page } from '@playwright/test'
import { listen } from '../support/calls'
import { planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { domainEditorOf, editorOf, expectSettled, openPorts, switchOf } from '../support/ports-page'
import { portIn } from '../support/world'

const lastChange = (page: Page) => page.getByRole('region', { name: 'Last change' })

/** The sentence about changes that running components see only later. */
const later = 'Takes effect when the components are next updated or restarted.'

test('a new alias is reviewed first, with the variables that it renames', async ({ page, rainbond }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  const { editAlias, alias } = editorOf(page, 8080)
  await editAlias.click()
  await alias.fill('WEB_BACK')
  await page.keyboard.press('Enter')

  const { dialog, run } = planOf(page)
  for (const [was, is] of [
    ['WEB_ADMIN_HOST=web', 'WEB_BACK_HOST=web'],
    ['WEB_ADMIN_PORT=8080', 'WEB_BACK_PORT=8080'],
  ] as const) {
    const variable = dialog.getByRole('listitem').filter({ hasText: is })
    await expect(variable.getByRole('deletion')).toHaveText(was)
    await expect(variable.getByRole('insertion')).toHaveText(is)
  }
  await expect(dialog.getByText(later)).toHaveCount(1)
  expect(calls.writes()).toEqual([])

  await run.click()
  await expect(lastChange(page)).toContainText('Port 8080 now has the alias WEB_BACK.')
  await expect(lastChange(page).getByText(later)).toHaveCount(1)
  expect(await rainbond.port('web', 8080)).toMatchObject({ port_alias: 'WEB_BACK', k8s_service_name: 'web' })
})

test('a new internal domain is saved without the unsaved alias of a port', async ({ page, rainbond }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  const { editAlias, alias, mark } = editorOf(page, 8081)
  const { editDomain, domain } = domainEditorOf(page)
  await editAlias.click()
  await alias.fill('WEB_COUNTS')
  await editDomain.click()
  await domain.fill('shop-web')
  await page.keyboard.press('Enter')

  const { dialog, run } = planOf(page)
  await expect(dialog.getByText('WEB_HOST=shop-web', { exact: true })).toBeVisible()
  expect(calls.writes()).toEqual([])
  await run.click()
  await expect(lastChange(page)).toContainText('The internal domain was changed from web to shop-web.')
  await expect(alias).toHaveValue('WEB_COUNTS')
  await expect(mark).toBeVisible()
  expect(await rainbond.port('web', 80)).toMatchObject({ port_alias: 'WEB', k8s_service_name: 'shop-web' })
  expect(await rainbond.port('web', 8081)).toMatchObject({ port_alias: 'WEB_METRICS' })

  // Its inner is closed, so a new alias is saved at once.
  await alias.press('Enter')
  await expect(lastChange(page)).toContainText('Port 8081 now has the alias WEB_COUNTS.')
})

test('the notice of a new internal domain mentions no unchanged alias', async ({ page }) => {
  await openPorts(page, 'web')
  const { editDomain, domain } = domainEditorOf(page)
  await editDomain.click()
  await domain.fill('shop-web')
  await page.keyboard.press('Enter')
  await planOf(page).run.click()
  await expect(lastChange(page)).toContainText('The internal domain was changed from web to shop-web.')
  await expect(lastChange(page)).not.toContainText('alias')
})

test('two rows saved in quick succession are both changed', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  const { editDomain, domain } = domainEditorOf(page)
  for (const [port, text, name] of [
    [8080, 'WEB_ONE', 'first'],
    [8081, 'WEB_TWO', 'second'],
  ] as const) {
    const { editAlias, alias } = editorOf(page, port)
    await editAlias.click()
    await alias.fill(text)
    await page.keyboard.press('Enter')
    if (port === 8080) await planOf(page).run.click()
    await editDomain.click()
    await domain.fill(name)
    await page.keyboard.press('Enter')
    await planOf(page).run.click()
  }
  await expect(lastChange(page)).toContainText('The internal domain was changed from first to second.')
  await expect(page.getByText('Not changed.')).toHaveCount(0)
  expect(await rainbond.port('web', 8080)).toMatchObject({
    port_alias: 'WEB_ONE',
    k8s_service_name: 'second',
  })
  expect(await rainbond.port('web', 8081)).toMatchObject({ port_alias: 'WEB_TWO' })
})

test('closing outer of a port with a custom domain asks and names the domain', async ({ page, rainbond }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  await switchOf(page, 'External', 80).click()
  const { dialog, run, cancel } = planOf(page)
  await expect(dialog.getByText('https://www.shop.test')).toBeVisible()
  expect(calls.writes()).toEqual([])
  await cancel.click()
  await expectSettled(switchOf(page, 'External', 80), true)

  await switchOf(page, 'External', 80).click()
  await run.click()
  await expectSettled(switchOf(page, 'External', 80), false)
  await expect(lastChange(page)).toContainText(/Also closed: .*https:\/\/www\.shop\.test/)
  expect(await rainbond.port('web', 80)).toMatchObject({ is_outer_service: false })
})

test('closing an assigned address takes one click, and its notice names the address', async ({
  page,
  rainbond,
}) => {
  const port = portIn('both', 'outer')
  await openPorts(page, 'all-tcp')
  await expect(page.getByText(/^192\.0\.2\.10:\d+$/).first()).toBeVisible()
  await switchOf(page, 'External', port).click()
  await expectSettled(switchOf(page, 'External', port), false)
  await expect(lastChange(page)).toContainText(/Also closed: 192\.0\.2\.10:\d+\./)
  expect(await rainbond.port('all-tcp', port)).toMatchObject({ is_outer_service: false })
})

test('closing outer waits for the gateway rules, and asks only if it must', async ({ page, rainbond }) => {
  const calls = listen(page)
  const port = portIn('both', 'outer')
  await rainbond.fail({ fault: 'slow', method: 'GET', path: '**/domains', latencyMs: 1500 })
  await openPorts(page, 'all-http')
  await switchOf(page, 'External', port).click()
  await expect(switchOf(page, 'External', port)).toHaveAttribute('aria-busy', 'true')
  await expectSettled(switchOf(page, 'External', port), false)
  await expect(lastChange(page)).toContainText(/Also closed: http:/)
  expect(calls.writes()).toEqual([`PUT port ${port} close_outer`])

  calls.forget()
  await openPorts(page, 'web')
  await switchOf(page, 'External', 80).click()
  await expect(planOf(page).run).toBeVisible()
  expect(calls.writes()).toEqual([])
})

test('a port that looks like an administration interface asks before it opens outside', async ({ page }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  await switchOf(page, 'External', 8080).click()
  await expect(planOf(page).dialog).toContainText('The name contains “ADMIN”.')
  await planOf(page).cancel.click()
  await expectSettled(switchOf(page, 'External', 8080), false)

  await openPorts(page, 'console')
  await switchOf(page, 'External', 8080).click()
  await expect(planOf(page).dialog).toContainText('The name contains “CONSOLE”.')
  await planOf(page).cancel.click()
  await expect(planOf(page).dialog).toBeHidden()
  expect(calls.writes()).toEqual([])
})

test('an ordinary web port opens outside with one click', async ({ page, rainbond }) => {
  await openPorts(page, 'only-one')
  await switchOf(page, 'External', 8080).click()
  await expectSettled(switchOf(page, 'External', 8080), true)
  expect(await rainbond.port('only-one', 8080)).toMatchObject({ is_outer_service: true })
})

test('a TCP port that opens outside for the first time shows its address, and later opens with one click', async ({
  page,
}) => {
  const calls = listen(page)
  const port = portIn('inner', 'outer')
  await openPorts(page, 'all-tcp')
  await switchOf(page, 'External', port).click()
  const { dialog, run } = planOf(page)
  await expect(dialog).toContainText('192.0.2.10, on a TCP port of the cluster’s gateway')
  expect(calls.writes()).toEqual([])
  await run.click()
  await expectSettled(switchOf(page, 'External', port), true)

  for (const on of [false, true]) {
    await switchOf(page, 'External', port).click()
    await expectSettled(switchOf(page, 'External', port), on)
  }
  await expect(dialog).toBeHidden()
})
