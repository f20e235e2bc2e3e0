import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { openPorts, signIn, switchOf } from '../support/ports-page'
import { tokens } from '../support/world'

/**
 * Lets sign-ins succeed without a cookie, as in a browser that blocks them; Chromium's headless shell has no setting for
 * it. Returns what ends it.
 */
async function blockCookies(page: Page) {
  await page.route('**/session', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    const response = await route.fetch()
    const headers = Object.entries(response.headers()).filter(([name]) => name !== 'set-cookie')
    await page.context().clearCookies()
    return route.fulfill({ response, headers: Object.fromEntries(headers) })
  })
  return () => page.unroute('**/session')
}

/** Refuses what a browser that blocks cookies refuses to scripts too: storage, and in Firefox the channel between tabs. */
async function blockStorage(page: Page) {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    }
    Object.defineProperty(window, 'localStorage', { get: refuse })
    class Blocked extends EventTarget {
      constructor() {
        super()
        refuse()
      }
    }
    Object.defineProperty(window, 'BroadcastChannel', { value: Blocked })
  })
}

/** Waits until the page and the scope bar watch the session, which each of them reads again where it is old by then. */
async function untilSessionIsWatched(page: Page) {
  await expect(async () => {
    await page.keyboard.press('/')
    await expect(page.getByLabel('Filter ports', { exact: true })).toBeFocused({ timeout: 100 })
  }).toPass()
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain('Online shop')
}

test('somebody who uses the page renews the session without a reload', async ({ page }) => {
  await page.clock.install()
  await openPorts(page, 'web')
  await untilSessionIsWatched(page)
  const asked: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/session') asked.push(request.method())
  })
  await page.clock.fastForward('01:30')
  await page.keyboard.press('Shift')
  await page.clock.fastForward('00:31')
  expect(asked).toEqual([])
  const renewal = page.waitForRequest('**/session')
  await page.keyboard.press('Shift')
  expect((await renewal).headers()['x-portdeck-background']).toBeUndefined()
  await page.keyboard.press('Shift')
  await page.clock.fastForward('10:00')
  expect(asked).toEqual(['GET'])
})

test('signing out erases what names the person, and keeps preferences', async ({ page }) => {
  await openPorts(page, 'web')
  const stored = () => page.evaluate(() => Object.fromEntries(Object.entries<string>(localStorage)))
  await expect.poll(async () => JSON.stringify(await stored())).toContain('Online shop')
  await page.evaluate(() => localStorage.setItem('portdeck.scheme', 'dark'))

  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByLabel('Access token', { exact: true })).toBeVisible()
  expect(await stored()).toEqual({ 'portdeck.scheme': 'dark' })
})

test.describe('signed out', () => {
  test.use({ signedIn: false })

  test('a browser that blocks cookies is named as the cause', async ({ page }) => {
    await blockStorage(page)
    const allowCookies = await blockCookies(page)
    await page.goto('/')
    await signIn(page, tokens.ada)
    await expect(page.getByLabel('Access token', { exact: true })).toHaveAccessibleDescription(
      /blocks cookies/,
    )
    await allowCookies()
    await signIn(page, tokens.ada)
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  })
})

test.describe('an expired session', () => {
  test.use({ provokesFailures: true })

  test('names a browser that blocks cookies, and keeps the page', async ({ page, rainbond }) => {
    await openPorts(page, 'web')
    await rainbond.fail({ fault: 'unauthenticated', method: 'PUT', count: 1 })
    await switchOf(page, 'Internal', 8081).click()
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' })
    const allowCookies = await blockCookies(page)
    await signIn(page, tokens.ada)
    await expect(dialog.getByLabel('Access token', { exact: true })).toHaveAccessibleDescription(
      /blocks cookies/,
    )
    await allowCookies()
    await signIn(page, tokens.ada)
    await expect(dialog).toBeHidden()
    await expect(switchOf(page, 'Internal', 8081)).toBeVisible()
  })
})
