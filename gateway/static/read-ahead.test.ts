import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { firstReads } from '../../src/features/scope/link/first-reads'
import { json, startGateway, type TestGatewayOptions } from '../testing/test-gateway'
import { asTheyArrive } from './read-ahead'

const page = '/teams/shop/regions/east/apps/1/services/gr1/ports'
const navigation = {
  'sec-fetch-mode': 'navigate',
  'sec-fetch-site': 'none',
  'x-portdeck': undefined,
  origin: undefined,
}

async function servePage(options: TestGatewayOptions = {}) {
  const distDir = mkdtempSync(join(tmpdir(), 'portdeck-dist-'))
  onTestFinished(() => rmSync(distDir, { recursive: true }))
  mkdirSync(join(distDir, 'assets'))
  writeFileSync(
    join(distDir, 'index.html'),
    '<html data-base-path=""><head><style></style><script>early()</script></head><body><noscript></noscript></body></html>',
  )
  return startGateway({ ...options, distDir })
}

/** Returns the answers in a page by their paths. */
const answersIn = (text: string) =>
  new Map(
    [...text.matchAll(/data-answer="([^"]*)" data-status="(\d+)"[^>]*>([^<]*)<\/script>/g)].map(
      ([, path = '', status, body = '']) => [
        path.replaceAll('&amp;', '&'),
        { status, body: JSON.parse(body) as unknown },
      ],
    ),
  )

test('a page for somebody who is signed in holds the answers to its first reads, as the page would get them', async () => {
  const gateway = await servePage()
  await gateway.signIn()
  const { text, headers } = await gateway.ask({ path: page, headers: navigation })
  const answers = answersIn(text)
  expect([...answers.keys()].sort()).toEqual(firstReads(page).sort())
  for (const [path, { status, body }] of answers) {
    const asked = await gateway.ask({ path })
    expect([path, status, body]).toEqual([path, String(asked.status), asked.json])
  }
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
  expect(text.trimEnd()).toMatch(/<\/html>$/)
})

test('its policy allows the script of the page by its hash, and no other', async () => {
  const gateway = await servePage()
  const { headers } = await gateway.send({ path: '/' })
  // sha256 of `early()`.
  expect(headers['content-security-policy']).toContain(
    "script-src 'self' 'sha256-G2Y/0fpEoq/QMzbid/byF0KE5sX9e6ar19Om2+xoMnU=';",
  )
})

test('each read is counted, limited and logged as one of the page', async () => {
  const gateway = await servePage({ env: { READ_BURST: '5' } })
  await gateway.signIn()
  const { text } = await gateway.ask({ path: page, headers: navigation })
  const statuses = [...answersIn(text).values()].map(({ status }) => status)
  expect(statuses.filter((status) => status === '429')).toHaveLength(firstReads(page).length - 1 - 5)
  const paths = gateway
    .logged()
    .flatMap((line) => (line['event'] === 'request' ? [String(line['path'])] : []))
  for (const path of firstReads(page)) expect(paths).toContain(path.split('?')[0])
})

test('a person may have fewer calls at once than a page has reads', async () => {
  const gateway = await servePage({ env: { PERSON_CONCURRENCY: '1' } })
  await gateway.signIn()
  const { text } = await gateway.ask({ path: page, headers: navigation })
  expect([...answersIn(text).values()].map(({ status }) => status)).toEqual(firstReads(page).map(() => '200'))
})

test.each([
  ['nobody is signed in', { cookie: undefined }],
  ['another website leads to it', { 'sec-fetch-site': 'cross-site' }],
  ['nobody looks at it yet', { 'sec-purpose': 'prefetch' }],
])('a page holds no answers when %s', async (_, headers) => {
  const gateway = await servePage()
  await gateway.signIn()
  const before = gateway.calls.length
  const { text } = await gateway.ask({ path: page, headers: { ...navigation, ...headers } })
  expect(text).not.toContain('answer')
  expect(gateway.calls).toHaveLength(before)
})

test('HEAD reads nothing', async () => {
  const gateway = await servePage()
  await gateway.signIn()
  const before = gateway.calls.length
  const answer = await gateway.ask({ method: 'HEAD', path: page, headers: navigation })
  expect([answer.status, answer.text]).toEqual([200, ''])
  expect(gateway.calls).toHaveLength(before)
})

test('a token that the console rejects, a refused read and somebody else’s team are answered as to the page', async () => {
  const gateway = await servePage({
    answer: ({ path }) =>
      path.endsWith('/ports') ? json(401, { code: 401, msg: 'No such user' }) : json(404, {}),
  })
  await gateway.signIn()
  const { text } = await gateway.ask({ path: page, headers: navigation })
  const answers = answersIn(text)
  const ports = [...answers].find(([path]) => path.endsWith('/ports'))
  expect(ports?.[1]).toMatchObject({ status: '401', body: { error: { kind: 'unauthenticated' } } })
  expect([...answers].find(([path]) => path.endsWith('/domains'))?.[1].status).toBe('404')
  // The session has ended, so that the next page knows nobody.
  expect((await gateway.ask({ path: page, headers: navigation })).text).not.toContain('answer')

  const others = await servePage()
  await others.signIn()
  const foreign = await others.ask({ path: page.replace('shop', 'other'), headers: navigation })
  expect([...answersIn(foreign.text)].find(([path]) => path.endsWith('/ports'))?.[1]).toMatchObject({
    status: '403',
    body: { error: { reason: 'not-a-member' } },
  })
})

test('neither the token nor the session is in the page', async () => {
  const gateway = await servePage()
  const cookie = await gateway.signIn()
  const { text } = await gateway.ask({ path: page, headers: navigation })
  expect(answersIn(text).size).toBeGreaterThan(1)
  expect(text).not.toContain(cookie.split('=')[1])
  for (const { token } of gateway.calls) expect(text).not.toContain(token)
})

test('what the page begins with is sent while the console is still silent', async () => {
  const { gateway, received } = await leaveOpen()
  expect(await received).toContain('<noscript>')
  expect(gateway.passed().map(({ signal }) => signal.aborted)).not.toContain(true)
})

test('its reads are aborted when the browser disconnects', async () => {
  const { gateway, sent } = await leaveOpen()
  sent.destroy()
  await vi.waitFor(() => expect(gateway.passed().map(({ signal }) => signal.aborted)).not.toContain(false))
})

/** Asks for a page whose reads nobody answers, and resolves once all of them are at the console. */
async function leaveOpen() {
  const gateway = await servePage({
    answer: ({ signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new Error('given up')))
      }),
    env: { PERSON_CONCURRENCY: '20', STOP_SECONDS: '1' },
  })
  const cookie = await gateway.signIn()
  const headers = { cookie, accept: 'text/html', 'sec-fetch-mode': 'navigate' }
  const sent = request(gateway.listeningUrl + page, { headers, agent: false })
  sent.on('error', () => undefined)
  const received = new Promise<string>((resolve) => {
    sent.on('response', (answer) => answer.once('data', (part: Buffer) => resolve(part.toString())))
  })
  sent.end()
  await vi.waitFor(() => expect(gateway.passed()).toHaveLength(firstReads(page).length - 2))
  return { gateway, sent, received }
}

test('a page ends without the answers that don’t come in time, and gives them up', async () => {
  const ended: string[] = []
  const read = (path: string, body?: string) => ({
    path,
    exchange: { end: () => void ended.push(path) },
    answer:
      body === undefined
        ? new Promise<undefined>(() => undefined)
        : Promise.resolve({ status: 200, headers: {}, cookies: [], body }),
  })
  const blocks: string[] = []
  for await (const block of asTheyArrive([read('/slow'), read('/fast', '{}')], 20)) blocks.push(block)
  expect(blocks).toEqual([expect.stringContaining('data-answer="/fast"')])
  expect(new Set(ended)).toEqual(new Set(['/slow', '/fast']))
})
