import { describe, expect, test } from 'vitest'
import { publicAddress } from '../http/address'
import { type Answer, cookieOf, goodToken, json, startGateway } from '../testing/test-gateway'
import { cookiePlace } from './cookie'

const at = (address: string) =>
  cookiePlace(publicAddress(new URL(address), { host: '127.0.0.1', port: 8080 }))

describe('the cookie', () => {
  test.each([
    ['https://portdeck.example.com', '__Host-portdeck', '/'],
    ['https://example.com:8443', '__Host-portdeck-8443', '/'],
    ['https://example.com/portdeck', '__Secure-portdeck-portdeck', '/portdeck/'],
    ['https://example.com:8443/a/b-c/', '__Secure-portdeck-8443-a~b~c', '/a/b-c/'],
    ['http://127.0.0.1:8080', 'portdeck-8080', '/'],
    ['http://127.0.0.1:8081', 'portdeck-8081', '/'],
    ['http://example.com/%E6%B8%AF', 'portdeck-~E6~B8~AF', '/%E6%B8%AF/'],
  ])('at %s is %s for %s', (address, name, path) => {
    expect(at(address)).toEqual({ name, path })
  })

  test('of one instance is neither read nor cleared by another on the same host', async () => {
    const env = { SESSION_SECRET: 's'.repeat(40) }
    const [first, second] = [await startGateway({ env }), await startGateway({ env })]
    const cookie = `${await first.signIn()}; ${await second.signIn()}`
    const out = await second.ask({ method: 'DELETE', path: '/session', headers: { cookie } })
    expect(out.headers['set-cookie']?.[0]?.split('=')[0]).not.toBe(cookie.split('=')[0])
    expect((await first.ask({ path: '/session', headers: { cookie } })).json).toMatchObject({
      user: { nick_name: 'admin' },
    })
    expect((await second.ask({ path: '/session', headers: { cookie } })).json).toMatchObject({ user: null })
  })

  test.each([
    ['a long token', 'x'.repeat(512), 'a', null],
    ['long names', goodToken, '港'.repeat(500), '😀'.repeat(500)],
    ['all of them', 'x'.repeat(512), '港'.repeat(500), '😀'.repeat(500)],
  ])('stays under the 4096 bytes that browsers keep with %s', async (_, token, nick_name, real_name) => {
    const user = { user_id: 1, nick_name, real_name, enterprise_id: 'e'.repeat(500) }
    const gateway = await startGateway({ upstream: () => Promise.resolve(json(200, { bean: user })) })
    const cookie = await gateway.signIn(token)
    expect(cookie.length).toBeGreaterThan(100)
    expect(cookie.length).toBeLessThan(2500)
    expect((await gateway.ask({ path: '/session' })).json).toMatchObject({
      user: { nick_name: nick_name.slice(0, 64) },
    })
  })

  test('never holds a token that would not fit', async () => {
    const gateway = await startGateway()
    const body = JSON.stringify({ token: 'x'.repeat(513) })
    const answer = await gateway.ask({ method: 'POST', path: '/session', body })
    expect([answer.status, answer.headers['set-cookie']]).toEqual([400, undefined])
    expect(gateway.calls).toEqual([])
  })
})

describe('beside junk of the same name', () => {
  const userOf = ({ json: body }: Answer) => body

  async function withJunk() {
    const gateway = await startGateway()
    const good = await gateway.signIn()
    const [name = ''] = good.split('=')
    const junk = [`${name}=junk`, `${name}=`, `${name}=a.b.c.d.e`]
    return { gateway, good, junk }
  }

  test('the good cookie counts, in any order', async () => {
    const { gateway, good, junk } = await withJunk()
    for (const cookies of [
      [good, ...junk],
      [...junk, good],
      [junk[0] ?? '', good],
    ]) {
      const answer = await gateway.ask({ path: '/session', headers: { cookie: cookies.join('; ') } })
      expect(userOf(answer)).toMatchObject({ user: { nick_name: 'admin' } })
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
  })

  test('signing out ends the session of the good cookie', async () => {
    const { gateway, good, junk } = await withJunk()
    const cookie = [...junk, good].join('; ')
    await gateway.ask({ method: 'DELETE', path: '/session', headers: { cookie } })
    expect(userOf(await gateway.ask({ path: '/session' }))).toMatchObject({ user: null })
  })

  test('signing out with junk only clears it, and ends nothing', async () => {
    const { gateway, junk } = await withJunk()
    for (const cookie of junk) {
      const out = await gateway.ask({ method: 'DELETE', path: '/session', headers: { cookie } })
      expect([out.status, cookieOf(out)]).toEqual([200, `${cookie.split('=')[0]}=`])
    }
    expect(userOf(await gateway.ask({ path: '/session' }))).toMatchObject({ user: { nick_name: 'admin' } })
    expect(gateway.logged().filter(({ event }) => event === 'sign-out')).toEqual([])
  })

  test('an unreadable cookie is answered without clearing anything', async () => {
    const { gateway, junk } = await withJunk()
    for (const cookie of junk) {
      const answers = [
        await gateway.ask({ path: '/session', headers: { cookie } }),
        await gateway.ask({ path: '/openapi/v1/teams', headers: { cookie } }),
      ]
      expect(answers.map(({ headers }) => headers['set-cookie'])).toEqual([undefined, undefined])
    }
  })
})
