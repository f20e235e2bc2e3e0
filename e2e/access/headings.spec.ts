import type { Page } from '@playwright/test'
import { addPortOf, planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { openPorts, switchOf } from '../support/ports-page'
import { portsPath } from '../support/world'

/** Expects one banner, one main part and one heading of the first level, which comes first, and no level to be left out. */
async function expectOutline(page: Page) {
  await expect(page.getByRole('banner')).toHaveCount(1)
  await expect(page.getByRole('main')).toHaveCount(1)
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  const headings = await page
    .getByRole('heading')
    .evaluateAll((all) => all.map(({ tagName, textContent }) => `${tagName} ${textContent}`))
  const level = (heading: string | undefined) => (heading === undefined ? 0 : Number(heading[1]))
  const skipping = headings.filter((heading, at) => level(heading) > level(headings[at - 1]) + 1)
  expect(skipping, headings.join('\n')).toEqual([])
}

/** Expects a dialog with a heading of the second level, in a page with a whole outline. */
async function expectDialogOutline(page: Page) {
  await expect(page.getByRole('dialog').getByRole('heading', { level: 2 })).toHaveCount(1)
  await expectOutline(page)
}

async function closeDialog(page: Page) {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('every page has one banner, one first heading and no gap in its levels', async ({ page }) => {
  const pages: Record<string, string> = {
    '/teams': 'Choose a team',
    '/teams/shop/regions': 'Choose a cluster',
    '/teams/shop/regions/east/apps': 'Choose an app',
    '/teams/shop/regions/east/ports': 'All ports',
    '/teams/shop/regions/east/apps/1/services': 'Choose a component',
    '/nowhere': 'Page not found',
    [portsPath('web')]: 'web',
    [portsPath('idle')]: 'idle',
  }
  for (const [path, heading] of Object.entries(pages)) {
    await page.goto(path)
    await expect(page.getByRole('heading', { name: heading, level: 1, exact: true })).toBeVisible()
    await expectOutline(page)
  }
  await expect(page.getByRole('heading', { name: 'No ports yet' })).toBeVisible()
  await expectOutline(page)
})

test('every dialog on the page of a component continues its headings', async ({ page }) => {
  await openPorts(page, 'web')
  await expect(switchOf(page, 'External', 8081)).toBeVisible()
  await expectOutline(page)

  await switchOf(page, 'External', 8081).click()
  await expect(planOf(page).run).toBeVisible()
  await expectDialogOutline(page)
  await closeDialog(page)

  await page.getByRole('button', { name: 'Actions, port 80', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Delete port', exact: true }).click()
  await expect(planOf(page).run).toBeVisible()
  await expectDialogOutline(page)
  await closeDialog(page)

  const add = addPortOf(page)
  await add.open.click()
  await add.outer.click()
  await add.port.fill('22')
  await expect(add.dialog.getByText(/looks like it’s for internal use only/)).toBeVisible()
  await expectDialogOutline(page)
  await add.clear.click()
  await closeDialog(page)

  await page.getByRole('button', { name: '+2 more addresses, port 80', exact: true }).click()
  await expectDialogOutline(page)
  await closeDialog(page)

  await page.getByRole('button', { name: 'Actions, port 80', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Connection variables', exact: true }).click()
  await expectDialogOutline(page)
  await closeDialog(page)

  await page.getByRole('button', { name: 'Operation log', exact: true }).click()
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible()
  await expectDialogOutline(page)
  await closeDialog(page)

  await page.getByRole('button', { name: /^(Changes|History)/ }).click()
  await expectDialogOutline(page)
  await closeDialog(page)

  await page.getByRole('button', { name: 'Display settings', exact: true }).click()
  await expectDialogOutline(page)
  await closeDialog(page)

  await page.keyboard.press('?')
  await expectDialogOutline(page)
  await closeDialog(page)

  await page.setViewportSize({ width: 390, height: 844 })
  await page
    .getByRole('banner')
    .getByRole('button', { name: /Storefront/ })
    .click()
  await expectDialogOutline(page)
})

test.describe('signed out', () => {
  test.use({ signedIn: false })

  test('the sign-in page has one banner, one first heading and no gap in its levels', async ({ page }) => {
    await page.goto('/')
    await expect(page.getByLabel('Access token', { exact: true })).toBeVisible()
    await expectOutline(page)
  })
})

test.describe('refused', () => {
  test.use({ provokesFailures: true })

  test('pages that can’t show what was asked for have a whole outline too', async ({ page, rainbond }) => {
    await page.goto('/teams/shop/regions/south/apps')
    await expect(page.getByRole('heading', { name: /under maintenance/, level: 1 })).toBeVisible()
    await expectOutline(page)

    await page.goto('/teams/nobody/regions/east/apps')
    await expect(page.getByRole('heading', { name: /“nobody”/, level: 1 })).toBeVisible()
    await expectOutline(page)

    await openPorts(page, 'web')
    await rainbond.fail({ fault: 'licence', path: '**/services/*/ports' })
    await page.reload()
    await expect(page.getByText('The ports couldn’t be read')).toBeVisible()
    await expectOutline(page)

    await rainbond.fail({ fault: 'crash', path: '**/apps' })
    await page.goto('/teams/shop/regions/east/apps')
    await expect(page.getByRole('alert').first()).toBeVisible()
    await expectOutline(page)
  })

  test('the dialog of an ended session continues the headings of its page', async ({ page, rainbond }) => {
    await openPorts(page, 'web')
    await rainbond.fail({ fault: 'unauthenticated', method: 'PUT', count: 1 })
    await switchOf(page, 'Internal', 8081).click()
    await expect(page.getByRole('dialog', { name: 'Your session has ended' })).toBeVisible()
    await expectDialogOutline(page)
  })
})
