import { describe, expect, test } from 'vitest'
import { cookieOf, goodToken, startGateway } from '../testing/test-gateway'

const serveBelow = (publicUrl = 'http://127.0.0.1:8080/portdeck') =>
  startGateway({ env: { PUBLIC_URL: publicUrl } })

const ports = '/openapi/v1/teams/t1/regions/sh/apps/1/services/gr1a2b3c/ports'
const body = JSON.stringify({ token: goodToken })
const navigation = { 'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'none' }

describe('below a base path', () => {
  test('the session and the console’s routes are served', async () => {
    const gateway = await serveBelow()
    expect(gateway.url).toBe('http://127.0.0.1:8080/portdeck')
    const signedIn = await gateway.ask({ method: 'POST', path: '/portdeck/session', body })
    const headers = { cookie: cookieOf(signedIn) }
    expect((await gateway.ask({ path: '/portdeck/session', headers })).json).toMatchObject({
      user: { nick_name: 'admin' },
    })
    expect((await gateway.ask({ path: `/portdeck${ports}`, headers })).status).toBe(200)
    const put = { method: 'PUT', path: `/portdeck${ports}/80`, body: '{"action":"open_outer"}' }
    expect((await gateway.ask({ ...put, headers })).status).toBe(200)
    expect(gateway.passed().map(({ method, path }) => [method, path])).toEqual([
      ['GET', ports],
      ['PUT', `${ports}/80`],
    ])
  })

  test.each([
    ['http://127.0.0.1:8080/portdeck', /^portdeck\S*=.*; Path=\/portdeck\/;/],
    ['http://127.0.0.1:8080/portdeck/', /^portdeck\S*=.*; Path=\/portdeck\/;/],
    ['https://portdeck.test/tools/ports', /^__Secure-portdeck\S*=.*; Path=\/tools\/ports\/;.* Secure/],
  ])('the cookie of %s is sent to no other app of its host', async (publicUrl, cookie) => {
    const gateway = await serveBelow(publicUrl)
    const path = `${new URL(gateway.url).pathname}/session`
    const signedIn = await gateway.ask({ method: 'POST', path, body })
    expect(signedIn.headers['set-cookie']).toEqual([expect.stringMatching(cookie)])
    const headers = { cookie: cookieOf(signedIn) }
    const signedOut = await gateway.ask({ method: 'DELETE', path, headers })
    expect(signedOut.headers['set-cookie']?.[0]).toMatch(cookie)
  })

  test('the log has each path as it was asked for', async () => {
    const gateway = await serveBelow()
    await gateway.ask({ path: '/portdeck/session' })
    await gateway.ask({ path: '/session' })
    const paths = gateway.logged().flatMap(({ event, path }) => (event === 'request' ? [path] : []))
    expect(paths).toEqual(['/portdeck/session', '/session'])
  })
})

describe('outside of the base path', () => {
  test.each([
    '/',
    '/session',
    ports,
    '/portdeck',
    '/portdeckx/session',
    '/PORTDECK/session',
    '/portdeck/../session',
    '/portdeck/%2e%2e/session',
    '/%70ortdeck/session',
    '//portdeck/session',
    '/portdeck//session',
    `/portdeck/..${ports}`,
    'http://127.0.0.1:8080/portdeck/session',
  ])('%s is not found, signed in or not', async (path) => {
    const gateway = await serveBelow()
    const signedIn = await gateway.ask({ method: 'POST', path: '/portdeck/session', body })
    const cookie = cookieOf(signedIn)
    const before = gateway.calls.length
    for (const headers of [{ cookie }, { cookie: undefined }]) {
      for (const method of ['GET', 'DELETE', 'PUT']) {
        expect([method, (await gateway.ask({ method, path, headers })).status]).toEqual([method, 404])
      }
    }
    expect(gateway.calls).toHaveLength(before)
    expect((await gateway.ask({ path: '/portdeck/session', headers: { cookie } })).json).toMatchObject({
      user: { nick_name: 'admin' },
    })
  })

  test('a navigation to the base path without its slash is redirected', async () => {
    const gateway = await serveBelow()
    for (const query of ['', '?x=1', '?//evil.test']) {
      const answer = await gateway.ask({ path: `/portdeck${query}`, headers: navigation })
      expect([answer.status, answer.headers.location]).toEqual([308, `/portdeck/${query}`])
    }
  })

  test.each(['/', '/teams/shop', '/portdeckx', '/portdeck/../teams', '/%70ortdeck/'])(
    'a navigation to %s gets a page that leads to Portdeck',
    async (path) => {
      const gateway = await serveBelow()
      const answer = await gateway.ask({ path, headers: navigation })
      expect([answer.status, answer.json]).toEqual([404, undefined])
      expect(answer.text).toContain('href="/portdeck/"')
    },
  )
})
