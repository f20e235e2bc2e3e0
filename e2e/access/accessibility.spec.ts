import { expectAccessible } from '../support/axe'
import { addPortOf, planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { expectSettled, openPorts, switchOf } from '../support/ports-page'
import { portsPath } from '../support/world'

const pages: Record<string, string> = {
  '/teams': 'Choose a team',
  '/teams/shop/regions': 'Choose a cluster',
  '/teams/shop/regions/east/apps': 'Choose an app',
  '/teams/shop/regions/east/apps/1/services': 'Choose a component',
  '/teams/shop/regions/east/ports': 'All ports',
  '/nowhere': 'Page not found',
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('the pages for choosing a component', async ({ page }) => {
      for (const [path, heading] of Object.entries(pages)) {
        await page.goto(path)
        await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
        await expectAccessible(page)
      }
    })

    test('the ports, a picker and the dialog of a plan', async ({ page }) => {
      await openPorts(page, 'web')
      await expectAccessible(page)

      await page.getByRole('combobox', { name: 'Component', exact: true }).click()
      await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')

      await switchOf(page, 'External', 8081).click()
      await expect(planOf(page).run).toBeVisible()
      await expectAccessible(page, '[role="dialog"]')
    })

    test('addresses, connection variables and the operation log', async ({ page }) => {
      await page.addInitScript(`Object.defineProperty(navigator, 'clipboard', { value: undefined })`)
      await openPorts(page, 'web')
      await page.getByRole('button', { name: 'Copy address web:8080', exact: true }).click()
      await expect(page.getByText(/The text is selected/)).toBeVisible()
      await expectAccessible(page)

      await page.getByRole('button', { name: '+2 more addresses, port 80', exact: true }).click()
      await expect(page.getByRole('dialog', { name: 'Addresses of port 80' })).toBeVisible()
      await expectAccessible(page, '[role="dialog"]')
      await page.keyboard.press('Escape')

      await page.getByRole('button', { name: 'Actions, port 80', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Connection variables', exact: true }).click()
      await page.getByRole('button', { name: 'Copy as .env', exact: true }).click()
      await expect(page.getByText(/^WEB_HOST=web/)).toBeVisible()
      await expectAccessible(page, '[role="dialog"]')
      await page.keyboard.press('Escape')

      await page.getByRole('button', { name: 'Operation log', exact: true }).click()
      await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible()
      await expectAccessible(page, '[role="dialog"]')
    })

    test('a new port, the notice of a change and the history', async ({ page }) => {
      await openPorts(page, 'web')
      const add = addPortOf(page)
      await add.open.click()
      await add.outer.click()
      await add.port.fill('22')
      await expect(add.dialog.getByText(/looks like it’s for internal use only/)).toBeVisible()
      await expectAccessible(page, '[role="dialog"]')
      await add.clear.click()
      await add.close.click()

      await switchOf(page, 'Internal', 8081).click()
      await expectSettled(switchOf(page, 'Internal', 8081), true)
      await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeVisible()
      await expectAccessible(page, '[aria-label="Last change"]')

      await page.getByRole('button', { name: /^(Changes|History)/ }).click()
      await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible()
      await expectAccessible(page, '[role="dialog"]')
    })

    test('a component without ports', async ({ page }) => {
      await page.goto(portsPath('idle'))
      await expect(page.getByText('No ports yet')).toBeVisible()
      await expectAccessible(page)
    })

    test.describe('signed out', () => {
      test.use({ signedIn: false, provokesFailures: true })

      test('the sign-in page and its refusal', async ({ page }) => {
        await page.goto('/')
        await expect(page.getByLabel('Access token', { exact: true })).toBeVisible()
        await expectAccessible(page)
        await page.getByLabel('Access token', { exact: true }).fill('mistyped')
        await page.getByRole('button', { name: 'Sign in', exact: true }).click()
        await expect(page.getByRole('alert')).toContainText('rejected this token')
        await expectAccessible(page)
      })
    })

    test.describe('refused', () => {
      test.use({ provokesFailures: true })

      test('all ports as one list, and what could not be read of them', async ({ page, rainbond }) => {
        await rainbond.fail({ fault: 'duplicate-permission', method: 'GET', path: '/ports', count: 2 })
        await page.goto('/teams/shop/regions/east/ports')
        await page.getByRole('button', { name: 'Show', exact: true }).click()
        await expect(page.getByText(/12 of 14 components read/)).toBeVisible()
        await expectAccessible(page)
        await page.getByText('One list', { exact: true }).click()
        await page.getByRole('button', { name: 'Columns', exact: true }).click()
        await expect(page.getByRole('dialog').getByRole('checkbox').first()).toBeVisible()
        await expectAccessible(page)
      })

      test('a cluster in maintenance', async ({ page }) => {
        await page.goto('/teams/shop/regions/south/apps')
        await expect(page.getByRole('heading', { name: /“South” is under maintenance/ })).toBeVisible()
        await expectAccessible(page)
      })

      test('a refused switch and unreadable ports', async ({ page, rainbond }) => {
        await openPorts(page, 'web')
        await rainbond.fail({ fault: 'cluster-out-of-memory', method: 'PUT' })
        await switchOf(page, 'Internal', 8081).click()
        await expect(switchOf(page, 'Internal', 8081)).toHaveAccessibleDescription(/cluster/)
        await expectAccessible(page)

        await rainbond.fail({ fault: 'licence', path: '**/services/*/ports' })
        await page.reload()
        await expect(page.getByText('The ports couldn’t be read')).toBeVisible()
        await expectAccessible(page)
      })
    })
  })
}
