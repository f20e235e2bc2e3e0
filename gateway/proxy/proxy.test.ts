import { describe, expect, test } from 'vitest'
import { startGateway } from '../testing/test-gateway'

const app = '/openapi/v1/teams/shop/regions/sh/apps/1'
const ports = `${app}/services/gr1a2b3c/ports`

async function signedIn(options: Parameters<typeof startGateway>[0] = {}) {
  const gateway = await startGateway(options)
  await gateway.signIn()
  return gateway
}

describe('the console receives', () => {
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
      // The team by its id.
      [method, path.replace('/teams/shop/', '/teams/t1/'), body && JSON.stringify(body)],
    ])
  })

  test('nothing without a session', async () => {
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
  ])('no %s %s', async (method, path) => {
    const gateway = await signedIn()
    const answer = await gateway.ask({ method, path })
    expect([403, 404]).toContain(answer.status)
    expect(gateway.passed()).toEqual([])
  })

  test.each([
    '/openapi/v1/teams?page=0',
    '/openapi/v1/teams?page=1&page_size=0',
    '/openapi/v1/teams?page=1&page_size=101',
    '/openapi/v1/teams?page=1&page_size=9999',
    '/openapi/v1/teams/shop/regions?page=1&page_size=9999',
    `${app}/services/gr1a2b3c/events?page=1&page_size=101`,
    '/openapi/v1/teams?page=1&page=2',
    '/openapi/v1/teams?query=%22',
    '/openapi/v1/teams?query=%00',
    '/openapi/v1/teams?query=%C2%85',
    '/openapi/v1/teams?query=%E2%80%AE',
    '/openapi/v1/teams?query=%E2%80%A8',
    '/openapi/v1/teams?query=%EF%BB%BF',
    '/openapi/v1/teams?query=%ED%A0%80',
    '/openapi/v1/teams?query=%ff',
    '/openapi/v1/teams?x=1',
    '/openapi/v1/teams?__proto__=1',
    '/openapi/v1/teams/shop/regions?query=a',
    `${app}/domains?query=udp`,
  ])('no query that crashes or misleads it: %s', async (path) => {
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
  ])('no body of another form: %s %s %.60s', async (method, path, body, status) => {
    const gateway = await signedIn()
    const answer = await gateway.ask({ method, path, body })
    expect([answer.status, answer.json]).toMatchObject([status, { error: { kind: 'invalid' } }])
    expect(gateway.passed()).toEqual([])
  })

  const strange = [
    '\u0000',
    '\n',
    '\u001b',
    '\u0085',
    '\u200b',
    '\u2028',
    '\u202e',
    '\ufeff',
    '\ud800',
    '\udc00',
    'é',
    ' ',
  ]

  test.each([
    ...strange.map((character) => `A${character}`),
    ...['', 'a', '_A', '1A', 'A-B', 'A\n', 'A'.repeat(65), 'A'.repeat(15_000)],
  ])('no alias that Rainbond refuses: %j', async (port_alias) => {
    const gateway = await signedIn()
    const add = { port: 80, protocol: 'http', is_inner_service: false, port_alias }
    const change = { action: 'change_port_alias', port_alias, k8s_service_name: 'web' }
    for (const sent of [
      { method: 'POST', path: ports, body: JSON.stringify(add) },
      { method: 'PUT', path: `${ports}/80`, body: JSON.stringify(change) },
    ]) {
      const answer = await gateway.ask(sent)
      expect([answer.status, answer.json]).toMatchObject([400, { error: { kind: 'invalid' } }])
    }
    expect(gateway.passed()).toEqual([])
  })

  test.each([...strange, 'a'.repeat(64), 'a'.repeat(15_000)])('no such internal domain: %j', async (text) => {
    const gateway = await signedIn()
    const change = { action: 'change_port_alias', port_alias: 'A', k8s_service_name: `web${text}` }
    const answer = await gateway.ask({ method: 'PUT', path: `${ports}/80`, body: JSON.stringify(change) })
    expect([answer.status, answer.json]).toMatchObject([400, { error: { kind: 'invalid' } }])
    expect(gateway.passed()).toEqual([])
  })

  test.each(['web', 'a'.repeat(63), 'Old_Name', ''])('an old internal domain as it is: %j', async (name) => {
    const gateway = await signedIn()
    const change = { action: 'change_port_alias', port_alias: 'A'.repeat(64), k8s_service_name: name }
    const answer = await gateway.ask({ method: 'PUT', path: `${ports}/80`, body: JSON.stringify(change) })
    expect(answer.status).toBe(200)
    expect(gateway.passed().map((call) => call.body)).toEqual([JSON.stringify(change)])
  })

  test.each(['%00', '%0a', '%C2%85', '%E2%80%8B', '%E2%80%AE', '%EF%BB%BF', '%ED%A0%80', '%ff'])(
    'no path with %s',
    async (encoded) => {
      const gateway = await signedIn()
      for (const path of [ports.replace('shop', `shop${encoded}`), ports.replace('gr1', `gr${encoded}1`)]) {
        expect((await gateway.ask({ path })).status).toBe(404)
      }
      expect(gateway.passed()).toEqual([])
    },
  )

  test('no body of unlimited length', async () => {
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

  test('a body that the gateway has written, without anything on which JSON readers disagree', async () => {
    const gateway = await signedIn()
    const body = '{"action":"only_open_outer","action":"open_inner"}'
    await gateway.ask({ method: 'PUT', path: `${ports}/80`, body })
    expect(gateway.passed().map((call) => call.body)).toEqual(['{"action":"open_inner"}'])
  })

  test('no change in read-only mode', async () => {
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
