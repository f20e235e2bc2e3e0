import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createEmulator } from '../create-emulator'
import type { FaultName } from '../faults/definitions'
import type { FaultRule } from '../faults/rules'
import { demoSeed, demoToken, expiredToken, licenceToken } from '../seeds/demo'
import { type ServedEmulator, serveEmulator } from './node'

const seed = demoSeed()
let served: ServedEmulator

beforeAll(async () => {
  served = await serveEmulator({ emulator: createEmulator({ seed, now: () => new Date(0) }), port: 0 })
})
afterAll(() => served.close())
beforeEach(async () => {
  expect((await send('POST', '/__emulator/reset')).status).toBe(200)
})

function send(method: string, path: string, body?: unknown, token = demoToken): Promise<Response> {
  return fetch(served.url + path, {
    method,
    headers: { authorization: token, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}

/** Returns the address of the component with a fault, or of one without any. */
function serviceOf(fault: FaultName | undefined): string {
  const service = seed.services.find((one) => one.fault === fault)
  const team = seed.teams.find(({ tenant_id }) => tenant_id === service?.tenant_id)
  if (!service || !team) throw new Error('the demo does not show the fault')
  return `/openapi/v1/teams/${team.tenant_name}/regions/${service.service_region}/apps/${service.app_id ?? 0}/services/${service.service_alias}`
}

const openInner = (fault: FaultName) =>
  send('PUT', `${serviceOf(fault)}/ports/9000`, { action: 'open_inner' })

/** Tells whether port 9000 is open inside, reading past the fault. */
async function isInnerOpen(fault: FaultName): Promise<boolean> {
  const { pathname } = new URL(served.url + serviceOf(fault))
  const appsPort = await send('GET', pathname.replace(/\/apps\/.*/, '/apps_port'))
  const name = seed.services.find((one) => one.fault === fault)?.service_alias ?? ''
  return (await appsPort.text()).includes(`{"port":9000,"service_name":"${name}"`)
}

async function summaryOf(answer: Response): Promise<unknown[]> {
  const type = answer.headers.get('content-type') ?? ''
  const text = await answer.text()
  return type.startsWith('text/html')
    ? [answer.status, 'html']
    : [answer.status, 'json', codeOf(JSON.parse(text))]
}

function codeOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined
}

/** Expects no answer from an address until the client disconnects, while another one answers. */
async function expectSilence(path: string) {
  const client = new AbortController()
  let settled = false
  const answer = fetch(served.url + path, {
    headers: { authorization: demoToken },
    signal: client.signal,
  }).finally(() => {
    settled = true
  })
  const given = expect(answer).rejects.toMatchObject({ name: 'AbortError' })
  expect((await send('GET', `${serviceOf(undefined)}/ports`)).status).toBe(200)
  expect(settled).toBe(false)
  client.abort()
  await given
}

describe('the component of each fault always shows it', () => {
  test.each([
    ['html', 502, 'html'],
    ['crash', 500, 'json', 10401],
    ['duplicate-permission', 500, 'json', 10401],
    ['unauthenticated', 401, 'json', 401],
    ['licence', 401, 'json', 10400],
    ['cluster-too-frequent', 409, 'json', 409],
    ['cluster-error', 400, 'json', 400],
    ['cluster-html', 400, 'json', 400],
    ['cluster-timeout', 400, 'json', 400],
    ['cluster-no-answer', 400, 'json', 10411],
    ['cluster-empty-body', 500, 'json', 500],
    ['cluster-own-code', 500, 'json', 10500],
    ['cluster-conflict', 409, 'json', 409],
    ['cluster-not-found', 404, 'json', 404],
    ['cluster-unreachable', 400, 'json', 10411],
    ['cluster-out-of-memory', 412, 'json', 10406],
  ] as const)('%s: a change is answered with it, twice, and not made', async (fault, ...expected) => {
    expect(await summaryOf(await openInner(fault))).toEqual(expected)
    expect(await summaryOf(await openInner(fault))).toEqual(expected)
    expect(await isInnerOpen(fault)).toBe(false)
  })

  test.each(['html', 'crash', 'duplicate-permission', 'licence'] as const)(
    '%s: the ports cannot be read',
    async (fault) => {
      expect((await send('GET', `${serviceOf(fault)}/ports`)).status).toBeGreaterThanOrEqual(400)
    },
  )

  test.each(['unauthenticated', 'cut-json', 'connection-reset', 'lost-answer', 'cluster-error'] as const)(
    '%s: the ports can be read',
    async (fault) => {
      expect((await send('GET', `${serviceOf(fault)}/ports`)).status).toBe(200)
    },
  )

  test('cluster-route-binding: opening outer is refused if it needs a new route, and rolled back', async () => {
    const ports = `${serviceOf('cluster-route-binding')}/ports`
    const before = await (await send('GET', ports)).text()
    const answer = await send('PUT', `${ports}/8080`, { action: 'open_outer' })
    expect(answer.status).toBe(412)
    expect(await answer.json()).toMatchObject({ msg: 'change port fail', msg_show: '数据中心添加策略失败' })
    expect(await (await send('GET', ports)).text()).toBe(before)
    expect((await openInner('cluster-route-binding')).status).toBe(200)
  })

  test('connection-reset: the connection breaks before the change', async () => {
    await expect(openInner('connection-reset')).rejects.toThrow('fetch failed')
    expect(await isInnerOpen('connection-reset')).toBe(false)
  })

  test('lost-answer: the connection breaks after the change', async () => {
    await expect(openInner('lost-answer')).rejects.toThrow('fetch failed')
    expect(await isInnerOpen('lost-answer')).toBe(true)
  })

  test('no-effect: the answer is a success without a change', async () => {
    const answer = await openInner('no-effect')
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('"is_inner_service":true')
    expect(await isInnerOpen('no-effect')).toBe(false)
  })

  test('cut-json: the answer is cut off after the change', async () => {
    const answer = await openInner('cut-json')
    expect(answer.status).toBe(200)
    await expect(answer.text()).rejects.toThrow('terminated')
    expect(await isInnerOpen('cut-json')).toBe(true)
  })

  test('wrong-shape: the port numbers are texts', async () => {
    const answer = await send('GET', `${serviceOf('wrong-shape')}/ports`)
    expect(await answer.json()).toMatchObject({ data: { list: [{ container_port: 'no. 80' }, {}, {}] } })
  })

  test('missing-route: log and header are unknown paths, ports are not', async () => {
    const service = serviceOf('missing-route')
    expect(await summaryOf(await send('GET', `${service}/events`))).toEqual([404, 'html'])
    expect(await summaryOf(await send('GET', service))).toEqual([404, 'html'])
    expect((await send('GET', `${service}/ports`)).status).toBe(200)
    expect((await openInner('missing-route')).status).toBe(200)
  })

  test('timeout: there is no answer while others get one', async () => {
    await expectSilence(`${serviceOf('timeout')}/ports`)
  })
})

describe('tokens', () => {
  test('get 401 code 401 if expired, and code 10400 without a licence', async () => {
    expect(await summaryOf(await send('GET', '/openapi/v1/currentuser', undefined, expiredToken))).toEqual([
      401,
      'json',
      401,
    ])
    expect(await summaryOf(await send('GET', '/openapi/v1/currentuser', undefined, licenceToken))).toEqual([
      401,
      'json',
      10400,
    ])
  })
})

describe('the control route for faults', () => {
  const put = (body: unknown) => send('PUT', '/__emulator/faults', body)
  const rules = (...given: FaultRule[]) => put({ rules: given })

  test('sets rules that affect as many requests as they count', async () => {
    expect((await rules({ fault: 'crash', path: '/openapi/v1/teams', count: 1 })).status).toBe(200)
    expect((await send('GET', '/openapi/v1/currentuser')).status).toBe(200)
    expect((await send('GET', '/openapi/v1/teams')).status).toBe(500)
    expect((await send('GET', '/openapi/v1/teams')).status).toBe(200)
  })

  test('replaces all rules, and a reset removes them', async () => {
    await rules({ fault: 'connection-reset' })
    await rules({ fault: 'html' })
    expect((await send('GET', '/openapi/v1/teams')).status).toBe(502)
    await send('POST', '/__emulator/reset')
    expect((await send('GET', '/openapi/v1/teams')).status).toBe(200)
  })

  test('makes side routes unknown but not ports', async () => {
    await rules({ fault: 'missing-route' })
    const service = serviceOf(undefined)
    expect((await send('GET', `${service}/ports`)).status).toBe(200)
    for (const path of [service, `${service}/events`, service.replace(/services.*/, 'domains')]) {
      expect(await summaryOf(await send('GET', path))).toEqual([404, 'html'])
    }
  })

  test('delays a slow answer', async () => {
    await rules({ fault: 'slow', path: '/openapi/v1/currentuser', latencyMs: 600_000 })
    await expectSilence('/openapi/v1/currentuser')
  })

  test('refuses unknown faults and keeps the current rules', async () => {
    await rules({ fault: 'html' })
    const answer = await put({ rules: [{ fault: 'tornado' }] })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('rules[0].fault must be one of')
    expect((await send('GET', '/openapi/v1/teams')).status).toBe(502)
  })
})
