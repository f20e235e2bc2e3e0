import type { Page } from '@playwright/test'

/** Pastes an access token and signs in with it. */
export async function signIn(page: Page, token: string) {
  await page.getByLabel('Access token', { exact: true }).fill(token)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}
