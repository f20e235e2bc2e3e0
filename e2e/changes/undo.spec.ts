import type { Page } from '@playwright/test'
import { listen } from '../support/calls'
import { addPortOf, planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { editorOf, expectSettled, openPorts, switchOf } from '../support/ports-page'
import { portsPath } from '../support/world'

const undo = (page: Page) => page.getByRole('button', { name: 'Undo', exact: true }).first()
const noticeOf = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text })

test('undoes a switch, a plan, an alias and an added port', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  const before = await rainbond.ports('web')

  await test.step('a switch', async () => {
    await switchOf(page, 'Internal', 8081).click()
    await expectSettled(switchOf(page, 'Internal', 8081), true)
    await undo(page).click()
    await expect(noticeOf(page, 'Undone: Internal access on port 8081 is closed.')).toBeVisible()
    expect(await rainbond.ports('web')).toEqual(before)
  })

  await test.step('a plan', async () => {
    await switchOf(page, 'Internal', 80).click()
    await planOf(page).run.click()
    await expect(planOf(page).dialog).toBeHidden()
    await expectSettled(switchOf(page, 'External', 80), false)
    await undo(page).click()
    await planOf(page).run.click()
    await expect(planOf(page).dialog).toBeHidden()
    await expectSettled(switchOf(page, 'Internal', 80), true)
    await expectSettled(switchOf(page, 'External', 80), true)
    expect(await rainbond.ports('web')).toEqual(before)
  })

  await test.step('an alias', async () => {
    const { row, editAlias, alias } = editorOf(page, 8080)
    await editAlias.click()
    await alias.fill('WEB_BACK')
    await page.keyboard.press('Enter')
    await planOf(page).run.click()
    await expect(noticeOf(page, 'Port 8080 now has the alias WEB_BACK.')).toBeVisible()
    await undo(page).click()
    await planOf(page).run.click()
    await expect(row.getByText('WEB_ADMIN', { exact: true })).toBeVisible()
    await expect(noticeOf(page, 'Undone: Port 8080 now has the alias WEB_ADMIN.')).toBeVisible()
    expect(await rainbond.ports('web')).toEqual(before)
  })

  await test.step('an added port', async () => {
    const add = addPortOf(page)
    await add.open.click()
    await add.port.fill('8090')
    await add.submit.click()
    await expect(noticeOf(page, 'Port 8090 was added.')).toBeVisible()
    await undo(page).click()
    await planOf(page).run.click()
    await expect(switchOf(page, 'Internal', 8090)).toBeHidden()
    await expect(noticeOf(page, 'Undone: Port 8090 was deleted.')).toBeVisible()
    expect(await rainbond.ports('web')).toEqual(before)
  })
})

test(
  'undoing a deletion restores the port as it was open, and says what it cannot restore',
  { tag: '@any-browser' },
  async ({ page, rainbond }) => {
    await openPorts(page, 'web')
    await page.getByRole('button', { name: 'Actions, port 80', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Delete port', exact: true }).click()
    await planOf(page).run.click()
    await expect(
      noticeOf(page, /Port 80 was deleted\..*Undo can’t restore.*https:\/\/www\.shop\.test/),
    ).toBeVisible()

    await undo(page).click()
    await expect(planOf(page).steps.first()).toContainText('Add port 80 (http)')
    await planOf(page).run.click()
    await expect(planOf(page).dialog).toBeHidden()
    await expectSettled(switchOf(page, 'External', 80), true)
    expect(await rainbond.port('web', 80)).toMatchObject({
      port_alias: 'WEB',
      protocol: 'http',
      is_inner_service: true,
      is_outer_service: true,
    })
  },
)

test(
  'an undo keeps somebody else’s later changes, and says so',
  { tag: '@any-browser' },
  async ({ page, rainbond }) => {
    const calls = listen(page)
    await openPorts(page, 'web')
    await switchOf(page, 'Internal', 8081).click()
    await expectSettled(switchOf(page, 'Internal', 8081), true)
    await rainbond.change('web', 8081, { action: 'close_inner' })
    calls.forget()
    await undo(page).click()
    await expect(noticeOf(page, 'Nothing left to undo: it has been changed again since.')).toBeVisible()
    expect(calls.writes()).toEqual([])
  },
)

test('every change can be undone, earlier ones too', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  await switchOf(page, 'Internal', 8081).click()
  await expectSettled(switchOf(page, 'Internal', 8081), true)
  await switchOf(page, 'Internal', 8080).click()
  await expectSettled(switchOf(page, 'Internal', 8080), false)
  await page.getByRole('button', { name: 'History (2)', exact: true }).click()
  const changes = page.getByRole('dialog', { name: 'History of this tab' }).getByRole('listitem')
  await changes.last().getByRole('button', { name: 'Undo', exact: true }).click()
  await expectSettled(switchOf(page, 'Internal', 8081), false)
  expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: false })
  expect(await rainbond.port('web', 8080)).toMatchObject({ is_inner_service: false })
})

test(
  'closing outer reports what was read back, and which gateway rule is still open',
  { tag: '@any-browser' },
  async ({ page, rainbond }) => {
    await openPorts(page, 'web')
    await switchOf(page, 'External', 80).click()
    await planOf(page).run.click()
    await expect(noticeOf(page, 'External access on port 80 is closed in Rainbond’s records.')).toBeVisible()
    await undo(page).click()
    await expectSettled(switchOf(page, 'External', 80), true)

    // Somebody else opens it again before it is read back.
    await rainbond.fail(
      { fault: 'slow', method: 'GET', path: '**/services/*/ports', latencyMs: 3000, count: 1 },
      { fault: 'slow', method: 'GET', path: '**/domains', latencyMs: 3000 },
    )
    const closed = page.waitForResponse((answer) => answer.request().method() === 'PUT')
    await switchOf(page, 'External', 80).click()
    await planOf(page).run.click()
    await closed
    await rainbond.change('web', 80, { action: 'open_outer' })
    await expect(noticeOf(page, /Still open at the gateway: .*www\.shop\.test\./)).toBeVisible()
  },
)

test(
  'opening outer names every address that opens, including a kept custom domain',
  { tag: '@any-browser' },
  async ({ page }) => {
    await openPorts(page, 'web')
    await switchOf(page, 'Internal', 80).click()
    await planOf(page).run.click()
    await expectSettled(switchOf(page, 'External', 80), false)
    await switchOf(page, 'External', 80).click()
    await expect(planOf(page).dialog.getByText('https://www.shop.test')).toBeVisible()
    await planOf(page).run.click()
    await expect(page.getByRole('link', { name: 'https://www.shop.test' })).toBeVisible()
  },
)

test.describe('in a Chinese browser', () => {
  test.use({ locale: 'zh-CN' })

  test('changes are reported and undone in Chinese', { tag: '@any-browser' }, async ({ page, rainbond }) => {
    await page.goto(portsPath('web'))
    const outer = page.getByRole('switch', { name: '对外服务，端口 80', exact: true })
    await outer.click()
    await page.getByRole('dialog').getByRole('button', { name: '关闭对外服务', exact: true }).click()
    await expect(noticeOf(page, '端口 80 的对外服务在 Rainbond 的记录中已关闭。')).toBeVisible()
    await page.getByRole('button', { name: '撤销', exact: true }).click()
    await expect(noticeOf(page, /^已撤销：.*端口 80/)).toBeVisible()
    await expectSettled(outer, true)
    expect(await rainbond.port('web', 80)).toMatchObject({ is_outer_service: true })
  })
})
