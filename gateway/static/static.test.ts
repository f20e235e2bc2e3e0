import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startGateway } from '../testing/test-gateway'

function builtApp(): string {
  const directory = mkdtempSync(join(tmpdir(), 'portdeck-dist-'))
  onTestFinished(() => rmSync(directory, { recursive: true }))
  mkdirSync(join(directory, 'assets'))
  mkdirSync(join(directory, '.vite'))
  const files = {
    'index.html':
      '<html data-base-path=""><meta nonce="__CSP_NONCE__"><link href="./favicon.svg"><script nonce="__CSP_NONCE__" src="./assets/main-1a2b.js"></script>',
    'favicon.svg': '<svg/>',
    'assets/main-1a2b.js': 'plain',
    'assets/main-1a2b.js.br': 'brotli',
    'assets/main-1a2b.js.gz': 'gzip',
    '.vite/manifest.json': '{}',
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text)
  return directory
}

const serveBuilt = () => startGateway({ distDir: builtApp() })

describe('the page', () => {
  test.each([
    '/',
    '/index.html',
    '/teams/shop/regions/sh/apps/1/services/gr1a2b3c/ports?sort=port',
    '/sign-in',
  ])('is served at %s', async (path) => {
    const gateway = await serveBuilt()
    const answer = await gateway.send({ path })
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/html; charset=UTF-8'])
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  test('has a new nonce in every answer, which its policy names', async () => {
    const gateway = await serveBuilt()
    const nonces = new Set<string>()
    for (let asked = 0; asked < 3; asked += 1) {
      const { headers, text } = await gateway.send({ path: '/' })
      const policy = String(headers['content-security-policy'])
      const nonce = /'nonce-([\w+/=]{24})'/.exec(policy)?.[1] ?? ''
      expect(text.split(nonce)).toHaveLength(3)
      expect(policy).toContain("script-src 'self';")
      expect(policy).toContain("style-src-attr 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/unsafe|\*/)
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(3)
  })

  test.each([
    '/assets/main-9z9z.js',
    '/missing.png',
    '/.vite/manifest.json',
    '/.env',
    '/assets/main-1a2b.js.br',
  ])('is not served at %s, which does not exist', async (path) => {
    const gateway = await serveBuilt()
    const answer = await gateway.send({ path })
    expect([answer.status, answer.json]).toMatchObject([404, { error: { kind: 'not-found' } }])
  })
})

const fromAddressBar = { 'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'none' }
const fromOldBrowser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

describe('a navigation', () => {
  test.each([
    '/teams/shop.',
    '/teams/shop.v2/regions/east.1/apps',
    '//teams/shop',
    '/teams//shop',
    '/teams/a%2Fb/regions',
    '/teams/100%25/regions',
    '/teams/100%/regions',
    '/teams/a%5Cb/regions',
    '/teams/a\\b/regions',
    '/teams/%00/regions',
    '/teams/../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2fpackage.json',
    '/assets/main-9z9z.js',
    '/.vite/manifest.json',
    '/session',
    '/openapi/v1/teams',
    '/openapi/v1/teams/shop/regions/sh/apps/1/services/gr1a2b3c/ports',
  ])('to %s gets the page', async (path) => {
    const gateway = await serveBuilt()
    await gateway.signIn()
    const before = gateway.calls.length
    for (const headers of [fromAddressBar, fromOldBrowser]) {
      const answer = await gateway.ask({ path, headers })
      expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/html; charset=UTF-8'])
      expect(answer.text).toContain('src="/assets/main-1a2b.js"')
      expect(answer.headers['content-security-policy']).toContain("script-src 'self';")
    }
    // Only what the page reads first: lists, by plain paths.
    const isFirstRead = /^GET \/openapi\/v1\/teams(\?|\/[\w.%-]+\/regions(\?|\/[\w.]+\/apps$))/
    for (const { method, path: read } of gateway.calls.slice(before))
      expect(`${method} ${read}`).toMatch(isFirstRead)
  })

  test('to a file of the app gets the file', async () => {
    const gateway = await serveBuilt()
    const { text, headers } = await gateway.send({ path: '/favicon.svg', headers: fromAddressBar })
    expect([text, headers['content-type']]).toEqual(['<svg/>', 'image/svg+xml'])
  })

  test('with a foreign host name gets an error page instead of the app or JSON', async () => {
    const gateway = await serveBuilt()
    const answer = await gateway.send({ path: '/', headers: { ...fromAddressBar, host: 'evil.test' } })
    expect([answer.status, answer.json]).toEqual([421, undefined])
    expect(answer.text).toContain('Portdeck doesn’t answer under this host name.')
  })

  test.each([
    ['a script', { 'sec-fetch-mode': 'cors', accept: 'text/html' }],
    ['a script of an older browser', { accept: 'application/json' }],
  ])('is not a request of %s, which gets JSON', async (_, headers) => {
    const gateway = await serveBuilt()
    expect((await gateway.ask({ path: '/session', headers })).json).toMatchObject({ user: null })
    const refused = await gateway.ask({ path: '/teams/a%2Fb/regions', headers })
    expect([refused.status, refused.json]).toMatchObject([404, { error: { kind: 'not-found' } }])
  })
})

describe('below a base path', () => {
  const serveBelow = (path: string) =>
    startGateway({ distDir: builtApp(), env: { PUBLIC_URL: `http://127.0.0.1:8080${path}` } })

  test.each(['', '/portdeck', '/tools/portdeck'])(
    '(%j) every page names it and the files in it',
    async (base) => {
      const gateway = await serveBelow(base)
      for (const path of ['/', '/teams/shop', '/teams/shop/regions/sh/apps']) {
        for (const headers of [{}, fromAddressBar]) {
          const { text, headers: sent } = await gateway.send({ path: base + path, headers })
          expect(text).toContain(`<html data-base-path="${base}"`)
          expect(text).toContain(`<link href="${base}/favicon.svg">`)
          expect(text).toContain(`src="${base}/assets/main-1a2b.js"`)
          expect(text).not.toContain('<base')
          expect(sent['content-security-policy']).toContain("base-uri 'none'")
        }
      }
    },
  )

  test('the files are served, and only there', async () => {
    const gateway = await serveBelow('/portdeck')
    const script = await gateway.send({ path: '/portdeck/assets/main-1a2b.js' })
    expect([script.status, script.headers['cache-control']]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ])
    const icon = await gateway.send({ path: '/portdeck/favicon.svg', headers: fromAddressBar })
    expect(icon.text).toBe('<svg/>')
    for (const path of ['/assets/main-1a2b.js', '/favicon.svg', '/portdeck/assets/main-9z9z.js']) {
      expect([path, (await gateway.send({ path })).status]).toEqual([path, 404])
    }
  })
})

describe('a file of the app', () => {
  test('is cached forever if its name has a hash, and revalidated otherwise', async () => {
    const gateway = await serveBuilt()
    const script = await gateway.send({ path: '/assets/main-1a2b.js' })
    expect(script.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
      'x-content-type-options': 'nosniff',
    })
    const icon = await gateway.send({ path: '/favicon.svg' })
    expect(icon.headers).toMatchObject({ 'content-type': 'image/svg+xml', 'cache-control': 'no-cache' })
  })

  test.each([
    ['br, gzip', 'brotli', 'br'],
    ['gzip, deflate', 'gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip', 'gzip'],
    ['identity', 'plain', undefined],
    ['', 'plain', undefined],
  ])('is sent for Accept-Encoding "%s" as %s', async (accepted, text, encoding) => {
    const gateway = await serveBuilt()
    const answer = await gateway.send({
      path: '/assets/main-1a2b.js',
      headers: { 'accept-encoding': accepted },
    })
    expect([answer.text, answer.headers['content-encoding']]).toEqual([text, encoding])
  })

  test('is not sent again when the browser has it', async () => {
    const gateway = await serveBuilt()
    const path = '/favicon.svg'
    const { headers } = await gateway.send({ path })
    const again = await gateway.send({
      path,
      headers: { 'if-none-match': `"other", W/${headers.etag ?? ''}` },
    })
    expect([again.status, again.text, again.headers.etag]).toEqual([304, '', headers.etag])
    expect((await gateway.send({ path, headers: { 'if-none-match': '"other"' } })).status).toBe(200)
  })

  test('answers HEAD without a body', async () => {
    const gateway = await serveBuilt()
    const answer = await gateway.send({ method: 'HEAD', path: '/favicon.svg' })
    expect([answer.status, answer.text]).toEqual([200, ''])
  })
})

test('serves no page without a built app', async () => {
  const gateway = await startGateway({ distDir: '/nonexistent' })
  expect((await gateway.send({ path: '/' })).status).toBe(404)
})
