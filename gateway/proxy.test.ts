import { describe, expect, test } from 'vitest'
import { json, startGateway } from './test-gateway'
import { UpstreamFailure } from './upstream'

const app = '/openapi/v1/teams/shop/regions/sh/apps/1'
const ports = `${app}/services/gr1a2b3c/ports`

async function signedIn(options: Parameters<typeof startGateway>[0] = {}) {
  const gateway = await startGateway(options)
  await gateway.signIn()
  return gateway
}

describe('what passes to the console', () => {
  test.each([
    ['GET', '/openapi/v1/teams?query=shop&page=2&page_size=100'],
    ['GET', '/openapi/v1/teams/shop/regions?page=1&page_size=100'],
    ['GET', '/openapi/v1/teams/shop/regions/sh/apps?query=%E5%95%86'],
    ['GET', '/openapi/v1/teams/shop/regions/sh/apps_port'],
    ['GET', `${app}/domains?query=tcp`],
    ['GET', `${app}/services`],
    ['GET', `${app}/services/gr1a2b3c`],
    ['GET', `${app}/services/gr1a2b3c/events?page=1&page_size=20`],
    ['GET', ports],
    ['POST', ports, { port: 80, protocol: 'http', is_inner_service: false }],
    ['PUT', `${ports}/80`, { action: 'open_outer' }],
    ['PUT', `${ports}/80`, { action: 'change_protocol', protocol: 'tcp' }],
    ['PUT', `${ports}/80`, { action: 'change_port_alias', port_alias: 'WEB', k8s_service_name: 'web' }],
    ['DELETE', `${ports}/80`],
  ])('%s %s', async (method, path, body?: object) => {
    const gateway = await signedIn()
    const answer = await gateway.ask({ method, path, ...(body && { body: JSON.stringify(body) }) })
    expect(answer.status).toBe(200)
    expect(gateway.passed().map((call) => [call.method, call.path, call.body])).toEqual([
      [method, path, body && JSON.stringify(body)],
    ])
  })

  test('is nothing without a session', async () => {
    const gateway = await startGateway()
    const answer = await gateway.ask({ path: ports })
    expect([answer.status, answer.json]).toMatchObject([401, { error: { kind: 'unauthenticated' } }])
    expect(gateway.calls).toEqual([])
  })

  test.each([
    ['GET', '/openapi/v1/currentuser'],
    ['GET', '/openapi/v1/administrators'],
    ['PATCH', `${ports}/80`],
    ['HEAD', ports],
    ['OPTIONS', ports],
    ['PUT', ports],
    ['POST', `${ports}/80`],
    ['DELETE', `${app}/services/gr1a2b3c`],
    ['GET', `${ports}/`],
    ['GET', `${app}/services/gr1a2b3c/envs`],
    ['GET', '/openapi/v1/teams/shop/regions/sh/apps/x/services'],
    ['GET', '/openapi/v1/teams/shop/../shop/regions'],
    ['GET', '/openapi/v1/teams/%2e%2e/regions'],
    ['GET', '/openapi/v1/teams/shop%2fregions/regions'],
    ['GET', '/openapi/v1/teams/a%252e/regions'],
    ['GET', '/openapi/v1//teams'],
    ['GET', '//evil.test/openapi/v1/teams'],
    ['GET', 'http://evil.test/openapi/v1/teams'],
    ['GET', '/openapi/v1/teams\\..\\regions'],
    ['POST', '/__emulator/reset'],
    ['PUT', '/__emulator/faults'],
  ])('is not %s %s', async (method, path) => {
    const gateway = await signedIn()
    const answer = await gateway.ask({ method, path })
    expect([403, 404]).toContain(answer.status)
    expect(gateway.passed()).toEqual([])
  })

  test.each([
    '/openapi/v1/teams?page=0',
    '/openapi/v1/teams?page=1&page=2',
    '/openapi/v1/teams?query=%22',
    '/openapi/v1/teams?x=1',
    '/openapi/v1/teams?__proto__=1',
    '/openapi/v1/teams/shop/regions?query=a',
    `${app}/domains?query=udp`,
  ])('is no query that crashes or confuses it: %s', async (path) => {
    const gateway = await signedIn()
    const answer = await gateway.ask({ path })
    expect([answer.status, answer.json]).toMatchObject([400, { error: { kind: 'invalid' } }])
    expect(gateway.passed()).toEqual([])
  })

  test.each([
    ['POST', ports, '{"port":80,"protocol":"http"}', 400],
    ['POST', ports, '{"port":80,"protocol":"http","is_inner_service":true,"k8s_service_name":"x"}', 400],
    ['PUT', `${ports}/80`, '{"action":"only_open_outer"}', 400],
    ['PUT', `${ports}/80`, '{"action":"change_protocol"}', 400],
    ['PUT', `${ports}/80`, '{"action":"change_port_alias","port_alias":"A"}', 400],
    ['PUT', `${ports}/80`, '[]', 400],
    ['PUT', `${ports}/80`, '{', 400],
    ['PUT', `${ports}/80`, `{"action":"open_inner","x":"${'x'.repeat(17_000)}"}`, 413],
    ['DELETE', `${ports}/80`, '{}', 400],
  ])('is no body of another shape: %s %s %.60s', async (method, path, body, status) => {
    const gateway = await signedIn()
    const answer = await gateway.ask({ method, path, body })
    expect([answer.status, answer.json]).toMatchObject([status, { error: { kind: 'invalid' } }])
    expect(gateway.passed()).toEqual([])
  })

  test('is no body that never says how large it will be', async () => {
    const gateway = await signedIn()
    const answer = await gateway.ask({
      method: 'PUT',
      path: `${ports}/80`,
      headers: { 'transfer-encoding': 'chunked', 'content-length': undefined },
      body: `{"action":"open_inner","x":"${'x'.repeat(2_000_000)}"}`,
    })
    expect([answer.status, answer.json]).toMatchObject([413, { error: { kind: 'invalid' } }])
    expect(gateway.passed()).toEqual([])
  })

  test('is a body written anew, without what JSON readers disagree about', async () => {
    const gateway = await signedIn()
    const body = '{"action":"only_open_outer","action":"open_inner"}'
    await gateway.ask({ method: 'PUT', path: `${ports}/80`, body })
    expect(gateway.passed().map((call) => call.body)).toEqual(['{"action":"open_inner"}'])
  })

  test('is nothing of what changes in read-only mode', async () => {
    const gateway = await signedIn({ env: { READ_ONLY: '1' } })
    const answer = await gateway.ask({ method: 'DELETE', path: `${ports}/80` })
    expect([answer.status, answer.json]).toMatchObject([
      403,
      { error: { kind: 'forbidden', reason: 'read-only' } },
    ])
    expect((await gateway.ask({ path: ports })).status).toBe(200)
    expect((await gateway.ask({ path: '/session' })).json).toMatchObject({ readOnly: true })
    expect(gateway.passed()).toHaveLength(1)
  })
})

describe('what another site makes a browser send', () => {
  test.each([
    ['no origin', { origin: undefined }],
    ['another origin', { origin: 'https://evil.test' }],
    ['the origin null', { origin: 'null' }],
    ['our host with another scheme', { origin: 'https://127.0.0.1' }],
    ['a cross-site mark', { 'sec-fetch-site': 'cross-site' }],
    ['a same-site mark', { 'sec-fetch-site': 'same-site' }],
    ['a navigation', { 'sec-fetch-site': 'none' }],
  ])('with %s changes nothing', async (_, headers) => {
    const gateway = await signedIn()
    const before = gateway.calls.length
    for (const sent of [
      { method: 'PUT', path: `${ports}/80`, body: '{"action":"open_outer"}' },
      { method: 'POST', path: '/session', body: '{"token":"x"}' },
      { method: 'DELETE', path: '/session' },
    ]) {
      const answer = await gateway.ask({ ...sent, headers })
      expect([answer.status, answer.json]).toMatchObject([
        403,
        { error: { kind: 'forbidden', reason: 'cross-site' } },
      ])
    }
    expect(gateway.calls).toHaveLength(before)
  })

  test('under a rebound name is refused', async () => {
    const gateway = await signedIn()
    const answer = await gateway.ask({ path: '/session', headers: { host: 'evil.test' } })
    expect([answer.status, answer.json]).toMatchObject([421, { error: { reason: 'cross-site' } }])
  })
})

describe('what comes back', () => {
  test('is a refusal of Rainbond as it was', async () => {
    const refusal = {
      code: 404,
      msg: 'change port fail',
      msg_show: '对内服务未开启',
      data: { bean: {}, list: [] },
    }
    const gateway = await signedIn({ answer: () => json(404, refusal) })
    const answer = await gateway.ask({ path: ports })
    expect([answer.status, answer.json]).toEqual([404, refusal])
  })

  test('has no secret of a cluster and no traceback', async () => {
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
    expect(crash.json).toEqual({ code: 10401, msg: 'x', msg_show: 'The console failed (traceback withheld)' })
  })

  test('has only the headers of the gateway', async () => {
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
    ['a page with 502', { status: 502, contentType: 'text/html', body: '<html>' }, 502, 'upstream'],
    ['a page with 404', { status: 404, contentType: 'text/html', body: '<html>' }, 404, 'not-found'],
    ['a login page', { status: 200, contentType: 'text/html', body: '<html>' }, 502, 'upstream'],
    ['a redirect', { status: 302, contentType: 'application/json', body: '{}' }, 502, 'upstream'],
    ['half an answer', { status: 200, contentType: 'application/json', body: '{"a":' }, 502, 'upstream'],
    ['nothing', { status: 200, contentType: '', body: '' }, 502, 'upstream'],
  ])('for %s is said plainly', async (_, answered, status, kind) => {
    const gateway = await signedIn({ answer: () => answered })
    const answer = await gateway.ask({ method: 'DELETE', path: `${ports}/80` })
    expect(answer.status).toBe(status)
    if (kind !== undefined) expect(answer.json).toMatchObject({ error: { kind } })
  })

  test('for a connection that fails is the gateway’s own error', async () => {
    const gateway = await signedIn({ answer: () => Promise.reject(new UpstreamFailure('broken')) })
    const answer = await gateway.ask({ path: ports })
    expect([answer.status, answer.json]).toMatchObject([502, { error: { kind: 'upstream' } }])
    expect(answer.json).toMatchObject({ error: { requestId: answer.headers['x-request-id'] } })
  })

  test('for silence is a time-out', async () => {
    const gateway = await signedIn({
      env: { READ_TIMEOUT_SECONDS: '0.05' },
      answer: ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
    })
    const answer = await gateway.ask({ path: ports })
    expect([answer.status, answer.json]).toMatchObject([504, { error: { kind: 'timeout' } }])
  })

  test('for a bug of ours says nothing of it', async () => {
    const gateway = await signedIn({ answer: () => Promise.reject(new Error('the inside')) })
    const answer = await gateway.ask({ path: ports })
    expect([answer.status, answer.json]).toMatchObject([500, { error: { kind: 'crash' } }])
    expect(answer.text).not.toContain('the inside')
  })
})
