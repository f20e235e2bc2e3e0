import { request } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { UpstreamAnswer, UpstreamRequest } from '../console/upstream'
import { goodToken, json, startGateway, type TestGatewayOptions } from '../testing/test-gateway'

const regionsOf = (team: string) => `/openapi/v1/teams/${team}/regions`
const notAMember = [403, { error: { kind: 'forbidden', reason: 'not-a-member' } }]

/** Starts a gateway whose console lists `teams()`, two per page. */
function consoleOf(teams: () => readonly string[]) {
  const listed: string[] = []
  const upstream = ({ path }: UpstreamRequest): Promise<UpstreamAnswer> => {
    if (path === '/openapi/v1/currentuser') {
      return Promise.resolve(json(200, { bean: { user_id: 1, nick_name: 'admin' } }))
    }
    const page = /^\/openapi\/v1\/teams\?page=(\d+)/.exec(path)?.[1]
    if (page === undefined) return Promise.resolve(json(200, { total: 0, regions: [] }))
    listed.push(page)
    const rows = teams().map((name) => ({ tenant_id: `id-${name}`, tenant_name: name }))
    const start = (Number(page) - 1) * 2
    return Promise.resolve(json(200, { total: rows.length, tenants: rows.slice(start, start + 2) }))
  }
  return { upstream, listed }
}

async function signedIn(options: TestGatewayOptions) {
  const gateway = await startGateway(options)
  await gateway.signIn()
  return async (team: string) => {
    const { status, json: body } = await gateway.ask({ path: regionsOf(team) })
    return [status, body]
  }
}

function clock() {
  let time = Date.parse('2026-11-01T08:00:00Z')
  return { now: () => time, passSeconds: (seconds: number) => (time += seconds * 1000) }
}

describe('a team', () => {
  test('is open to its members by id and by name, whichever page lists it', async () => {
    const { upstream, listed } = consoleOf(() => ['a', 'b', 'c', 'd', 'e'])
    const ask = await signedIn({ upstream })
    for (const team of ['a', 'id-a', 'e', 'id-e']) expect((await ask(team))[0]).toBe(200)
    expect(listed).toEqual(['1', '2', '3'])
  })

  test('is closed to everybody else, whose calls do not reach the console', async () => {
    const gateway = await startGateway()
    await gateway.signIn()
    for (const sent of [
      { path: regionsOf('other') },
      {
        method: 'DELETE',
        path: `${regionsOf('other')}/sh/apps/1/services/gr1/ports/80`,
      },
    ]) {
      const answer = await gateway.ask(sent)
      expect([answer.status, answer.json]).toMatchObject(notAMember)
    }
    expect(gateway.passed()).toEqual([])
  })

  test('opens at once to new members, and closes within a minute to removed ones', async () => {
    const { now, passSeconds } = clock()
    let teams = ['a']
    const ask = await signedIn({ now, upstream: consoleOf(() => teams).upstream })
    expect(await ask('b')).toMatchObject(notAMember)
    teams = ['b']
    passSeconds(4)
    expect((await ask('b'))[0]).toBe(200)
    teams = []
    passSeconds(61)
    expect(await ask('b')).toMatchObject(notAMember)
  })

  test('is not listed again for every refusal', async () => {
    const { upstream, listed } = consoleOf(() => ['a'])
    const ask = await signedIn({ upstream, now: clock().now })
    for (let asked = 0; asked < 3; asked += 1) await ask('b')
    expect(listed).toHaveLength(1)
  })

  test('is looked for in one list, however many ask at once', async () => {
    const { now, passSeconds } = clock()
    const { upstream, listed } = consoleOf(() => Array.from({ length: 100 }, (_, index) => `team-${index}`))
    const gateway = await startGateway({ upstream, now })
    const cookie = await gateway.signIn()
    await gateway.ask({ path: regionsOf('team-1') })
    passSeconds(4)
    const { host, port } = new URL(gateway.listeningUrl)
    const socket = connect(Number(port), '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    let answers = ''
    socket.on('data', (part: Buffer) => (answers += part.toString()))
    // In one packet, so that the gateway begins all of them before it has answered any.
    const head = `GET ${regionsOf('foreign')} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`
    socket.write(head.repeat(100))
    await vi.waitFor(() => expect(answers.match(/HTTP\/1\.1 403 /g)).toHaveLength(100))
    // Twice 50 pages.
    expect(listed).toHaveLength(100)
  })

  test('is sent on by its id, so that no name passes for the id of a foreign team', async () => {
    const gateway = await startGateway({
      upstream: ({ path }) => {
        if (path.endsWith('/currentuser')) {
          return Promise.resolve(json(200, { bean: { user_id: 1, nick_name: 'admin' } }))
        }
        const tenants = [
          { tenant_id: 'own', tenant_name: 'victim' },
          { tenant_id: 'two', tenant_name: 'own' },
        ]
        if (path.includes('/teams?')) return Promise.resolve(json(200, { total: 2, tenants }))
        sent.push(path)
        return Promise.resolve(json(200, { total: 0, regions: [] }))
      },
    })
    const sent: string[] = []
    await gateway.signIn()
    for (const team of ['victim', 'own', 'two']) {
      expect((await gateway.ask({ path: regionsOf(team) })).status).toBe(200)
    }
    expect(sent).toEqual([regionsOf('own'), regionsOf('own'), regionsOf('two')])
    for (const team of ['Victim', 'OWN']) {
      expect((await gateway.ask({ path: regionsOf(team) })).status).toBe(403)
    }
  })

  test('is sent on as it was given when the check is off', async () => {
    const gateway = await startGateway({ env: { CHECK_MEMBERSHIP: '0' } })
    await gateway.signIn()
    await gateway.ask({ path: regionsOf('shop') })
    expect(gateway.passed().map(({ path }) => path)).toEqual([regionsOf('shop')])
  })

  test('is open to everybody when the check is off', async () => {
    const { upstream, listed } = consoleOf(() => [])
    const ask = await signedIn({ upstream, env: { CHECK_MEMBERSHIP: '0' } })
    expect((await ask('a'))[0]).toBe(200)
    expect(listed).toEqual([])
  })
})

test.each([
  [json(500, { code: 10401, msg: 'crash' }), 502, 'upstream'],
  [json(200, { tenants: [{}], total: 1 }), 502, 'upstream'],
  [json(401, { code: 10400, msg: 'invalid license' }), 401, 'licence'],
  [json(401, { code: 401, msg: 'No such user' }), 401, 'unauthenticated'],
])('a list that fails opens no team, and is read again: %o', async (failure, status, kind) => {
  const { now, passSeconds } = clock()
  const answers = [failure]
  const good = json(200, { total: 1, tenants: [{ tenant_id: 't1', tenant_name: 'shop' }] })
  const gateway = await startGateway({
    now,
    upstream: ({ path }) => {
      if (path === '/openapi/v1/currentuser') {
        return Promise.resolve(json(200, { bean: { user_id: 1, nick_name: 'admin' } }))
      }
      return Promise.resolve(path.includes('?page=1&') ? (answers.pop() ?? good) : json(200, {}))
    },
  })
  await gateway.signIn()
  const answer = await gateway.ask({ path: regionsOf('shop') })
  expect([answer.status, answer.json]).toMatchObject([status, { error: { kind } }])
  await gateway.signIn(goodToken)
  passSeconds(1)
  expect((await gateway.ask({ path: regionsOf('shop') })).status).toBe(200)
})

test('a failure to list is not repeated more than once a second', async () => {
  const { now, passSeconds } = clock()
  let lists = 0
  const gateway = await startGateway({
    now,
    upstream: ({ path }) => {
      if (path.endsWith('/currentuser')) {
        return Promise.resolve(json(200, { bean: { user_id: 1, nick_name: 'admin' } }))
      }
      lists += 1
      return Promise.resolve(json(500, {}))
    },
  })
  await gateway.signIn()
  for (let asked = 0; asked < 5; asked += 1) {
    expect((await gateway.ask({ path: regionsOf('shop') })).status).toBe(502)
  }
  expect(lists).toBe(1)
  passSeconds(1)
  await gateway.ask({ path: regionsOf('shop') })
  expect(lists).toBe(2)
})

test('the rejection of one token of a person is not shared with their other tokens', async () => {
  const revoked = 'r'.repeat(40)
  const lists: string[] = []
  let answerFirst = () => {}
  const gateway = await startGateway({
    upstream: async ({ path, token = '' }) => {
      if (path.endsWith('/currentuser')) return json(200, { bean: { user_id: 1, nick_name: 'admin' } })
      if (!path.includes('/teams?')) return json(200, { total: 0, regions: [] })
      lists.push(token)
      if (token !== revoked) {
        return json(200, { total: 1, tenants: [{ tenant_id: 't1', tenant_name: 'shop' }] })
      }
      await new Promise<void>((resolve) => (answerFirst = resolve))
      return json(401, { code: 401, msg: 'No such user' })
    },
  })
  const good = await gateway.signIn()
  const bad = await gateway.signInElsewhere(revoked)
  const ask = (cookie: string) => gateway.ask({ path: regionsOf('shop'), headers: { cookie } })
  const first = ask(bad)
  await vi.waitFor(() => expect(lists).toEqual([revoked]))
  const second = ask(good)
  // Once another whole request is answered, the second one waits for the list of the first.
  await gateway.ask({ path: '/session' })
  expect(lists).toEqual([revoked])
  answerFirst()
  expect((await first).status).toBe(401)
  expect((await second).status).toBe(200)
  expect(lists).toEqual([revoked, goodToken])
})

test('a list that is read for several requests does not end when one of their clients disconnects', async () => {
  let lists = 0
  let answer = () => {}
  const gateway = await startGateway({
    upstream: async ({ path, signal }) => {
      if (path.endsWith('/currentuser')) return json(200, { bean: { user_id: 1, nick_name: 'admin' } })
      if (!path.includes('/teams?')) return json(200, { total: 0, regions: [] })
      lists += 1
      await new Promise<void>((resolve, reject) => {
        answer = resolve
        signal.addEventListener('abort', () => reject(new Error('aborted')))
      })
      return json(200, { total: 1, tenants: [{ tenant_id: 't1', tenant_name: 'shop' }] })
    },
  })
  const cookie = await gateway.signIn()
  const leaving = request(gateway.listeningUrl + regionsOf('shop'), { agent: false, headers: { cookie } })
  leaving.on('error', () => undefined)
  leaving.end()
  await vi.waitFor(() => expect(lists).toBe(1))
  const staying = gateway.ask({ path: regionsOf('shop') })
  const closed = new Promise((resolve) => leaving.once('close', resolve))
  leaving.destroy()
  await closed
  // Once another whole request is answered, the gateway knows of the broken connection.
  await gateway.ask({ path: '/session' })
  answer()
  expect((await staying).status).toBe(200)
  expect(lists).toBe(1)
})
