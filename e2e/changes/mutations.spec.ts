import type { Page } from '@playwright/test'
import { type Calls, listen } from '../support/calls'
import { addPortOf, planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { holdAnswers } from '../support/held-answers'
import { domainEditorOf, editorOf, expectSettled, openPorts, switchOf } from '../support/ports-page'
import { portIn } from '../support/world'

// What a change sends and reads again, as in the tables of "Mutations" in ARCHITECTURE.md.
const readBack = ['GET ports', 'GET domains']

/** Waits until the page is complete, so that only the change sends further requests. */
async function openQuietly(page: Page, component: string): Promise<Calls> {
  const calls = listen(page)
  await openPorts(page, component)
  await page.waitForLoadState('networkidle')
  calls.forget()
  return calls
}

/** Expects exactly these requests, in this order. The requests of Refresh prove that no others followed. */
async function expectSent(page: Page, calls: Calls, expected: readonly string[]) {
  const refresh = page.getByRole('button', { name: 'Refresh', exact: true })
  await expect(refresh).not.toHaveAttribute('aria-disabled', 'true')
  await expect(refresh).not.toHaveAttribute('aria-busy', 'true')
  await refresh.click()
  await expect.poll(() => calls.sent().length).toBeGreaterThanOrEqual(expected.length + readBack.length)
  expect(calls.sent()).toEqual([...expected, ...readBack])
  await expect(refresh).not.toHaveAttribute('aria-busy', 'true')
}

test('a switch sends the change, then reads ports and rules once', async ({ page }) => {
  const calls = await openQuietly(page, 'all-http')
  const port = portIn('closed', 'inner')
  await switchOf(page, 'Internal', port).click()
  await expectSettled(switchOf(page, 'Internal', port), true)
  await expectSent(page, calls, [`PUT port ${port} open_inner`, ...readBack])

  calls.forget()
  await switchOf(page, 'External', port).click()
  await expectSettled(switchOf(page, 'External', port), true)
  await expectSent(page, calls, [`PUT port ${port} open_outer`, ...readBack])

  calls.forget()
  await switchOf(page, 'External', port).click()
  await expectSettled(switchOf(page, 'External', port), false)
  await expectSent(page, calls, [`PUT port ${port} close_outer`, ...readBack])

  calls.forget()
  await switchOf(page, 'Internal', port).click()
  await expectSettled(switchOf(page, 'Internal', port), false)
  await expectSent(page, calls, [`PUT port ${port} close_inner`, ...readBack])
})

test('several quick switches send their changes in order, then read ports and rules once', async ({
  page,
}) => {
  const calls = await openQuietly(page, 'web')
  const first = await holdAnswers(page, '**/ports/8081')
  await switchOf(page, 'Internal', 8081).click()
  await switchOf(page, 'Internal', 8080).click()
  await switchOf(page, 'External', 9000).click()
  first.release()
  await expectSettled(switchOf(page, 'External', 9000), false)
  await expectSettled(switchOf(page, 'Internal', 8081), true)
  await expectSent(page, calls, [
    'PUT port 8081 open_inner',
    'PUT port 8080 close_inner',
    'PUT port 9000 close_outer',
    ...readBack,
  ])
})

test('a plan of two steps reads again, sends two changes, and reads back', async ({ page }) => {
  const calls = await openQuietly(page, 'web')
  await switchOf(page, 'External', 8081).click()
  await planOf(page).run.click()
  await expectSettled(switchOf(page, 'External', 8081), true)
  await expectSent(page, calls, [
    ...readBack,
    'PUT port 8081 open_inner',
    'PUT port 8081 open_outer',
    ...readBack,
  ])
})

test('a switch with a review sends the change, then reads ports and rules', async ({ page }) => {
  const calls = await openQuietly(page, 'orders-db')
  await switchOf(page, 'Internal', 3306).click()
  await expectSettled(switchOf(page, 'Internal', 3306), true)
  await expectSent(page, calls, ['PUT port 3306 open_inner', ...readBack])

  calls.forget()
  await switchOf(page, 'External', 3306).click()
  await planOf(page).run.click()
  await expectSettled(switchOf(page, 'External', 3306), true)
  await expectSent(page, calls, ['PUT port 3306 open_outer', ...readBack])
})

test('a cancelled plan sends nothing', async ({ page }) => {
  const calls = await openQuietly(page, 'web')
  await switchOf(page, 'External', 8081).click()
  await planOf(page).cancel.click()
  await expect(planOf(page).dialog).toBeHidden()
  await expectSent(page, calls, [])
})

test.describe('refused', () => {
  test.use({ provokesFailures: true })

  test('a refused switch sends the change once, then reads ports and rules', async ({ page, rainbond }) => {
    const calls = await openQuietly(page, 'web')
    await rainbond.fail({ fault: 'cluster-out-of-memory', method: 'PUT' })
    await switchOf(page, 'Internal', 8081).click()
    await expectSettled(switchOf(page, 'Internal', 8081), false)
    await expectSent(page, calls, ['PUT port 8081 open_inner', ...readBack])
  })
})

test.describe('read and planned again first', () => {
  test('an alias and an internal domain read ports and rules before and after the change', async ({
    page,
  }) => {
    const calls = await openQuietly(page, 'web')
    const row = editorOf(page, 8081)
    await row.editAlias.click()
    await row.alias.fill('WEB_STATS')
    await row.save.click()
    await expect(row.row.getByText('WEB_STATS', { exact: true })).toBeVisible()
    await expectSent(page, calls, [...readBack, 'PUT port 8081 change_port_alias', ...readBack])

    calls.forget()
    const { editDomain, domain, save } = domainEditorOf(page)
    await editDomain.click()
    await expect.poll(() => calls.sent()).toEqual(['GET apps_port'])
    calls.forget()
    await domain.fill('front')
    await save.click()
    await planOf(page).run.click()
    await expect(page.getByRole('main').getByText('front', { exact: true })).toBeVisible()
    await expectSent(page, calls, [...readBack, 'PUT port 80 change_port_alias', ...readBack])
  })

  test('a new port reads ports and rules before and after the change', async ({ page }) => {
    const calls = await openQuietly(page, 'web')
    const { dialog, open, port, submit } = addPortOf(page)
    await open.click()
    await port.fill('7000')
    await submit.click()
    await expect(dialog).toBeHidden()
    await expectSent(page, calls, [...readBack, 'POST ports', ...readBack])
  })

  test('a deletion reads ports and rules before and after the change', async ({ page }) => {
    const calls = await openQuietly(page, 'web')
    await page.getByRole('button', { name: 'Actions, port 8081', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Delete port', exact: true }).click()
    await planOf(page).run.click()
    await expect(switchOf(page, 'Internal', 8081)).toHaveCount(0)
    await expectSent(page, calls, [...readBack, 'DELETE port 8081', ...readBack])
  })
})
