import fc from 'fast-check'
import { CompactEncrypt } from 'jose'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { startGateway, type TestGateway } from '../testing/test-gateway'
import { createSeal, type SessionClaims } from './seal'

const claims: SessionClaims = {
  id: 's1',
  token: 'a'.repeat(40),
  user: { user_id: 1, nick_name: 'admin' },
  issuedAt: 1,
  activeAt: 2,
}
const [one, two] = ['1'.repeat(32), '2'.repeat(32)] as const

describe('a seal', () => {
  test('opens what it sealed, and reveals nothing of it', async () => {
    const seal = createSeal([one], 'https://console.test')
    const sealed = await seal.seal(claims)
    expect(await seal.open(sealed)).toEqual(claims)
    const readable = sealed.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'))
    expect(readable.join()).not.toMatch(/aaaa|admin/)
  })

  test('never returns the same text twice', async () => {
    const seal = createSeal([one], 'x')
    expect(await seal.seal(claims)).not.toBe(await seal.seal(claims))
  })

  test('seals with the first secret and opens with every one', async () => {
    const old = await createSeal([one], 'x').seal(claims)
    const rotating = createSeal([two, one], 'x')
    expect(await rotating.open(old)).toEqual(claims)
    const fresh = await rotating.seal(claims)
    expect(await createSeal([two], 'x').open(fresh)).toEqual(claims)
    expect(await createSeal([two], 'x').open(old)).toBeUndefined()
    expect(await createSeal([one], 'x').open(fresh)).toBeUndefined()
  })

  test('for one console does not open for another', async () => {
    const sealed = await createSeal([one], 'https://console.test').seal(claims)
    expect(await createSeal([one], 'https://evil.test').open(sealed)).toBeUndefined()
  })

  test('does not open a text that was changed anywhere', async () => {
    const seal = createSeal([one], 'x')
    const sealed = await seal.seal(claims)
    const parts = sealed.split('.').map((part) => Buffer.from(part, 'base64url'))
    const change = fc.record({
      part: fc.constantFrom(0, 2, 3, 4),
      at: fc.nat(),
      by: fc.integer({ min: 1, max: 255 }),
    })
    await fc.assert(
      fc.asyncProperty(change, async ({ part, at, by }) => {
        const changed = parts.map((bytes, index) =>
          index === part
            ? bytes.map((byte, place) => (place === at % bytes.length ? byte ^ by : byte))
            : bytes,
        )
        const text = changed.map((bytes) => Buffer.from(bytes).toString('base64url')).join('.')
        expect(await seal.open(text)).toBeUndefined()
      }),
      { numRuns: 300, seed: 1 },
    )
  })

  test.each(['', '.', 'x', '....', 'e30.e30.e30.e30.e30', '{"ciphertext":"x"}', '\u0000', 'a'.repeat(4000)])(
    'does not open %j',
    async (text) => {
      expect(await createSeal([one], 'x').open(text)).toBeUndefined()
    },
  )

  test('does not open other algorithms, whatever key they name', async () => {
    const seal = createSeal([one], 'x')
    const [head = ''] = (await seal.seal(claims)).split('.')
    const { kid } = z.object({ kid: z.string() }).parse(JSON.parse(Buffer.from(head, 'base64url').toString()))
    const bytes = Buffer.from(JSON.stringify(claims))
    const foreign = await new CompactEncrypt(bytes)
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid })
      .encrypt(new Uint8Array(32))
    expect(await seal.open(foreign)).toBeUndefined()
    const wrapped = await new CompactEncrypt(bytes)
      .setProtectedHeader({ alg: 'PBES2-HS256+A128KW', enc: 'A256GCM', kid })
      .encrypt(new Uint8Array(32))
    expect(await seal.open(wrapped)).toBeUndefined()
    const unsigned = Buffer.from(JSON.stringify({ alg: 'none', kid })).toString('base64url')
    expect(await seal.open(`${unsigned}..${bytes.toString('base64url')}..`)).toBeUndefined()
  })

  test('does not open other claims', async () => {
    const seal = createSeal([one], 'x')
    const sealed = await seal.seal({ ...claims, issuedAt: Number.NaN })
    expect(await seal.open(sealed)).toBeUndefined()
  })
})

describe('a cookie at the gateway', () => {
  const path = '/openapi/v1/teams/shop/regions'
  /** Starts a replica of the gateway at one public address, which gives them all the same cookie. */
  const startReplica = (env: Record<string, string> = {}) =>
    startGateway({ env: { PUBLIC_URL: 'http://portdeck.test', ...env } })
  const statusOf = async (gateway: TestGateway, cookie: string) =>
    (await gateway.ask({ path, headers: { cookie } })).status

  test('opens at replicas with the same secret only', async () => {
    const first = await startReplica({ SESSION_SECRET: one })
    const cookie = await first.signIn()
    const second = await startReplica({ SESSION_SECRET: one })
    const third = await startReplica({ SESSION_SECRET: two })
    const fourth = await startReplica()
    expect(await statusOf(second, cookie)).toBe(200)
    expect(await statusOf(third, cookie)).toBe(401)
    expect(await statusOf(fourth, cookie)).toBe(401)
    expect(third.calls).toEqual([])
  })

  test('survives a rotation as long as its secret is kept', async () => {
    const cookie = await (await startReplica({ SESSION_SECRET: one })).signIn()
    expect(await statusOf(await startReplica({ SESSION_SECRET: `${two},${one}` }), cookie)).toBe(200)
    expect(await statusOf(await startReplica({ SESSION_SECRET: two }), cookie)).toBe(401)
  })

  test('for one console never sends its token to another', async () => {
    const env = { SESSION_SECRET: one }
    const cookie = await (await startReplica({ ...env, RAINBOND_URL: 'http://a.test' })).signIn()
    const other = await startReplica({ ...env, RAINBOND_URL: 'http://b.test' })
    expect(await statusOf(other, cookie)).toBe(401)
    expect(other.calls).toEqual([])
  })

  test('is found by its exact name', async () => {
    const gateway = await startReplica()
    const cookie = await gateway.signIn()
    const value = cookie.split('=')[1] ?? ''
    for (const name of [
      'Portdeck',
      'portdeck-80',
      'portdeck-',
      '__Host-portdeck',
      '__Secure-portdeck',
      'x',
    ]) {
      expect(await statusOf(gateway, `${name}=${value}`)).toBe(401)
    }
    expect(await statusOf(gateway, `a=b; ${cookie}; c=d`)).toBe(200)
  })
})
