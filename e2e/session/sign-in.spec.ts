import { expect, test } from '../support/fixtures'
import { openPorts, signIn, switchOf } from '../support/ports-page'
import { portsPath, tokens } from '../support/world'

test.use({ signedIn: false })

test('a valid token signs in and opens the list of teams', async ({ page }) => {
  await page.goto('/')
  await signIn(page, tokens.ada)
  await expect(page.getByRole('link', { name: /Online shop/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
})

test('a token with spaces around it signs in', async ({ page }) => {
  await page.goto('/')
  await signIn(page, `  ${tokens.ada}\n`)
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
})

test('the page explains how and where to get a token', async ({ page, rainbond }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'How to get an access token' })).toBeVisible()
  await expect(page.getByRole('link', { name: new URL(rainbond.url).host })).toHaveAttribute(
    'href',
    new RegExp(`^${rainbond.url}`),
  )
  await expect(page.getByText('访问令牌')).toBeVisible()
})

test('an empty field is reported before anything is sent', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByLabel('Access token', { exact: true })).toHaveAccessibleDescription(
    /Paste your access token/,
  )
})

test('the sign-in keeps the link', async ({ page }) => {
  await page.goto(`${portsPath('web')}?filter=8080`)
  await signIn(page, tokens.ada)
  await expect(switchOf(page, 'Internal', 8080)).toBeVisible()
  await expect(page).toHaveURL(`${portsPath('web')}?filter=8080`)
  await expect(switchOf(page, 'Internal', 80)).toBeHidden()
})

test('the browser never sees the token again', async ({ page, context }) => {
  await page.goto('/')
  await signIn(page, tokens.ada)
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()

  const [cookie, ...others] = await context.cookies()
  expect(others).toEqual([])
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' })
  expect(decodeURIComponent(cookie?.value ?? '')).not.toContain(tokens.ada)
  const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage].map(Object.entries)))
  expect(stored).not.toContain(tokens.ada)
  expect(await page.content()).not.toContain(tokens.ada)
})

test('signing out ends the session here and in the other tabs', async ({ page, context }) => {
  await openPortsAsAda()
  const other = await context.newPage()
  await openPorts(other, 'web')

  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByLabel('Access token', { exact: true })).toBeVisible()
  await expect(other.getByLabel('Access token', { exact: true })).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Access token', { exact: true })).toBeVisible()
  await expect(page.getByRole('grid')).toBeHidden()

  async function openPortsAsAda() {
    await page.goto(portsPath('web'))
    await signIn(page, tokens.ada)
    await expect(page.getByRole('grid', { name: 'Ports' })).toBeVisible()
  }
})

test.describe('refused', () => {
  test.use({ provokesFailures: true })

  const field = 'Access token'

  test('a wrong token is reported, and stays in the field', async ({ page }) => {
    await page.goto('/')
    await signIn(page, 'mistyped')
    await expect(page.getByLabel(field, { exact: true })).toHaveAccessibleDescription(/rejected this token/)
    await expect(page.getByLabel(field, { exact: true })).toHaveValue('mistyped')
    await expect(page.getByLabel(field, { exact: true })).toBeFocused()

    await signIn(page, tokens.ada)
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  })

  test('an expired licence is reported', { tag: '@any-browser' }, async ({ page }) => {
    await page.goto('/')
    await signIn(page, tokens.unlicensed)
    await expect(page.getByLabel(field, { exact: true })).toHaveAccessibleDescription(/licence/)
    await expect(page.getByLabel(field, { exact: true })).toHaveValue(tokens.unlicensed)
  })

  for (const [fault, cause] of [
    ['connection-reset', /connection to the console broke/],
    ['html', /A web page came back.*answered 502 without JSON/],
    ['cut-json', /was cut off.*console/],
  ] as const) {
    test(
      `a console that cannot be reached or understood (${fault}) is reported`,
      { tag: '@any-browser' },
      async ({ page, rainbond }) => {
        await rainbond.fail({ fault, path: '/currentuser' })
        await page.goto('/')
        await signIn(page, tokens.ada)
        await expect(page.getByLabel(field, { exact: true })).toHaveAccessibleDescription(cause)
        await expect(page.getByLabel(field, { exact: true })).toHaveValue(tokens.ada)

        await rainbond.fail()
        await page.getByRole('button', { name: 'Sign in', exact: true }).click()
        await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
      },
    )
  }
})
