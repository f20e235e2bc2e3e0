import { describe, expect, test, vi } from 'vitest'
import { createAnswerBytes } from '../limits/answer-bytes'
import { neverPause } from '../limits/large-answers'
import { createTurns } from '../limits/turns'
import { json, startGateway } from '../testing/test-gateway'
import { consoleCalls } from './console-calls'
import { type Method, UpstreamFailure } from './upstream'

const ports = '/openapi/v1/teams/shop/regions/sh/apps/1/services/gr1a2b3c/ports'

async function signedIn(options: Parameters<typeof startGateway>[0] = {}) {
  const gateway = await startGateway(options)
  await gateway.signIn()
  return gateway
}

describe('an answer of the console', () => {
  test('keeps the code and the words of a refusal of Rainbond', async () => {
    const refusal = { code: 404, msg: 'change port fail', msg_show: '对内服务未开启' }
    const gateway = await signedIn({ answer: () => json(404, { ...refusal, data: { bean: {}, list: [] } }) })
    const answer = await gateway.ask({ path: ports })
    expect([answer.status, answer.json]).toEqual([404, refusal])
  })

  test('loses secrets of clusters and tracebacks', async () => {
    const trace = 'Traceback (most recent call last):\n  File "/app/ui/x.py"'
    const gateway = await signedIn({
      answer: ({ path }) =>
        path.includes('/regions?')
          ? json(200, { total: 1, regions: [{ region_name: 'sh', token: 'SECRET', status: '1' }] })
          : json(500, { code: 10401, msg: 'x', msg_show: trace, error_trace: trace, error_details: {} }),
    })
    const regions = await gateway.ask({ path: '/openapi/v1/teams/shop/regions?page=1' })
    expect(regions.json).toEqual({ total: 1, regions: [{ region_name: 'sh', status: '1' }] })
    const crash = await gateway.ask({ path: ports })
    expect(crash.status).toBe(500)
    expect(crash.json).toEqual({ code: 10401, msg_show: 'The console had an internal error.' })
  })

  test('loses internal addresses of clusters and the request of an operation', async () => {
    const gateway = await signedIn({
      answer: ({ path }) =>
        path.includes('/regions?')
          ? json(200, {
              total: 1,
              regions: [{ region_name: 'sh', url: 'https://10.0.0.1', wsurl: 'ws://10.0.0.1' }],
            })
          : json(400, { code: 400, msg: { url: 'https://10.0.0.1/v2', httpcode: 101 }, request_body: '{}' }),
    })
    const regions = await gateway.ask({ path: '/openapi/v1/teams/shop/regions?page=1' })
    expect(regions.json).toEqual({ total: 1, regions: [{ region_name: 'sh' }] })
    expect((await gateway.ask({ path: ports })).json).toEqual({ code: 400, msg: { httpcode: 101 } })
  })

  test('carries only the headers of the gateway', async () => {
    const gateway = await signedIn()
    const { headers } = await gateway.ask({ path: ports })
    expect(Object.keys(headers).sort()).toEqual([
      'cache-control',
      'connection',
      'content-length',
      'content-security-policy',
      'content-type',
      'cross-origin-opener-policy',
      'cross-origin-resource-policy',
      'date',
      'permissions-policy',
      'referrer-policy',
      'x-content-type-options',
      'x-request-id',
    ])
  })

  test.each([
    ['no content', { status: 204, contentType: '', body: '' }, 204, undefined],
    [
      'a page with 502',
      { status: 502, contentType: 'text/html', body: '<html>' },
      502,
      { kind: 'upstream', reason: 'not-json' },
    ],
    [
      'a page with 404',
      { status: 404, contentType: 'text/html', body: '<html>' },
      404,
      { kind: 'not-found' },
    ],
    [
      'a login page',
      { status: 200, contentType: 'text/html', body: '<html>' },
      502,
      { kind: 'upstream', reason: 'not-json' },
    ],
    [
      'a redirect',
      { status: 302, contentType: 'application/json', body: '{}' },
      502,
      { kind: 'upstream', reason: 'not-json' },
    ],
    [
      'half an answer',
      { status: 200, contentType: 'application/json', body: '{"a":' },
      502,
      { kind: 'upstream', reason: 'cut-off' },
    ],
    ['nothing', { status: 200, contentType: '', body: '' }, 502, { kind: 'upstream', reason: 'not-json' }],
  ])('becomes an error that explains %s', async (_, answered, status, error) => {
    const gateway = await signedIn({ answer: () => answered })
    const answer = await gateway.ask({ method: 'DELETE', path: `${ports}/80` })
    expect(answer.status).toBe(status)
    if (error !== undefined) expect(answer.json).toMatchObject({ error })
  })

  test.each([
    ['unreachable', { kind: 'upstream', reason: 'unreachable' }],
    ['broken', { kind: 'upstream', reason: 'cut-off' }],
    ['too-large', { kind: 'upstream' }],
  ] as const)('becomes an error when the console is %s', async (failure, error) => {
    const gateway = await signedIn({ answer: () => Promise.reject(new UpstreamFailure(failure)) })
    const answer = await gateway.ask({ path: ports })
    expect([answer.status, answer.json]).toMatchObject([502, { error }])
  })

  test('becomes the gateway’s own error when the connection fails', async () => {
    const gateway = await signedIn({ answer: () => Promise.reject(new UpstreamFailure('broken')) })
    const answer = await gateway.ask({ path: ports })
    expect([answer.status, answer.json]).toMatchObject([502, { error: { kind: 'upstream' } }])
    expect(answer.json).toMatchObject({ error: { requestId: answer.headers['x-request-id'] } })
  })

  test('becomes a timeout when the console stays silent', async () => {
    const gateway = await signedIn({
      env: { READ_TIMEOUT_SECONDS: '0.05' },
      answer: ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
    })
    const answer = await gateway.ask({ path: ports })
    expect([answer.status, answer.json]).toMatchObject([504, { error: { kind: 'timeout' } }])
  })

  test('reveals nothing of a bug in the gateway', async () => {
    const gateway = await signedIn({ answer: () => Promise.reject(new Error('the inside')) })
    const answer = await gateway.ask({ path: ports })
    expect([answer.status, answer.json]).toMatchObject([500, { error: { kind: 'crash' } }])
    expect(answer.text).not.toContain('the inside')
  })
})

const mebibyte = 1024 * 1024
const body = JSON.stringify({
  data: { list: Array.from({ length: 20_000 }, () => ({ port_alias: 'WEB80' })) },
})

/** Returns how often work on an answer of several hundred KiB lets others have the process. */
async function pausesOf(method: Method): Promise<number> {
  const pause = vi.fn(neverPause)
  const call = consoleCalls(
    ({ received }) => {
      received?.(body.length)
      return Promise.resolve({ status: 200, contentType: 'application/json', body })
    },
    {
      readMs: 60_000,
      writeMs: 60_000,
      turns: createTurns({ inAll: 1, perPerson: () => 1, waiting: 0, waitingPerPerson: 0, waitMs: 1 }),
      answerBytes: createAnswerBytes({ inAll: 48 * mebibyte, perPerson: 16 * mebibyte }),
      largeAnswers: { admit: () => undefined, handle: () => Promise.resolve(pause) },
      observe: () => undefined,
    },
  )
  const { json } = await call({ method, path: '/openapi/v1/x', requestId: 'r', person: 'ada' })
  expect(json).toEqual(JSON.parse(body))
  return pause.mock.calls.length
}

test('a large answer to a read is parsed in pieces, so that others are answered meanwhile', async () => {
  expect(await pausesOf('GET')).toBeGreaterThan(5)
})

test('the answer to a write is never given up or held back', async () => {
  expect(await pausesOf('PUT')).toBe(0)
})
