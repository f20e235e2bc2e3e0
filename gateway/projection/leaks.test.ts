import { describe, expect, test } from 'vitest'
import type { UpstreamAnswer } from '../console/upstream'
import { json, startGateway } from '../testing/test-gateway'

const app = '/openapi/v1/teams/shop/regions/sh/apps/1'
const service = `${app}/services/gr1a2b3c`
const ports = `${service}/ports`

const routes: [string, string, object?][] = [
  ['GET', '/openapi/v1/teams?query=shop'],
  ['GET', '/openapi/v1/teams/shop/regions'],
  ['GET', '/openapi/v1/teams/shop/regions/sh/apps'],
  ['GET', '/openapi/v1/teams/shop/regions/sh/apps_port'],
  ['GET', `${app}/domains`],
  ['GET', `${app}/services`],
  ['GET', service],
  ['GET', `${service}/events`],
  ['GET', ports],
  ['POST', ports, { port: 80, protocol: 'http', is_inner_service: false }],
  ['PUT', `${ports}/80`, { action: 'open_outer' }],
  ['DELETE', `${ports}/80`],
]

/** What a misbehaving console may say. Each one contains LEAK where it must not pass. */
const dumps = {
  'a traceback': 'Traceback (most recent call last):\n  File "/app/LEAK.py", line 58, in get\nKeyError',
  'an exception of Python in one line': "KeyError: 'LEAK'",
  'an exception with its module': 'django.db.utils.OperationalError: (2003, "LEAK")',
  'an attribute that is missing': "'NoneType' object has no attribute 'LEAK'",
  'an exception as it is printed': "MaxRetryError(HTTPSConnectionPool(host='LEAK', port=8443))",
  'a panic of Go': 'panic: runtime error: invalid memory address LEAK',
  'a goroutine of Go': 'LEAK goroutine 1 [running]:\nmain.main()\n\t/go/src/main.go:12 +0x1d',
  'a stack of Java': 'LEAK\n\tat com.goodrain.Region.call(Region.java:42)',
  'an exception of Java': 'java.lang.IllegalStateException LEAK',
  'a token by name': 'Token: LEAK',
  'an access token by name': 'failed with access_token=LEAK',
  'a password by name': 'login failed (password = "LEAK")',
  'a secret by name': "{'secret': 'LEAK'}",
  'a header': 'Authorization: LEAK',
  'a bearer token': 'sent Bearer LEAKLEAKLEAK',
  'a bare token': `unknown ${'LEAK'.repeat(10)}`,
  'an address of a cluster': 'cannot reach https://10.0.0.1:8443/LEAK',
  'a service of a cluster': 'cannot reach LEAK.rbd-system.svc.cluster.local:6060',
  'a path of a cluster': 'PUT /v2/tenants/LEAK/services failed',
  'a call of a cluster': '数据中心操作故障 {"apitype": "x", "body": "LEAK"}',
  markup: '<html><body>LEAK</body></html>',
} as const

/** Fields that no browser needs, at every level. */
const secretFields = Object.fromEntries(
  [
    ...['token', 'Token', 'access_token', 'password', 'secret', 'authorization', 'Authorization'],
    ...[
      'url',
      'wsurl',
      'request_body',
      'error_trace',
      'error_details',
      'error_type',
      'ssl_ca_cert',
      'key_file',
    ],
    ...['__proto__x', 'constructor', 'toString', 'extra'],
  ].map((name) => [name, 'LEAK https://10.0.0.1:8443']),
)
const nested = { ...secretFields, deep: { deeper: [secretFields] } }

async function expectNoLeak(answer: UpstreamAnswer, [method, path, body]: (typeof routes)[number]) {
  const gateway = await startGateway({
    upstream: (request) =>
      Promise.resolve(
        request.path.endsWith('/currentuser')
          ? json(200, { bean: { user_id: 1, nick_name: 'admin' } })
          : request.path.startsWith('/openapi/v1/teams?page=')
            ? json(200, { tenants: [{ tenant_id: 't1', tenant_name: 'shop' }], total: 1 })
            : answer,
      ),
  })
  await gateway.signIn()
  const passed = await gateway.ask({ method, path, ...(body && { body: JSON.stringify(body) }) })
  expect(passed.text + JSON.stringify(passed.headers)).not.toMatch(/LEAK|10\.0\.0\.1/)
  expect(gateway.logText()).not.toContain('LEAK')
  return passed
}

const get = ['GET', ports] as (typeof routes)[number]

describe('a secret of the console reaches no browser', () => {
  test.each(routes)('in a success of %s %s', async (...route) => {
    const lists = Object.fromEntries(
      ['tenants', 'regions', 'ports', 'http', 'tcp', 'events'].map((name) => [name, [nested]]),
    )
    for (const body of [
      { ...nested, ...lists, data: { ...nested, bean: { ...nested, ports: [nested] }, list: [nested] } },
      { ...nested, ...lists },
      [nested, [nested], 'LEAK'],
      'LEAK',
    ]) {
      expect((await expectNoLeak(json(200, body), route)).status).toBe(200)
    }
  })

  test.each(routes)('in a refusal of %s %s', async (...route) => {
    const body = {
      ...nested,
      code: 409,
      msg: { ...nested, apitype: 'LEAK', httpcode: 500, body: nested },
      msg_show: dumps['a call of a cluster'],
      err: { port: [dumps['a header'], nested], LEAKIER: nested, 'LEAK is not a name': [] },
      data: { bean: nested, list: [nested] },
    }
    expect((await expectNoLeak(json(409, { ...body, err: { port: [nested] } }), route)).status).toBe(409)
    await expectNoLeak(json(500, body), route)
    await expectNoLeak(json(400, [body, 'LEAK']), route)
  })

  describe.each(Object.entries(dumps))('as %s', (_, dump) => {
    test.each([400, 404, 409, 412])('in every text of a %i', async (status) => {
      const body = { msg: dump, msg_show: dump, detail: dump, err: { port: [dump], protocol: dump } }
      const passed = await expectNoLeak(json(status, { code: status, ...body }), get)
      expect(passed).toMatchObject({ status, json: { code: status } })
      await expectNoLeak(json(status, { code: 20400, detail: dump }), get)
      await expectNoLeak(json(status, { code: status, msg: [dump, [dump]] }), get)
      await expectNoLeak(json(status, { code: dump, msg: 'x' }), get)
    })

    test('in the message of an operation', async () => {
      const events = [{ event_id: 'e', opt_type: 'x', message: dump }]
      const page = { page: 1, page_size: 20, total: 1, events }
      await expectNoLeak(json(200, page), ['GET', `${service}/events`])
    })
  })

  test.each([
    [500, { code: 10401 }],
    [400, { code: 10401 }],
    [500, { code: 500 }],
    [500, { code: 10500 }],
    [502, {}],
    [503, { code: 503 }],
  ])('in a %i with %j, whatever its words', async (status, known) => {
    const words = { msg: 'plain LEAK', msg_show: '普通 LEAK', detail: 'LEAK', err: { LEAK: ['LEAK'] } }
    const passed = await expectNoLeak(json(status, { ...known, ...words }), get)
    expect(passed).toMatchObject({ status, json: known })
  })

  test('in a field that is named twice', async () => {
    const body = '{"code":404,"msg_show":"LEAK https://10.0.0.1:8443","msg_show":"端口不存在"}'
    const passed = await expectNoLeak({ status: 404, contentType: 'application/json', body }, get)
    expect(passed.text).toBe('{"code":404,"msg_show":"端口不存在"}')
  })

  test('in a refusal whose texts are very long', async () => {
    const msg = `${'长 '.repeat(200_000)}LEAK`
    const passed = await expectNoLeak(json(400, { code: 400, msg, msg_show: msg, err: { port: [msg] } }), get)
    expect(passed.text.length).toBeLessThan(2000)
  })
})

describe('an answer that nests', () => {
  const nestedList = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)

  test.each([33, 3000, 100_000])('%i levels is refused', async (levels) => {
    for (const status of [200, 400]) {
      for (const body of [nestedList(levels), `{"data":{"list":${nestedList(levels)}}}`]) {
        const passed = await expectNoLeak({ status, contentType: 'application/json', body }, get)
        expect([passed.status, passed.json]).toMatchObject([502, { error: { kind: 'upstream' } }])
      }
    }
  })

  test('brackets in its texts only is read', async () => {
    const text = `"\\${'['.repeat(100)}`
    const bean = { container_port: 80, protocol: 'tcp', port_alias: text, is_inner_service: true }
    const passed = await expectNoLeak(json(200, [bean]), get)
    expect(passed.json).toEqual([bean])
  })
})
