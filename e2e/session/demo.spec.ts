import { demoToken } from '../../emulator/seeds/demo'
import { expect, test } from '../support/fixtures'

test.use({ embeddedDemo: true })

test('every page of the demo says that it is the demo', async ({ page }) => {
  for (const path of ['/teams', '/teams/shop/regions', '/teams/shop/regions/shanghai/apps', '/nowhere']) {
    await page.goto(path)
    await expect(page.getByRole('button', { name: 'Demo', exact: true })).toBeVisible()
  }
  await page.getByRole('button', { name: 'Demo', exact: true }).click()
  await expect(page.getByText(/A simulated platform in memory/)).toBeVisible()
})

test.describe('signed out', () => {
  test.use({ signedIn: false })

  test('the demo opens at an example, and asks for no token', async ({ page }) => {
    await page.goto('/')
    await expect(page.getByRole('switch', { name: 'Internal access, port 9113' })).toBeVisible()
    await expect(page).toHaveURL(/^[^?]+\/teams\/shop\/regions\/shanghai\/apps\/1\/services\/\w+\/ports$/)
    await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible()
  })

  test('after signing out, the sign-in page stays until the demo is entered again', async ({ page }) => {
    await page.goto('/')
    await expect(page.getByRole('switch', { name: 'Internal access, port 9113' })).toBeVisible()
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await expect(page.getByLabel('Access token', { exact: true })).toBeVisible()
    await page.reload()
    await expect(page.getByLabel('Access token', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Enter the demo', exact: true }).click()
    await expect(page.getByRole('switch', { name: 'Internal access, port 9113' })).toBeVisible()
  })

  test('the sign-in page of the demo shows its token, ready to use', async ({ page }) => {
    await page.goto('/teams')
    await expect(page.getByRole('button', { name: 'Demo', exact: true })).toBeVisible()
    await expect(page.getByText(demoToken)).toBeVisible()
    await expect(page.getByLabel('Access token', { exact: true })).toHaveValue(demoToken)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByRole('link', { name: /Online shop/ })).toBeVisible()
  })
})
