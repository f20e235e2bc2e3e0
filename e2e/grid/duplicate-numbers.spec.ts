import type { Page } from '@playwright/test'
import { listen } from '../support/calls'
import { planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { domainEditorOf, editorOf, openPorts, rowsOf, switchOf } from '../support/ports-page'
import { seed } from '../support/world'

/** A seed in which `web` serves DNS on port 53 over both tcp and udp. */
function worldWithNames(): typeof seed {
  const web = seed.ports.find(({ port_alias }) => port_alias === 'WEB_METRICS')
  if (!web) throw new Error('There is no port to copy')
  const port53 = (protocol: string) => ({
    ...web,
    container_port: 53,
    mapping_port: 53,
    protocol,
    port_alias: `NAMES_${protocol.toUpperCase()}`,
  })
  return { ...seed, ports: [...seed.ports, port53('tcp'), port53('udp')] }
}

const namesOf = (page: Page) =>
  rowsOf(page).filter({ has: page.getByRole('rowheader', { name: '53', exact: true }) })

test.beforeEach(async ({ rainbond }) => {
  await rainbond.start(worldWithNames())
})

test('a duplicate number has two rows, which explain why neither can be changed', async ({ page }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  await expect(rowsOf(page)).toHaveCount(20)
  await expect(namesOf(page)).toHaveCount(2)
  await expect(namesOf(page).nth(0)).toContainText('NAMES_TCP')
  await expect(namesOf(page).nth(1)).toContainText('NAMES_UDP')

  for (const row of await namesOf(page).all()) {
    await expect(row.getByText(/^Listed twice, so it can’t be changed here/)).toBeVisible()
    const controls = [
      ...(await row.getByRole('switch').all()),
      ...(await row.getByRole('button', { name: /^Edit / }).all()),
    ]
    expect(controls).toHaveLength(4)
    for (const control of controls) {
      await control.focus()
      await expect(control).toBeFocused()
      await expect(control).toHaveAccessibleDescription(/identifies ports by number only/)
      await page.keyboard.press('Enter')
    }
    await expect(row.getByRole('combobox')).toHaveCount(0)
    await expect(row.getByRole('textbox')).toHaveCount(0)
    await row.getByRole('button', { name: 'Actions, port 53', exact: true }).click()
    const remove = page.getByRole('menuitem', { name: 'Delete port', exact: true })
    await expect(remove).toHaveAccessibleDescription(/identifies ports by number only/)
    await remove.focus()
    await page.keyboard.press('Enter')
    await expect(remove).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(remove).toBeHidden()
  }
  await expect(planOf(page).dialog).toBeHidden()
  expect(calls.writes()).toEqual([])
})

test('the other ports of the component and its internal domain can be changed', async ({
  page,
  rainbond,
}) => {
  await openPorts(page, 'web')
  await switchOf(page, 'Internal', 8081).click()
  await expect(page.getByText('Internal access on port 8081 is open.')).toBeVisible()
  const { editDomain, domain } = domainEditorOf(page)
  await editDomain.click()
  await domain.fill('shop-web')
  await page.keyboard.press('Enter')
  await planOf(page).run.click()
  await expect(planOf(page).dialog).toBeHidden()
  await expect(domain).toBeHidden()
  expect(await rainbond.port('web', 8081)).toMatchObject({
    is_inner_service: true,
    k8s_service_name: 'shop-web',
  })
})

test('a changed protocol keeps its row, the focus and the draft beside it in place', async ({ page }) => {
  await openPorts(page, 'web')
  const { row, chooseProtocol, editProtocol, save, editAlias, alias, mark } = editorOf(page, 8081)
  await chooseProtocol('tcp')
  await save.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Port 8081 now uses tcp.')).toBeVisible()
  await expect(editProtocol).toBeFocused()
  await editAlias.click()
  await alias.fill('WEB_TYPED')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText(/Undone:/)).toBeVisible()
  await expect(row.getByText('http', { exact: true })).toBeVisible()
  await expect(alias).toHaveValue('WEB_TYPED')
  await expect(mark).toBeVisible()
})
