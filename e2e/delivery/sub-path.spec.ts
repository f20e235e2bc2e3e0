import type { Page } from '@playwright/test'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer, request as httpRequest } from 'node:http'
import { type ServedGateway, serveGateway } from '../../gateway/serve'
import { guideConfig } from '../chaos/guide-config'
import { freePort } from '../processes/child'
import { startNginx } from '../processes/nginx'
import { expect, test as base } from '../support/fixtures'
import { expectSettled, signIn, switchOf } from '../support/ports-page'
import { portsPath, tokens } from '../support/world'

interface Shared {
  /** The origin that two instances share, behind a proxy that passes everything on unchanged. */
  readonly origin: string
}

/** Passes each request on to the gateway whose path it starts with; the rest belongs to another app. */
async function startProxy(port: number, gateways: ReadonlyMap<string, ServedGateway>) {
  const server = createServer((incoming, outgoing) => {
    const { url = '/', method, headers } = incoming
    const gateway = gateways.get(`/${url.split(/[/?]/)[1] ?? ''}`)
    if (gateway === undefined) {
      outgoing.end('another app')
      return
    }
    const { hostname, port: to } = new URL(gateway.listeningUrl)
    const sent = httpRequest({ hostname, port: to, path: url, method, headers, agent: false }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    sent.on('error', () => outgoing.destroy())
    incoming.pipe(sent)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return () => {
    server.closeAllConnections()
    server.close()
  }
}

const test = base.extend<object, { shared: Shared }>({
  shared: [
    async ({ workersConsole }, use) => {
      const port = await freePort()
      const origin = `http://127.0.0.1:${port}`
      const gateways = new Map<string, ServedGateway>()
      for (const path of ['/portdeck', '/other']) {
        const env = { PORT: '0', PUBLIC_URL: origin + path, RAINBOND_URL: workersConsole.url }
        gateways.set(path, await serveGateway({ env, writeLog: () => undefined }))
      }
      const stop = await startProxy(port, gateways)
      await use({ origin })
      stop()
      for (const gateway of gateways.values()) await gateway.close()
    },
    { scope: 'worker' },
  ],
  baseURL: ({ shared }, use) => use(shared.origin),
  signedIn: false,
})

test.use({ permissions: ['clipboard-write'] })

/** Collects the paths that `page` requests from now on outside of `base`. */
function outside(page: Page, base: string): string[] {
  const paths: string[] = []
  page.on('request', (request) => {
    const { protocol, pathname } = new URL(request.url())
    if (protocol.startsWith('http') && !pathname.startsWith(`${base}/`)) paths.push(pathname)
  })
  return paths
}

const signOut = (page: Page) => page.getByRole('button', { name: 'Sign out', exact: true })

test('below a path: links, changes, reloading and signing out, and no request leaves the path', async ({
  page,
  context,
  rainbond,
  shared,
}) => {
  const strays = outside(page, '/portdeck')
  await page.goto(`/portdeck${portsPath('web')}`)
  await signIn(page, tokens.ada)
  await expect(switchOf(page, 'Internal', 8081)).toBeVisible()
  expect(page.url()).toBe(shared.origin + '/portdeck' + portsPath('web'))
  expect((await context.cookies()).map(({ path }) => path)).toEqual(['/portdeck/'])

  await switchOf(page, 'Internal', 8081).click()
  await expectSettled(switchOf(page, 'Internal', 8081), true)
  expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: true })

  await test.step('the address can be shared, with its filter', async () => {
    await page.getByRole('textbox', { name: 'Filter ports' }).fill('8081')
    await expect(page).toHaveURL(`/portdeck${portsPath('web')}?filter=8081`)
    const other = await context.newPage()
    const othersStrays = outside(other, '/portdeck')
    await other.goto(page.url())
    await expect(switchOf(other, 'Internal', 8081)).toBeChecked()
    await expect(switchOf(other, 'Internal', 8080)).toBeHidden()
    expect(othersStrays).toEqual([])
    await other.close()
  })

  await page.reload()
  await expect(switchOf(page, 'Internal', 8081)).toBeChecked()

  await test.step('links of lists and of the header, and Back', async () => {
    await page.getByRole('link', { name: 'Portdeck' }).click()
    await expect(page).toHaveURL('/portdeck/teams')
    const team = page.getByRole('link', { name: /Online shop/ })
    await expect(team).toHaveAttribute('href', '/portdeck/teams/shop/regions')
    await team.click()
    await expect(page).toHaveURL('/portdeck/teams/shop/regions')
    await page.goBack()
    await expect(team).toBeVisible()
    await page.getByRole('searchbox').fill('Online')
    await page.getByRole('searchbox').press('Enter')
    await expect(page.getByRole('heading', { name: 'Choose a cluster' })).toBeVisible()
  })

  await test.step('the first page leads to where the person was last', async () => {
    await page.goto('/portdeck/')
    await expect(page).toHaveURL('/portdeck/teams/shop/regions')
  })

  await signOut(page).click()
  await expect(page.getByLabel('Access token', { exact: true })).toBeVisible()
  expect(await context.cookies()).toEqual([])
  expect(strays).toEqual([])
})

test('the path without its slash leads to the app', async ({ page }) => {
  await page.goto('/portdeck')
  await expect(page).toHaveURL('/portdeck/')
  await expect(page.getByLabel('Access token', { exact: true })).toBeVisible()
})

test('two instances of one origin do not sign each other out', async ({ context, page, rainbond }) => {
  expect(await rainbond.port('web', 8080)).toBeDefined()
  const other = await context.newPage()
  await page.goto(`/portdeck${portsPath('web')}`)
  await signIn(page, tokens.ada)
  await other.goto('/other/teams')
  await signIn(other, tokens.bo)
  // Bo's only component opens by itself.
  await expect(switchOf(other, 'Internal', 8080)).toBeVisible()
  await expect(switchOf(page, 'Internal', 8081)).toBeVisible()
  expect((await context.cookies()).map(({ path }) => path).sort()).toEqual(['/other/', '/portdeck/'])

  await signOut(other).click()
  await expect(other.getByLabel('Access token', { exact: true })).toBeVisible()
  await expect(signOut(page)).toBeVisible()
  await switchOf(page, 'Internal', 8081).click()
  await expectSettled(switchOf(page, 'Internal', 8081), true)
  await page.reload()
  await expect(switchOf(page, 'Internal', 8081)).toBeChecked()
})

test.describe('behind nginx', () => {
  const nginxPath = process.env['NGINX_PATH'] ?? '/usr/sbin/nginx'
  test.skip(!existsSync(nginxPath), 'nginx is not installed')

  test('the file of the guide serves a path with one changed line', async ({ browser, rainbond }) => {
    process.env['NGINX_PATH'] = nginxPath
    const port = await freePort()
    const origin = `http://127.0.0.1:${port}`
    const env = { PORT: '0', PUBLIC_URL: `${origin}/portdeck`, RAINBOND_URL: rainbond.url }
    const gateway = await serveGateway({ env, writeLog: () => undefined })
    const backend = { port: Number(new URL(gateway.listeningUrl).port) }
    const config = { port, backends: [backend, backend], retries: 'guide', path: '/portdeck' } as const
    const nginx = await startNginx(port, guideConfig(config))
    const context = await browser.newContext({ baseURL: origin })
    try {
      const page = await context.newPage()
      await page.goto('/portdeck')
      await expect(page).toHaveURL('/portdeck/')
      await signIn(page, tokens.ada)
      await expect(signOut(page)).toBeVisible()
      await page.goto(`/portdeck${portsPath('web')}`)
      await switchOf(page, 'Internal', 8081).click()
      await expectSettled(switchOf(page, 'Internal', 8081), true)
      expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: true })
      expect((await page.request.get('/session')).status()).toBe(404)
    } finally {
      await context.close()
      await nginx.stop()
      await gateway.close()
    }
  })
})
