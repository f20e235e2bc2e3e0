import type { Page } from '@playwright/test'
import { planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { expectSettled, openPorts, switchOf } from '../support/ports-page'
import { tokens } from '../support/world'

/** Presses Tab until the focus is on the target. */
async function tabTo(page: Page, name: RegExp) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    if ((await focused.count()) === 0) continue
    const snapshot = await focused.ariaSnapshot()
    if (name.test(snapshot)) return
  }
  throw new Error(`Tab never comes to ${String(name)}`)
}

test.describe('signed out', () => {
  test.use({ signedIn: false })

  test('a person signs in, chooses a component and turns a switch with the keyboard only', async ({
    page,
    rainbond,
  }) => {
    await page.goto('/')
    await expect(page.getByLabel('Access token', { exact: true })).toBeFocused()
    await page.keyboard.insertText(tokens.ada)
    await page.keyboard.press('Enter')

    await expect(page.getByRole('link', { name: /Online shop/ })).toBeVisible()
    await tabTo(page, /link "?.*Online shop/)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('link', { name: /East/ })).toBeVisible()
    await tabTo(page, /link "?.*East/)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('link', { name: /Storefront/ })).toBeVisible()
    await tabTo(page, /link "?.*Storefront/)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('link', { name: /orders-db/ })).toBeVisible()
    await tabTo(page, /link "?.*orders-db/)
    await page.keyboard.press('Enter')

    await expect(switchOf(page, 'Internal', 3306)).toBeVisible()
    await tabTo(page, /button "Edit protocol, port 3306"/)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect(switchOf(page, 'Internal', 3306)).toBeFocused()
    await page.keyboard.press('Space')
    await expectSettled(switchOf(page, 'Internal', 3306), true)
    expect(await rainbond.port('orders-db', 3306)).toMatchObject({ is_inner_service: true })
  })
})

test('arrow keys move between the controls of the grid, and Enter turns a switch', async ({
  page,
  rainbond,
}) => {
  await openPorts(page, 'web')
  await switchOf(page, 'Internal', 80).focus()
  await page.keyboard.press('ArrowDown')
  await expect(switchOf(page, 'Internal', 8080)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(switchOf(page, 'External', 8080)).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowDown')
  await expect(switchOf(page, 'Internal', 8081)).toBeFocused()

  await page.keyboard.press('Enter')
  await expectSettled(switchOf(page, 'Internal', 8081), true)
  await expect(switchOf(page, 'Internal', 8081)).toBeFocused()
  expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: true })
})

test('a plan runs by keyboard, and the focus returns to the switch', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  await switchOf(page, 'External', 8081).focus()
  await page.keyboard.press('Space')
  await expect(planOf(page).run).toBeFocused()
  await page.keyboard.press('Enter')

  await expectSettled(switchOf(page, 'External', 8081), true)
  await expect(planOf(page).dialog).toBeHidden()
  await expect(switchOf(page, 'External', 8081)).toBeFocused()
  expect(await rainbond.port('web', 8081)).toMatchObject({ is_outer_service: true })
})

test.describe('after a plan', () => {
  test.use({ provokesFailures: true })

  test('the focus moves to the next useful control, and with an undo to its redo', async ({
    page,
    rainbond,
  }) => {
    await openPorts(page, 'web')
    const plan = planOf(page)
    const slow = { fault: 'slow', method: 'PUT', latencyMs: 700 } as const
    await rainbond.fail(slow, { fault: 'cluster-error', method: 'PUT', count: 1 })
    await switchOf(page, 'External', 8081).focus()
    await page.keyboard.press('Space')
    await expect(plan.run).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(plan.stop).toBeFocused()
    await expect(plan.tryAgain).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(plan.stop).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(plan.resume).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(plan.dialog).toBeHidden()
    await expect(switchOf(page, 'External', 8081)).toBeFocused()
    await expectSettled(switchOf(page, 'External', 8081), true)

    await rainbond.fail()
    await switchOf(page, 'Internal', 8080).focus()
    await page.keyboard.press('Space')
    const changes = page.getByRole('region', { name: 'Last change', exact: true })
    const undo = changes.getByRole('button', { name: 'Undo', exact: true }).first()
    await expect(changes.getByText('Internal access on port 8080 is closed.')).toBeVisible()
    await undo.focus()
    await page.keyboard.press('Enter')
    await expectSettled(switchOf(page, 'Internal', 8080), true)
    await expect(changes.getByRole('button', { name: 'Redo', exact: true })).toBeFocused()
  })

  test('holding a key presses Run plan but not Stop', async ({ page, rainbond }) => {
    await openPorts(page, 'web')
    const plan = planOf(page)
    await rainbond.fail({ fault: 'slow', method: 'PUT', latencyMs: 700 })
    await switchOf(page, 'External', 8081).focus()
    await page.keyboard.press('Space')
    await expect(plan.run).toBeFocused()
    await page.keyboard.down('Enter')
    await expect(plan.stop).toBeFocused()
    await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')
    await expect(plan.dialog).toBeHidden()
    await expectSettled(switchOf(page, 'External', 8081), true)
  })

  test('the focus moves to Refresh when waiting stops', async ({ page, rainbond }) => {
    await openPorts(page, 'web')
    const refresh = page.getByRole('button', { name: 'Refresh', exact: true })
    await rainbond.fail({ fault: 'slow', method: 'GET', path: '**/services/*/ports', latencyMs: 20_000 })
    await refresh.focus()
    await page.keyboard.press('Enter')
    const giveUp = page.getByRole('button', { name: 'Stop waiting', exact: true })
    await giveUp.focus()
    await page.keyboard.press('Enter')
    await expect(giveUp).toBeHidden()
    await expect(refresh).toBeFocused()
  })

  test('somebody else’s change is announced before Run plan has the focus', async ({ page, rainbond }) => {
    await openPorts(page, 'web')
    const plan = planOf(page)
    await switchOf(page, 'External', 8081).focus()
    await page.keyboard.press('Space')
    await expect(plan.run).toBeFocused()
    await rainbond.change('web', 8081, { action: 'open_inner' })
    await page.keyboard.press('Enter')
    await expect(plan.steps).toHaveCount(1)
    await expect(plan.dialog.getByText('Nothing has been changed yet.')).toBeFocused()
    for (const name of ['Share plan', 'Cancel']) {
      await page.keyboard.press('Tab')
      await expect(plan.dialog.getByRole('button', { name, exact: true })).toBeFocused()
    }
    await page.keyboard.press('Tab')
    await expect(plan.run).toBeFocused()
  })
})

test('the first Tab offers to skip the header', async ({ page }) => {
  await openPorts(page, 'web')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1)
})

test('a picker works with the keyboard only', async ({ page }) => {
  await openPorts(page, 'web')
  const picker = page.getByRole('combobox', { name: 'Component', exact: true })
  await picker.focus()
  await page.keyboard.type('orders')
  await expect(page.getByRole('option', { name: /orders-db/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(switchOf(page, 'Internal', 3306)).toBeVisible()
})
