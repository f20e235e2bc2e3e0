import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { exchangeBytes, readAnswer } from './raw-exchange'
import { startGateway } from './test-gateway'

/** The ways to get an answer that no route gives, by the status it must have. */
const unusual: readonly (readonly [string, number, (host: string, extra: string) => string])[] = [
  ['what is not HTTP', 400, (_, extra) => `nonsense\r\n${extra}\r\n`],
  ['a wrong version', 400, (host, extra) => `GET / HTTP/9.9\r\nHost: ${host}\r\n${extra}\r\n`],
  [
    'two lengths',
    400,
    (host, extra) =>
      `POST / HTTP/1.1\r\nHost: ${host}\r\n${extra}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`,
  ],
  ['no host', 400, (_, extra) => `GET / HTTP/1.1\r\n${extra}Connection: close\r\n\r\n`],
  [
    'a host that no URL can have',
    404,
    (_, extra) => `GET / HTTP/1.1\r\nHost: a b\r\n${extra}Connection: close\r\n\r\n`,
  ],
  [
    'a target that no URL can have',
    404,
    (host, extra) => `GET *\\ HTTP/1.1\r\nHost: ${host}\r\n${extra}Connection: close\r\n\r\n`,
  ],
  ['a tunnel', 405, (host, extra) => `CONNECT evil.test:443 HTTP/1.1\r\nHost: ${host}\r\n${extra}\r\n`],
  [
    'an upgrade',
    200,
    (host, extra) =>
      `GET /session HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n${extra}\r\n`,
  ],
  [
    'too large an extension of a chunk',
    413,
    (host, extra) =>
      `POST /session HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nX-Portdeck: 1\r\nContent-Type: application/json\r\n${extra}Transfer-Encoding: chunked\r\n\r\n1;${'x'.repeat(20_000)}\r\n`,
  ],
  [
    'an expectation',
    417,
    (host, extra) =>
      `GET / HTTP/1.1\r\nHost: ${host}\r\nExpect: miracles\r\n${extra}Connection: close\r\n\r\n`,
  ],
  [
    'a foreign host',
    421,
    (_, extra) => `GET / HTTP/1.1\r\nHost: evil.test\r\n${extra}Connection: close\r\n\r\n`,
  ],
  [
    '18 kB of cookies',
    431,
    (host, extra) => `GET / HTTP/1.1\r\nHost: ${host}\r\n${extra}Cookie: a=${'x'.repeat(18_000)}\r\n\r\n`,
  ],
  [
    '101 headers',
    431,
    (host, extra) =>
      `GET / HTTP/1.1\r\nHost: ${host}\r\n${extra}${'a: b\r\n'.repeat(100)}Connection: close\r\n\r\n`,
  ],
]

/** The upgrade succeeds; neither a tunnel nor a body in chunks is a navigation. */
const notNavigation = new Set([200, 405, 413])

describe.each(unusual)('%s', (_, expected, bytes) => {
  async function answered(extra = '') {
    const gateway = await startGateway({ distDir: '/nonexistent' })
    const sent = bytes(new URL(gateway.url).host, extra)
    const answer = readAnswer(await exchangeBytes(gateway.listeningUrl, sent))
    expect(answer.status).toBe(expected)
    return { gateway, ...answer }
  }

  test('has the security headers, an id, and a line in the log', async () => {
    const { gateway, headers } = await answered()
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
    const id = headers.get('x-request-id')
    expect(id).toMatch(/^[\da-f-]{36}$/)
    const lines = gateway.logged().filter(({ event, requestId }) => event === 'request' && requestId === id)
    expect(lines).toContainEqual(expect.objectContaining({ status: expected, address: '127.0.0.1' }))
    expect(gateway.logged().filter(({ event }) => event === 'crash')).toEqual([])
  })

  test.skipIf(notNavigation.has(expected))('is a page for a person who navigates', async () => {
    const { body, headers } = await answered(
      'Sec-Fetch-Mode: navigate\r\nAccept-Language: zh-CN,zh;q=0.9,en;q=0.8\r\n',
    )
    expect(headers.get('content-type')).toBe('text/html; charset=UTF-8')
    expect(body).toContain('<html lang="zh-CN">')
    expect(body).not.toMatch(/<(script|img|link|form)|style=/)
    const styles = [...body.matchAll(/<style>([^]*?)<\/style>/g)].map(([, style = '']) => style)
    const allowed = styles.map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`)
    expect(allowed).toHaveLength(1)
    expect(headers.get('content-security-policy')).toContain(`style-src ${allowed.join(' ')};`)
  })
})

test.each([
  ['portdeck.test', 431, true],
  ['other.test', 421, false],
])(
  'at the host %s, the page for a %i links to Portdeck only where that helps',
  async (host, status, links) => {
    const gateway = await startGateway({ env: { PUBLIC_URL: 'https://portdeck.test' } })
    const junk =
      status === 431 ? Array.from({ length: 101 }, (_, at): [string, string] => [`x-${at}`, '']) : []
    const headers = { host, accept: 'text/html', 'sec-fetch-mode': 'navigate', ...Object.fromEntries(junk) }
    const answer = await gateway.send({ path: '/', headers })
    expect([answer.status, answer.text.includes('<a href="/">Open Portdeck</a>')]).toEqual([status, links])
  },
)

test('a person with too many cookies is told to delete them, in English or Chinese', async () => {
  const { url } = await startGateway()
  const pageFor = async (language: string) =>
    readAnswer(
      await exchangeBytes(
        url,
        `GET /teams HTTP/1.1\r\nHost: x\r\nAccept-Language: ${language}\r\nAccept: text/html\r\nCookie: ${'x'.repeat(18_000)}\r\n\r\n`,
      ),
    ).body
  expect(await pageFor('de, en;q=0.9, zh;q=0.8')).toContain('Delete the cookies of this site')
  expect(await pageFor('fr')).toContain('Delete the cookies of this site')
  expect(await pageFor('zh-TW, en;q=0.5')).toContain('请在浏览器设置中删除该网站的 Cookie')
})

test('a script with too many cookies gets JSON that says so', async () => {
  const { url } = await startGateway()
  const { headers, body } = readAnswer(
    await exchangeBytes(
      url,
      `GET /session HTTP/1.1\r\nHost: x\r\nSec-Fetch-Mode: cors\r\nAccept: application/json\r\nCookie: ${'x'.repeat(18_000)}\r\n\r\n`,
    ),
  )
  expect(headers.get('content-type')).toBe('application/json')
  expect(JSON.parse(body)).toMatchObject({ error: { kind: 'forbidden', reason: 'too-many-cookies' } })
})

test('a client that is still sending gets its answer', async () => {
  const gateway = await startGateway()
  // More than one reads at a time, so that bytes are left unread when the answer is sent.
  const bytes = `GET / HTTP/1.1\r\nCookie: ${'x'.repeat(4_000_000)}`
  expect(readAnswer(await exchangeBytes(gateway.listeningUrl, bytes)).status).toBe(431)
})

test('an invalid request behind a write is not answered in the place of the write', async () => {
  let finish: () => void = () => undefined
  const held = new Promise<void>((resolve) => (finish = resolve))
  const gateway = await startGateway({
    answer: async () => {
      await held
      return { status: 200, contentType: 'application/json', body: '{"code":200}' }
    },
  })
  const cookie = await gateway.signIn()
  const { host } = new URL(gateway.url)
  const port = '/openapi/v1/teams/shop/regions/sh/apps/1/services/gr1a2b3c/ports/80'
  const text = await exchangeBytes(
    gateway.listeningUrl,
    `DELETE ${port} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${gateway.url}\r\nX-Portdeck: 1\r\nCookie: ${cookie}\r\n\r\nnonsense\r\n\r\n`,
  )
  expect(text).toBe('')
  finish()
})
