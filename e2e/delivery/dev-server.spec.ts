import { expect, test as base } from '../support/fixtures'
import { expectSettled, signIn, switchOf } from '../support/ports-page'
import { portsPath, tokens } from '../support/world'
import { type DevServer, startDevServer } from './dev-server'

const test = base.extend<object, { devServer: DevServer }>({
  devServer: [
    async ({ workersConsole }, use) => {
      const server = await startDevServer(workersConsole.url)
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: ({ devServer }, use) => use(devServer.url),
  signedIn: false,
})

test('development: a navigation to any address gets the page', async ({ request }) => {
  const paths = [
    '/teams/shop.',
    '/teams/shop.ts',
    '/teams//shop',
    '/teams/a%2Fb',
    '/teams/100%',
    '/teams/%2e%2e%2fpackage.json',
    '/session',
    '/openapi/v1/teams',
  ]
  for (const path of paths) {
    const answer = await request.get(path, { headers: { 'sec-fetch-mode': 'navigate' } })
    expect([path, answer.status(), answer.headers()['content-type']]).toEqual([path, 200, 'text/html'])
    expect(await answer.text()).toContain('/src/main.tsx')
  }
  const script = await request.get('/session', { headers: { 'sec-fetch-mode': 'cors' } })
  expect(await script.json()).toMatchObject({ user: null })
})

test('development: edited messages and styles appear without a reload', async ({
  page,
  rainbond,
  devServer,
}) => {
  test.setTimeout(180_000)
  await page.goto(portsPath('web'))
  // The first visit is slow, because Vite prepares the modules.
  await expect(page.getByLabel('Access token', { exact: true })).toBeVisible({ timeout: 90_000 })
  await signIn(page, tokens.ada)
  await expect(switchOf(page, 'Internal', 8081)).toBeVisible({ timeout: 60_000 })
  await switchOf(page, 'Internal', 8081).click()
  await expectSettled(switchOf(page, 'Internal', 8081), true)
  expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: true })

  // A reload would lose both.
  await page.evaluate(() => document.documentElement.setAttribute('data-seen', 'yes'))
  await page.getByRole('combobox', { name: 'Component', exact: true }).fill('half-typed')

  devServer.edit('src/i18n/messages/en/ports.ts', "button: 'Refresh'", "button: 'Read again'")
  await expect(page.getByRole('button', { name: 'Read again' })).toBeVisible({ timeout: 30_000 })
  await expect(page.locator('html')).toHaveAttribute('data-seen', 'yes')

  const label = "label={t('refresh.button')}"
  const longer = "label={`${t('refresh.button')} now`}"
  devServer.edit('src/features/ports/toolbar/RefreshControls.tsx', label, longer)
  await expect(page.getByRole('button', { name: 'Read again now' })).toBeVisible({ timeout: 30_000 })
  await expect(page.locator('html')).toHaveAttribute('data-seen', 'yes')
})
