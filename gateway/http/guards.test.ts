import { describe, expect, test } from 'vitest'
import { startGateway } from '../testing/test-gateway'

const ports = '/openapi/v1/teams/shop/regions/sh/apps/1/services/gr1a2b3c/ports'

async function signedIn() {
  const gateway = await startGateway()
  await gateway.signIn()
  return gateway
}

describe('a request from another site', () => {
  test.each([
    ['no origin', { origin: undefined }],
    ['another origin', { origin: 'https://evil.test' }],
    ['the origin null', { origin: 'null' }],
    ['our host with another scheme', { origin: 'https://127.0.0.1' }],
    ['a cross-site mark', { 'sec-fetch-site': 'cross-site' }],
    ['a same-site mark', { 'sec-fetch-site': 'same-site' }],
    ['a navigation', { 'sec-fetch-site': 'none' }],
    ['no header of the page', { 'x-portdeck': undefined }],
    ['another value in the header of the page', { 'x-portdeck': 'true' }],
  ])('with %s is refused', async (_, headers) => {
    const gateway = await signedIn()
    const before = gateway.calls.length
    for (const sent of [
      { method: 'PUT', path: `${ports}/80`, body: '{"action":"open_outer"}' },
      { method: 'POST', path: '/session', body: '{"token":"x"}' },
      { method: 'DELETE', path: '/session' },
    ]) {
      const answer = await gateway.ask({ ...sent, headers })
      expect([answer.status, answer.json]).toMatchObject([
        403,
        { error: { kind: 'forbidden', reason: 'cross-site' } },
      ])
    }
    expect(gateway.calls).toHaveLength(before)
  })

  test('with a rebound host name is refused', async () => {
    const gateway = await signedIn()
    const answer = await gateway.ask({ path: '/session', headers: { host: 'evil.test' } })
    expect([answer.status, answer.json]).toMatchObject([421, { error: { reason: 'cross-site' } }])
  })
})
