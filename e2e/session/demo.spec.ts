import { demoToken } from '../../emulator/seeds/demo'
import { expect, test } from '../support/fixtures'

test.use({ embeddedDemo: true })

test('every page of the demo says that it is the demo', async ({ page }) => {
  for (const path of ['/teams', '/teams/shop/regions', '/teams/shop/regions/shanghai/apps', '/nowhere']) {
    await page.goto(path)
    await expect(page.getByRole('button', { name: 'Demo', exact: true })).toBeVisible()
  }
  await page.getByRole('button', { name: 'Demo', exact: true }).click()
  await expect(page.getByText(/A made-up platform in memory/)).toBeVisible()
})

test.describe('signed out', () => {
  test.use({ signedIn: false })

  test('the sign-in page of the demo shows its token, ready to use', async ({ page }) => {
    await page.goto('/')
    await expect(page.getByRole('button', { name: 'Demo', exact: true })).toBeVisible()
    await expect(page.getByText(demoToken)).toBeVisible()
    const field = page.getByLabel('Access token', { exact: true })
    if ((await field.inputValue()) === '') await page.getByRole('button', { name: /demo’s token/ }).click()
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByRole('link', { name: /Online shop/ })).toBeVisible()
  })
})
