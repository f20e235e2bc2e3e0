import type { Page } from '@playwright/test'
import { demoExample } from '../../emulator/seeds/demo'
import { expectSettled, switchOf } from '../support/ports-page'
import { expect, test } from './fixtures'

// All tests of this file share one build.
test.describe.configure({ mode: 'default' })

const example = demoExample.slice(1)

/** Opens the demo as a visitor does, who knows nothing but its folder. */
async function openDemo(page: Page) {
  await page.goto('./')
  await expect(switchOf(page, 'Internal', 9113)).toBeVisible()
}

test('opens at an example, signed in', async ({ page, baseURL }) => {
  await openDemo(page)
  expect(page.url()).toBe(`${baseURL}${example}`)
  await expect(page).toHaveTitle('商城网站 web · Ports · Portdeck')
  await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible()
})

test.describe('with a file missing', () => {
  test.use({ opensMissingFile: true })

  test('a change survives a reload, and is of one tab', async ({ page, context }) => {
    await openDemo(page)
    await switchOf(page, 'Internal', 9113).click()
    await expectSettled(switchOf(page, 'Internal', 9113), true)
    await page.reload()
    await expect(switchOf(page, 'Internal', 9113)).toBeChecked()

    const other = await context.newPage()
    await openDemo(other)
    await expect(switchOf(other, 'Internal', 9113)).not.toBeChecked()
  })

  test('a link leads to its page, with its filter', async ({ page, baseURL }) => {
    await page.goto(`./${example}?filter=80%2080`)
    await expect(page.getByRole('textbox', { name: 'Filter ports' })).toHaveValue('80 80')
    expect(page.url()).toBe(`${baseURL}${example}?filter=80%2080`)
    await page.goto('./nowhere/at/all')
    await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
    expect(page.url()).toBe(`${baseURL}nowhere/at/all`)
    await page.getByRole('link', { name: 'Choose a team', exact: true }).click()
    await expect(page.getByRole('link', { name: /Online shop/ })).toBeVisible()
  })

  test('after signing out, the sign-in page stays until the demo is entered again', async ({ page }) => {
    await openDemo(page)
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await expect(page.getByLabel('Access token', { exact: true })).toBeVisible()
    await page.reload()
    await page.getByRole('button', { name: 'Enter the demo', exact: true }).click()
    await expect(switchOf(page, 'Internal', 9113)).toBeVisible()
  })
})

test('a risky change is shown first, sent and undone', async ({ page }) => {
  await openDemo(page)
  await switchOf(page, 'External', 9113).click()
  await page.getByRole('dialog').getByRole('button').last().click()
  await expectSettled(switchOf(page, 'External', 9113), true)
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await page.getByRole('dialog').getByRole('button').last().click()
  await expectSettled(switchOf(page, 'External', 9113), false)
})
