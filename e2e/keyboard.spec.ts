import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { planOf } from './plan-dialog'
import { expectSettled, openPorts, switchOf } from './ports-page'
import { tokens } from './world'

/** Presses Tab until the focus is on what is wanted, as a person would who sees where it is. */
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

  test('a keyboard alone signs in, chooses a component and turns a switch', async ({ page, rainbond }) => {
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

    await expect(switchOf(page, 'Inner', 3306)).toBeVisible()
    await tabTo(page, /switch "Inner, port 3306"/)
    await page.keyboard.press('Space')
    await expectSettled(switchOf(page, 'Inner', 3306), true)
    expect(await rainbond.port('orders-db', 3306)).toMatchObject({ is_inner_service: true })
  })
})

test('arrows move among the controls of the grid, and Enter turns a switch', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  await switchOf(page, 'Inner', 80).focus()
  await page.keyboard.press('ArrowDown')
  await expect(switchOf(page, 'Inner', 8080)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(switchOf(page, 'Outer', 8080)).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowDown')
  await expect(switchOf(page, 'Inner', 8081)).toBeFocused()

  await page.keyboard.press('Enter')
  await expectSettled(switchOf(page, 'Inner', 8081), true)
  await expect(switchOf(page, 'Inner', 8081)).toBeFocused()
  expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: true })
})

test('a plan is run by the keyboard, and the focus comes back to the switch', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  await switchOf(page, 'Outer', 8081).focus()
  await page.keyboard.press('Space')
  await expect(planOf(page).run).toBeFocused()
  await page.keyboard.press('Enter')

  await expectSettled(switchOf(page, 'Outer', 8081), true)
  await expect(planOf(page).dialog).toBeHidden()
  await expect(switchOf(page, 'Outer', 8081)).toBeFocused()
  expect(await rainbond.port('web', 8081)).toMatchObject({ is_outer_service: true })
})

test('the first Tab leads past the header', async ({ page }) => {
  await openPorts(page, 'web')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1)
})

test('a picker is used by the keyboard alone', async ({ page }) => {
  await openPorts(page, 'web')
  const picker = page.getByRole('combobox', { name: 'Component', exact: true })
  await picker.focus()
  await page.keyboard.type('orders')
  await expect(page.getByRole('option', { name: /orders-db/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(switchOf(page, 'Inner', 3306)).toBeVisible()
})
