import type { Page } from '@playwright/test'
import { listen } from '../support/calls'
import { addPortOf, planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { domainEditorOf, editorOf, openPorts } from '../support/ports-page'

const noticeOf = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text })

test('saving an alias on a stale page keeps a colleague’s new internal domain', async ({
  page,
  rainbond,
}) => {
  await openPorts(page, 'web')
  const row = editorOf(page, 8080)
  await row.editAlias.click()
  await row.alias.fill('WEB_BACK')
  await rainbond.rename('web', 80, 'WEB', 'web-v2')
  await row.save.click()
  const { dialog, run } = planOf(page)
  await run.click()
  await expect(dialog).toContainText('The internal domain was changed from web to web-v2.')
  await run.click()
  await expect(noticeOf(page, 'Port 8080 now has the alias WEB_BACK.')).toBeVisible()
  for (const port of await rainbond.ports('web')) expect(port.k8s_service_name).toBe('web-v2')
  expect(await rainbond.port('web', 8080)).toMatchObject({ port_alias: 'WEB_BACK' })

  // Nor does its undo restore the old domain.
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await run.click()
  await expect(noticeOf(page, 'Port 8080 now has the alias WEB_ADMIN.')).toBeVisible()
  for (const port of await rainbond.ports('web')) expect(port.k8s_service_name).toBe('web-v2')
})

test('saving an internal domain on a stale page keeps a colleague’s new alias', async ({
  page,
  rainbond,
}) => {
  await openPorts(page, 'web')
  const row = domainEditorOf(page)
  await row.editDomain.click()
  await row.domain.fill('shop-front')
  await rainbond.rename('web', 80, 'FRONT', 'web')
  await rainbond.rename('web', 8080, 'FRONT_ADMIN', 'web')
  await row.save.click()
  const { dialog, run } = planOf(page)
  await run.click()
  await expect(dialog).toContainText('The alias of port 80 was changed from WEB to FRONT.')
  await run.click()
  await expect(dialog).toBeHidden()
  expect(await rainbond.port('web', 80)).toMatchObject({
    port_alias: 'FRONT',
    k8s_service_name: 'shop-front',
  })
  expect(await rainbond.port('web', 8080)).toMatchObject({
    port_alias: 'FRONT_ADMIN',
    k8s_service_name: 'shop-front',
  })
})

test('a port is not added with an alias that a colleague has just used for another', async ({
  page,
  rainbond,
}) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  const form = addPortOf(page)
  await form.open.click()
  await form.port.fill('7000')
  await form.alias.fill('FRONT')
  await rainbond.rename('web', 8080, 'FRONT', 'web')
  await form.submit.click()
  await expect(form.dialog.getByText('Port 8080 already has the alias FRONT.')).toBeVisible()
  await expect(form.port).toHaveValue('7000')
  expect(calls.writes()).toEqual([])
})

test('a colleague’s new alias is shown before it is overwritten', async ({ page, rainbond }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  const row = editorOf(page, 8080)
  await row.editAlias.click()
  await row.alias.fill('MINE')
  await rainbond.rename('web', 8080, 'THEIRS', 'web')
  await row.save.click()
  const { dialog, run, cancel } = planOf(page)
  await run.click()
  await expect(dialog).toContainText('The alias of port 8080 was changed from WEB_ADMIN to THEIRS.')
  await cancel.click()
  await expect(row.alias).toHaveValue('MINE')
  expect(calls.writes()).toEqual([])
})
