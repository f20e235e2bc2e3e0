import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTcpServer, type Server } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { goodToken, sendTo } from '../../testing/test-gateway'
import { serveGateway } from '../../serve'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  return address !== null && typeof address === 'object' ? address.port : 0
}

/** Signs in at a gateway in front of a console at `address`, and returns what the screen and the log get. */
async function signInAt(address: string, language = 'en') {
  const lines: string[] = []
  const gateway = await serveGateway({
    env: { PORT: '0', RAINBOND_URL: address },
    writeLog: (line) => lines.push(line),
  })
  onTestFinished(() => gateway.close())
  const answer = await sendTo(gateway.listeningUrl, {
    method: 'POST',
    path: '/session',
    headers: {
      'content-type': 'application/json',
      origin: gateway.url,
      'accept-language': language,
      'x-portdeck': '1',
    },
    body: JSON.stringify({ token: goodToken }),
  })
  const logged: unknown = JSON.parse(lines.find((line) => line.includes('"event":"request"')) ?? '{}')
  return { answer, logged }
}

async function signInWhen(answer: Answer, language?: string) {
  const server = createHttpServer(answer)
  onTestFinished(() => server.closeAllConnections())
  return signInAt(`http://127.0.0.1:${await listen(server)}`, language)
}

const page = (status: number, headers = {}): Answer => {
  return (_, response) =>
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end('<html>')
}
const owner = JSON.stringify({ bean: { user_id: 1, nick_name: 'admin' } })

describe('a sign-in says on the screen and in the log', () => {
  test.each([
    [
      'a redirect',
      page(302, { location: 'https://sso.test/login?next=secret' }),
      502,
      'redirect',
      'sso.test',
    ],
    ['a redirect to https', page(301, { location: 'https://127.0.0.1/' }), 502, 'wants-https', 'https'],
    ['a firewall', page(403), 502, 'denied', 'firewall'],
    ['a login page', page(200), 502, 'login-page', 'login page'],
    ['a busy console', page(503, { 'retry-after': '7' }), 503, 'busy', 'busy'],
    [
      'another service',
      (_, response) => response.setHeader('content-type', 'application/json').end('{"ok":true}'),
      502,
      'unreadable',
      'not as Rainbond does',
    ],
    [
      'an unknown compression',
      (_, response) =>
        response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'zstd' }).end('xx'),
      502,
      'encoding',
      'compressed',
    ],
  ])('that it met %s', async (_, answered, status, trouble, words) => {
    const { answer, logged } = await signInWhen(answered)
    expect(answer.status).toBe(status)
    expect(answer.json).toMatchObject({ error: { kind: 'upstream' } })
    expect(answer.text).toContain(words)
    expect(answer.text).not.toContain('secret')
    expect(logged).toMatchObject({ refused: 'upstream', trouble })
  })

  test('that nobody listens, with the code of the error', async () => {
    const { answer, logged } = await signInAt('http://127.0.0.1:1')
    expect(answer.json).toMatchObject({
      error: { reason: 'unreachable', detail: '127.0.0.1 refused the connection.' },
    })
    expect(logged).toMatchObject({ trouble: 'refused', code: 'ECONNREFUSED', troubleHost: '127.0.0.1' })
  })

  test('that a name is unknown', async () => {
    const { answer, logged } = await signInAt('http://console.invalid')
    expect(answer.text).toContain('console.invalid can’t be resolved')
    expect(logged).toMatchObject({ trouble: 'name', troubleHost: 'console.invalid' })
  })

  test('that the console speaks no TLS', async () => {
    const plain = createTcpServer((socket) =>
      socket.on('error', () => undefined).end('HTTP/1.1 400 No\r\n\r\n'),
    )
    const { logged } = await signInAt(`https://127.0.0.1:${await listen(plain)}`)
    expect(logged).toMatchObject({ trouble: 'tls' })
  })

  test('no more of a redirect than the longest name of a host', async () => {
    const { answer } = await signInWhen(page(302, { location: `https://${'a'.repeat(3000)}.test/` }))
    expect(answer.text).toContain(`redirected to ${'a'.repeat(253)}.`)
  })

  test('in Chinese, if that is the language of the screen', async () => {
    const { answer } = await signInWhen(page(302, { location: 'https://sso.test/' }), 'zh-CN')
    expect(answer.text).toContain('重定向到 sso.test')
  })
})

test.each([
  ['7', '7'],
  ['0', '1'],
  ['99999', '600'],
  ['soon', '5'],
  [undefined, '5'],
])('passes on a Retry-After of %s as %s', async (asked, passed) => {
  const { answer } = await signInWhen(page(429, asked === undefined ? {} : { 'retry-after': asked }))
  expect(answer.headers['retry-after']).toBe(passed)
  expect(answer.json).toMatchObject({ error: { reason: 'busy', retryAfter: Number(passed) } })
})

test('a 503 that asks to wait leaves open what was done', async () => {
  const { answer } = await signInWhen(page(503, { 'retry-after': '7' }))
  expect(answer.json).toMatchObject({ error: { kind: 'upstream', retryAfter: 7 } })
  expect(answer.json).not.toHaveProperty('error.reason')
})

describe('a compressed answer', () => {
  test.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const)('is read: %s', async (encoding, compress) => {
    const { answer } = await signInWhen((_, response) =>
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-encoding': encoding })
        .end(compress(owner)),
    )
    expect([answer.status, answer.json]).toMatchObject([200, { user: { nick_name: 'admin' } }])
  })

  test('of a few bytes that stand for 64 MiB is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024))
    const { answer, logged } = await signInWhen((_, response) =>
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bomb),
    )
    expect(answer.status).toBe(502)
    expect(logged).toMatchObject({ trouble: 'too-large' })
  })

  test('that is cut off or damaged is broken', async () => {
    const { answer, logged } = await signInWhen((_, response) =>
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
        .end(gzipSync(owner).subarray(0, 30)),
    )
    expect(answer.json).toMatchObject({ error: { reason: 'cut-off' } })
    expect(logged).toMatchObject({ trouble: 'broken' })
  })
})
