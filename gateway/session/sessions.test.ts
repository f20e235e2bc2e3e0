import { describe, expect, test } from 'vitest'
import { cookieOf, goodToken, json, startGateway } from '../testing/test-gateway'

const ports = '/openapi/v1/teams/shop/regions/sh/apps/1/services/gr1a2b3c/ports'
const signInBody = (token: unknown) => JSON.stringify({ token })

describe('signing in', () => {
  test('returns the user and a sealed cookie, and never the token', async () => {
    const gateway = await startGateway()
    const answer = await gateway.ask({ method: 'POST', path: '/session', body: signInBody(goodToken) })
    expect(answer.status).toBe(200)
    expect(answer.json).toEqual({
      user: { user_id: 1, nick_name: 'admin', real_name: 'Admin', enterprise_id: 'e1' },
      console: null,
      demo: false,
      demoToken: null,
      readOnly: false,
    })
    const [cookie = ''] = answer.headers['set-cookie'] ?? []
    expect(cookie).toMatch(/^portdeck-\d+=[\w.-]+; Max-Age=28800; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(answer.text + cookie).not.toContain(goodToken)
    expect(gateway.calls.map(({ path, token }) => [path, token])).toEqual([
      ['/openapi/v1/currentuser', goodToken],
    ])
  })

  test('sets a __Host-, Secure cookie on https', async () => {
    const gateway = await startGateway({ env: { PUBLIC_URL: 'https://portdeck.example.com' } })
    const answer = await gateway.ask({ method: 'POST', path: '/session', body: signInBody(goodToken) })
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^__Host-portdeck=.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000')
  })

  test('with a wrong token is unauthenticated', async () => {
    const gateway = await startGateway()
    const answer = await gateway.ask({ method: 'POST', path: '/session', body: signInBody('wrong') })
    expect([answer.status, answer.json]).toMatchObject([401, { error: { kind: 'unauthenticated' } }])
    expect(answer.headers['set-cookie']).toBeUndefined()
  })

  test('with a token that fits no header does not ask the console', async () => {
    const gateway = await startGateway()
    for (const token of ['a\r\nX-Internal-Token: b', 'é', 'a b', '  ']) {
      const answer = await gateway.ask({ method: 'POST', path: '/session', body: signInBody(token) })
      expect([answer.status, answer.json]).toMatchObject([401, { error: { kind: 'unauthenticated' } }])
    }
    expect(gateway.calls).toEqual([])
  })

  test.each([
    ['no JSON', '{', 400],
    ['another shape', '{"token":1}', 400],
    ['another field', `{"token":"a","x":1}`, 400],
    ['too much', signInBody('a'.repeat(5000)), 413],
  ])('with a body of %s is invalid', async (_, body, status) => {
    const gateway = await startGateway()
    const answer = await gateway.ask({ method: 'POST', path: '/session', body })
    expect([answer.status, answer.json]).toMatchObject([status, { error: { kind: 'invalid' } }])
  })

  test.each([
    ['a licence problem', json(401, { code: 10400, msg: 'invalid license' }), 401, 'licence'],
    ['a page of its own', { status: 502, contentType: 'text/html', body: '<html>' }, 502, 'upstream'],
    ['another shape', json(200, { bean: {} }), 502, 'upstream'],
    [
      'no enterprise',
      json(404, { code: 1000, msg: 'x', msg_show: '用户所在企业不存在' }),
      401,
      'unauthenticated',
    ],
  ])('reports it when the console answers with %s', async (_, answered, status, kind) => {
    const gateway = await startGateway({ upstream: () => Promise.resolve(answered) })
    const answer = await gateway.ask({ method: 'POST', path: '/session', body: signInBody(goodToken) })
    expect([answer.status, answer.json]).toMatchObject([status, { error: { kind } }])
    expect(answer.text).not.toContain('用户所在企业不存在')
  })
})

describe('a session', () => {
  test('ends with the sign-out, for copies of the cookie too', async () => {
    const gateway = await startGateway()
    await gateway.signIn()
    expect((await gateway.ask({ path: '/session' })).json).toMatchObject({ user: { nick_name: 'admin' } })
    const out = await gateway.ask({ method: 'DELETE', path: '/session' })
    expect(out.json).toMatchObject({ user: null })
    expect(out.headers['set-cookie']?.[0]).toMatch(/^portdeck-\d+=; Max-Age=0/)
    expect(out.headers['clear-site-data']).toBe('"storage"')
    expect((await gateway.ask({ path: '/session' })).json).toMatchObject({ user: null })
    expect((await gateway.ask({ path: ports })).status).toBe(401)
  })

  test('ends when the console no longer accepts the token', async () => {
    const gateway = await startGateway({ answer: () => json(401, { code: 401, msg: 'No such user' }) })
    await gateway.signIn()
    const answer = await gateway.ask({ path: ports })
    expect([answer.status, answer.json]).toMatchObject([401, { error: { kind: 'unauthenticated' } }])
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^portdeck-\d+=; Max-Age=0/)
    expect((await gateway.ask({ path: '/session' })).json).toMatchObject({ user: null })
  })

  test('survives a licence problem, which is passed on unchanged', async () => {
    const licence = { code: 10400, msg: 'invalid license', msg_show: 'license不正确或已过期' }
    const gateway = await startGateway({ answer: () => json(401, licence) })
    await gateway.signIn()
    const answer = await gateway.ask({ path: ports })
    expect([answer.status, answer.json]).toEqual([401, licence])
    expect((await gateway.ask({ path: '/session' })).json).toMatchObject({ user: { nick_name: 'admin' } })
  })
})

describe('the lifetime of a session', () => {
  function clock() {
    let time = Date.parse('2026-11-01T08:00:00Z')
    return { now: () => time, passMinutes: (minutes: number) => (time += minutes * 60_000) }
  }

  test('ends after an hour without activity', async () => {
    const { now, passMinutes } = clock()
    const gateway = await startGateway({ now })
    await gateway.signIn()
    passMinutes(59.9)
    expect((await gateway.ask({ path: ports })).status).toBe(200)
    passMinutes(0.2)
    expect((await gateway.ask({ path: ports })).json).toMatchObject({ error: { kind: 'unauthenticated' } })
  })

  test('is prolonged by activity to eight hours at most', async () => {
    const { now, passMinutes } = clock()
    const gateway = await startGateway({ now })
    let cookie = await gateway.signIn()
    for (let uses = 0; uses < 10; uses += 1) {
      passMinutes(47.9)
      const answer = await gateway.ask({ path: '/session', headers: { cookie } })
      expect(answer.json).toMatchObject({ user: { nick_name: 'admin' } })
      cookie = cookieOf(answer)
      expect((await gateway.ask({ path: ports, headers: { cookie } })).status).toBe(200)
    }
    passMinutes(2)
    expect((await gateway.ask({ path: ports, headers: { cookie } })).status).toBe(401)
  })

  test('is not prolonged by an answer of the console, which may come after the sign-out at another replica', async () => {
    const { now, passMinutes } = clock()
    const gateway = await startGateway({ now })
    await gateway.signIn()
    passMinutes(30)
    for (const sent of [{ path: ports }, { method: 'DELETE', path: `${ports}/80` }]) {
      const answer = await gateway.ask(sent)
      expect([answer.status, answer.headers['set-cookie']]).toEqual([200, undefined])
    }
  })

  test('is not prolonged by background requests', async () => {
    const { now, passMinutes } = clock()
    const gateway = await startGateway({ now })
    await gateway.signIn()
    passMinutes(30)
    const background = { 'x-portdeck-background': '1' }
    for (const path of [ports, '/session']) {
      const answer = await gateway.ask({ path, headers: background })
      expect([answer.status, answer.headers['set-cookie']]).toEqual([200, undefined])
    }
    expect((await gateway.ask({ path: '/session' })).headers['set-cookie']?.[0]).toMatch(
      /^portdeck-\d+=[\w.-]+; Max-Age=27000;/,
    )
  })
})

test.each([
  ['https://console.test', 'https://console.test'],
  ['https://console.test/', 'https://console.test'],
  ['https://console.test:8443/rainbond/', 'https://console.test:8443/rainbond'],
])('the session names the console %s with its path: %s', async (RAINBOND_URL, console) => {
  const gateway = await startGateway({ env: { RAINBOND_URL } })
  expect((await gateway.ask({ path: '/session' })).json).toMatchObject({ console })
})
