import { describe, expect, test } from 'vitest'
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
  const answers = [failure]
  const good = json(200, { total: 1, tenants: [{ tenant_id: 't1', tenant_name: 'shop' }] })
  const gateway = await startGateway({
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
  expect((await gateway.ask({ path: regionsOf('shop') })).status).toBe(200)
})
