import { describe, expect, test } from 'vitest'
import { troubleRefusal } from '../console/trouble/trouble'
import { UpstreamFailure } from '../console/upstream'
import { Refusal } from '../http/refusal'
import { json, startGateway, type Sent, type TestGateway } from '../testing/test-gateway'
import { audited } from './audit'
import { settledBy, settledByFailure } from './outcome'

const ports = '/openapi/v1/teams/shop/regions/sh/apps/1/services/gr1a2b3c/ports'
const openOuter = { method: 'PUT', path: `${ports}/80`, body: '{"action":"open_outer"}' }

const linesOf = (gateway: TestGateway) =>
  gateway.logged().filter(({ event }) => event === 'write' || event === 'write-start')

async function linesAfter(sent: Sent, options: Parameters<typeof startGateway>[0] = {}) {
  const gateway = await startGateway(options)
  await gateway.signIn()
  await gateway.ask(sent)
  return linesOf(gateway)
}

describe('the audit trail', () => {
  const who = {
    time: expect.any(String) as unknown,
    level: 'audit',
    requestId: expect.any(String) as unknown,
    address: '127.0.0.1',
    userId: 1,
    user: 'admin',
    team: 'shop',
    region: 'sh',
    app: '1',
    service: 'gr1a2b3c',
    port: '80',
    action: 'open_outer',
    body: openOuter.body,
  }

  test('says before and after a write who did what to which port, and the outcome', async () => {
    const lines = await linesAfter(openOuter)
    expect(lines).toEqual([
      { event: 'write-start', ...who },
      { event: 'write', ...who, outcome: 'done', status: 200, ms: expect.any(Number) as unknown },
    ])
    expect(lines[0]?.['requestId']).toBe(lines[1]?.['requestId'])
  })

  test('has its first line before the console receives the write', async () => {
    const before: unknown[] = []
    const gateway = await startGateway({
      answer: () => {
        before.push(...linesOf(gateway).map(({ event }) => event))
        return json(200, {})
      },
    })
    await gateway.signIn()
    await gateway.ask(openOuter)
    expect(before).toEqual(['write-start'])
  })

  test('contains nobody’s token', async () => {
    const theirs = '0123456789abcdef0123456789ABCDEF01234567'
    for (const token of [theirs, theirs.toUpperCase()]) {
      const body = { port: 1, protocol: 'tcp', is_inner_service: false, port_alias: `A${token}` }
      const lines = await linesAfter({ method: 'POST', path: ports, body: JSON.stringify(body) })
      expect(lines.length).toBeGreaterThan(0)
      expect(JSON.stringify(lines)).not.toContain(token)
    }
  })

  test('contains no token from the path', async () => {
    const token = 'deadbeef'.repeat(5)
    const [service, team] = [ports.replace('gr1a2b3c', token), ports.replace('shop', token)]
    for (const path of [service, team]) {
      const lines = await linesAfter({ method: 'DELETE', path: `${path}/80` })
      expect(lines.length).toBeGreaterThan(0)
      expect(JSON.stringify(lines)).not.toContain(token)
    }
  })

  test('has a line for a write that the app cannot even represent', async () => {
    const lines = await linesAfter({ ...openOuter, headers: { host: 'a b' } })
    expect(lines).toMatchObject([
      { event: 'write', method: 'PUT', outcome: 'not-sent', refused: 'not-found' },
    ])
  })

  test('has no line for what is no write, whatever its query says', async () => {
    expect(
      await linesAfter({ method: 'POST', path: '/session?x=/openapi/', body: '{"token":"wrong"}' }),
    ).toEqual([])
  })
})

describe('a write that is refused before it is sent has one line, with the reason', () => {
  const crossSite = { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' }
  test.each<[string, Sent, object, object?]>([
    [
      'from another site',
      { ...openOuter, headers: crossSite },
      { refused: 'forbidden', reason: 'cross-site' },
    ],
    [
      'without the page’s own header',
      { ...openOuter, headers: { 'x-portdeck': undefined } },
      { refused: 'forbidden' },
    ],
    ['for another host', { ...openOuter, headers: { host: 'evil.test' } }, { refused: 'forbidden' }],
    ['without a session', { ...openOuter, headers: { cookie: '' } }, { refused: 'unauthenticated' }],
    [
      'on a forbidden route',
      { method: 'POST', path: '/openapi/v1/teams' },
      { refused: 'not-found', path: '/openapi/v1/teams' },
    ],
    ['by a forbidden method', { ...openOuter, method: 'PATCH' }, { refused: 'not-found', method: 'PATCH' }],
    ['with dots in its path', { ...openOuter, path: `${ports}/../ports/80` }, { refused: 'not-found' }],
    [
      'as an absolute address',
      { ...openOuter, path: `http://evil.test${ports}/80` },
      { refused: 'not-found' },
    ],
    ['of an unknown form', { ...openOuter, body: '{}' }, { refused: 'invalid', user: 'admin', team: 'shop' }],
    ['too large', { ...openOuter, body: ' '.repeat(20_000) }, { refused: 'invalid' }],
    [
      'in a foreign team',
      { ...openOuter, path: openOuter.path.replace('shop', 'other') },
      { refused: 'forbidden', reason: 'not-a-member', team: 'other' },
    ],
    ['in read-only mode', openOuter, { refused: 'forbidden', reason: 'read-only' }, { READ_ONLY: '1' }],
  ])('%s', async (_, sent, expected, env = {}) => {
    const gateway = await startGateway({ env: { ...env } })
    await gateway.signIn()
    const answer = await gateway.ask(sent)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(linesOf(gateway)).toMatchObject([
      { event: 'write', outcome: 'not-sent', requestId: answer.headers['x-request-id'], ...expected },
    ])
    expect(gateway.passed()).toEqual([])
  })

  test('beyond the budget', async () => {
    const gateway = await startGateway({ env: { WRITE_BURST: '1' } })
    await gateway.signIn()
    await gateway.ask(openOuter)
    await gateway.ask(openOuter)
    expect(linesOf(gateway)).toMatchObject([
      { event: 'write-start' },
      { outcome: 'done' },
      { outcome: 'not-sent', refused: 'throttled', user: 'admin' },
    ])
  })

  test('but a read has none', async () => {
    expect(await linesAfter({ path: `${ports}/..` })).toEqual([])
    expect(await linesAfter({ path: ports })).toEqual([])
  })
})

describe('the outcome of a write', () => {
  const clusterCall = { apitype: 'x', url: 'https://10.0.0.1', httpcode: 500 }
  test.each([
    ['a refusal', () => json(404, { code: 404, msg: 'inner port is not open' }), 'refused'],
    ['a list of reasons', () => json(400, { code: 400, msg: ['bad address'] }), 'refused'],
    ['a cluster that refused', () => json(409, { code: 409, msg: 'being upgraded' }), 'refused'],
    ['"too frequent"', () => json(409, { code: 409, msg: 'wait a moment please' }), 'refused'],
    [
      'a permission held twice',
      () => json(500, { code: 10401, msg: 'get() returned more than one EnterpriseUserPerm' }),
      'refused',
    ],
    ['a licence problem', () => json(401, { code: 10400 }), 'refused'],
    ['a token that is gone', () => json(401, { code: 401 }), 'refused'],
    ['an unknown route', () => ({ status: 404, contentType: 'text/html', body: '' }), 'refused'],
    ['a crash', () => json(500, { code: 10401 }), 'unclear'],
    ['a failed call of the cluster', () => json(400, { code: 400, msg: clusterCall }), 'unclear'],
    ['a cluster out of reach', () => json(400, { code: 10411, msg: 'MaxRetryError' }), 'unclear'],
    ['a cluster without memory', () => json(412, { code: 10406, msg: 'x' }), 'unclear'],
    ['a route that was not bound', () => json(412, { code: 412, msg: 'change port fail' }), 'unclear'],
    [
      'a cluster that knows nothing',
      () => json(404, { code: 404, msg: 'region no found this resource' }),
      'unclear',
    ],
    [
      'an empty answer of the cluster',
      () => json(500, { code: 500, msg: 'request region api body is nil' }),
      'unclear',
    ],
    ['a code of the cluster’s own', () => json(500, { code: 10500, msg: 'x' }), 'unclear'],
    ['a page', () => ({ status: 502, contentType: 'text/html', body: '' }), 'unclear'],
    ['half an answer', () => ({ status: 200, contentType: 'application/json', body: '{' }), 'unclear'],
    ['a broken connection', () => Promise.reject(new UpstreamFailure('broken')), 'unclear'],
    ['a bug', () => Promise.reject(new Error('a bug')), 'unclear'],
    ['no connection', () => Promise.reject(new UpstreamFailure('unreachable')), 'not-sent'],
  ])('after %s', async (_, answer, outcome) => {
    expect(await linesAfter(openOuter, { answer })).toMatchObject([
      { event: 'write-start' },
      { event: 'write', outcome },
    ])
  })

  test('without an answer in time is unclear', async () => {
    const lines = await linesAfter(openOuter, {
      env: { WRITE_TIMEOUT_SECONDS: '0.05' },
      answer: ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
    })
    expect(lines.at(-1)).toMatchObject({ outcome: 'unclear', refused: 'timeout' })
  })
})

describe('a trail that stores writes elsewhere', () => {
  const write = { requestId: 'r', address: 'a', method: 'PUT', path: '/' }
  const answer = { status: 200, json: {} } as const

  test('holds a write back until its start is stored', async () => {
    const order: string[] = []
    let stored = () => {}
    const trail = {
      begin: async () => {
        await new Promise<void>((resolve) => (stored = resolve))
        order.push('stored')
        return () => Promise.resolve(void order.push('settled'))
      },
      refuse: () => Promise.resolve(),
    }
    const done = audited(trail, { ...write }, () => {
      order.push('sent')
      return Promise.resolve(answer)
    })
    expect(order).toEqual([])
    stored()
    expect(await done).toBe(answer)
    expect(order).toEqual(['stored', 'sent', 'settled'])
  })

  test('sends nothing that it cannot store', async () => {
    let sent = false
    const trail = { begin: () => Promise.reject(new Error('full')), refuse: () => Promise.resolve() }
    const done = audited(trail, { ...write }, () => {
      sent = true
      return Promise.resolve(answer)
    })
    await expect(done).rejects.toThrow('full')
    expect(sent).toBe(false)
  })

  test('learns the outcome of a write that fails', async () => {
    const settled: unknown[] = []
    const trail = {
      begin: () => Promise.resolve((outcome: unknown) => Promise.resolve(void settled.push(outcome))),
      refuse: () => Promise.resolve(),
    }
    const done = audited(trail, { ...write }, () => Promise.reject(new Refusal('timeout')))
    await expect(done).rejects.toThrow(Refusal)
    expect(settled).toMatchObject([{ outcome: 'unclear', refused: 'timeout' }])
  })
})

test('a busy console that only asks to wait refused the write, and any other trouble leaves it unclear', () => {
  const outcomeOf = (status: number) =>
    settledByFailure(troubleRefusal({ cause: 'busy', status, retryAfter: 5 }))
  expect(outcomeOf(429)).toMatchObject({ outcome: 'refused', status: 429, reason: 'busy' })
  expect(outcomeOf(503)).toMatchObject({ outcome: 'unclear' })
})

test('an answer that is not Rainbond’s leaves a write unclear, unless it was not found or throttled', () => {
  const outcomeOf = (status: 400 | 404 | 429 | 502) => settledBy({ status, json: ['x'] }).outcome
  expect(([400, 404, 429, 502] as const).map(outcomeOf)).toEqual(['unclear', 'refused', 'refused', 'unclear'])
})
