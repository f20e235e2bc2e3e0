import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { cookieOf, json, startGateway } from '../testing/test-gateway'
import { createEndedSessions } from './ended-sessions'
import type { SessionClaims } from './seal'

const hour = 3_600_000

function setUp(perPerson = 3) {
  let time = 0
  const ended = createEndedSessions({ expireMs: 8 * hour, now: () => time, perPerson })
  const session = (user_id: number, issuedAt: number): SessionClaims => ({
    id: `${user_id}-${issuedAt}`,
    token: 'x',
    user: { user_id, nick_name: 'x' },
    issuedAt,
    activeAt: issuedAt,
  })
  return { ended, session, pass: (ms: number) => (time += ms) }
}

describe('an ended session', () => {
  test('is remembered until it would have expired, and no longer', () => {
    const { ended, session, pass } = setUp()
    ended.add(session(1, 0))
    pass(8 * hour - 1)
    ended.add(session(2, 0))
    expect(ended.has(session(1, 0))).toBe(true)
    pass(1)
    ended.add(session(3, 0))
    expect(ended.has(session(1, 0))).toBe(false)
    expect(ended.has(session(2, 0))).toBe(true)
  })

  test('stays ended however often the same person signs out', () => {
    const { ended, session } = setUp()
    for (let at = 1; at <= 10_000; at += 1) ended.add(session(1, at))
    for (let at = 1; at <= 10_000; at += 1) expect(ended.has(session(1, at))).toBe(true)
  })

  test('touches no other session of the person while it is one of few', () => {
    const { ended, session } = setUp()
    for (const at of [10, 30, 20]) ended.add(session(1, at))
    for (const at of [5, 15, 25, 40]) expect(ended.has(session(1, at))).toBe(false)
  })

  test('takes sessions that are older than the oldest of many along, but no newer one', () => {
    const { ended, session } = setUp()
    for (const at of [40, 10, 30, 20]) ended.add(session(1, at))
    expect([5, 10, 15, 20, 25, 50].map((at) => ended.has(session(1, at)))).toEqual([
      true,
      true,
      false,
      true,
      false,
      false,
    ])
  })

  test('never ends another one where strangers share one user', () => {
    const ended = createEndedSessions({ expireMs: 8 * hour, now: () => 0, isShared: true })
    const { session } = setUp()
    for (let at = 1; at <= 20_000; at += 1) ended.add(session(1, at))
    expect(ended.has(session(1, 1))).toBe(true)
    expect(ended.has(session(1, 20_000))).toBe(true)
    expect(ended.has(session(1, 0))).toBe(false)
    // Memory stays bounded: the first ones are forgotten.
    for (let at = 20_001; at <= 20_010; at += 1) ended.add(session(1, at))
    expect(ended.has(session(1, 1))).toBe(false)
    expect(ended.has(session(1, 20_010))).toBe(true)
  })

  test('touches nobody else', () => {
    const { ended, session } = setUp()
    ended.add(session(2, 7))
    for (let at = 1; at <= 10_000; at += 1) ended.add(session(1, at))
    expect(ended.has(session(2, 7))).toBe(true)
    expect(ended.has(session(2, 6))).toBe(false)
  })
})

describe('at the gateway', () => {
  const isOpen = async (gateway: Awaited<ReturnType<typeof startGateway>>, cookie: string) =>
    (await gateway.ask({ path: '/openapi/v1/teams/shop/regions', headers: { cookie } })).status === 200
  /** A console where the token names the person. */
  const everybodysConsole = (): Parameters<typeof startGateway>[0] => ({
    env: { CHECK_MEMBERSHIP: '0' },
    upstream: ({ path, token }) =>
      Promise.resolve(
        path.endsWith('/currentuser')
          ? json(200, { bean: { user_id: Number(token), nick_name: token } })
          : json(200, { total: 0, regions: [] }),
      ),
  })

  test('a copied cookie stays closed after 2,100 sign-outs of others and of its owner', async () => {
    const gateway = await startGateway(everybodysConsole())
    const signIn = (token: number) => gateway.signIn(String(token))
    const signOut = (cookie: string) =>
      gateway.ask({ method: 'DELETE', path: '/session', headers: { cookie } })
    const copied = await signIn(1)
    const colleague = await signIn(2)
    expect(await isOpen(gateway, copied)).toBe(true)
    await signOut(copied)
    for (let turn = 0; turn < 42; turn += 1) {
      await Promise.all(
        Array.from({ length: 50 }, async (_, index) =>
          signOut(await signIn(index < 5 ? 1 : 1000 + turn * 50 + index)),
        ),
      )
    }
    expect(await isOpen(gateway, copied)).toBe(false)
    expect(await isOpen(gateway, colleague)).toBe(true)
  })

  test('one visitor of the demo signs nobody else out', async () => {
    const gateway = await startGateway({ upstream: null })
    const { demoToken } = z
      .object({ demoToken: z.string() })
      .parse((await gateway.ask({ path: '/session' })).json)
    const theirs = await gateway.signIn(demoToken)
    for (let turn = 0; turn < 25; turn += 1) {
      await gateway.signIn(demoToken)
      await gateway.ask({ method: 'DELETE', path: '/session' })
    }
    expect(await isOpen(gateway, theirs)).toBe(true)
  })

  test('signing in ends the session that the browser had, for copies too', async () => {
    const gateway = await startGateway(everybodysConsole())
    const former = await gateway.signIn('1')
    const next = cookieOf(await gateway.ask({ method: 'POST', path: '/session', body: '{"token":"2"}' }))
    expect(await isOpen(gateway, former)).toBe(false)
    expect(await isOpen(gateway, next)).toBe(true)
  })

  test('a refused sign-in ends nothing', async () => {
    const gateway = await startGateway()
    const cookie = await gateway.signIn()
    await gateway.ask({ method: 'POST', path: '/session', body: '{"token":"wrong"}' })
    expect(await isOpen(gateway, cookie)).toBe(true)
  })
})
