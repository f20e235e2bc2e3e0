import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { startGateway, type TestGateway } from './test-gateway'

const statusOf = (text: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1])

/** Sends a sign-in with a wrong token as a proxy passes it on, with these lines in this order. */
function signInThrough(gateway: TestGateway, lines: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(gateway.listeningUrl)
  const body = '{"token":"wrong"}'
  const head = [
    'POST /session HTTP/1.1',
    `Host: ${new URL(gateway.url).host}`,
    `Origin: ${gateway.url}`,
    'Content-Type: application/json',
    'X-Portdeck: 1',
    `Content-Length: ${body.length}`,
    'Connection: close',
    ...lines,
  ]
  return new Promise((resolve, reject) => {
    let text = ''
    const socket = connect(Number(port), hostname, () => socket.write(`${head.join('\r\n')}\r\n\r\n${body}`))
    socket.on('data', (part) => (text += part.toString()))
    socket.on('error', reject)
    socket.on('close', () => resolve(text))
  })
}

const junk = (count: number) => Array.from({ length: count }, (_, index) => `X-Junk-${index}: x`)
const forwarded = (addresses: string) => `X-Forwarded-For: ${addresses}`
const loggedAddress = (gateway: TestGateway) =>
  gateway.logged().findLast(({ event }) => event === 'request')?.['address']

describe('the address of a client behind a proxy', () => {
  test('cannot be forged with so many headers that the line of the proxy would be dropped', async () => {
    const gateway = await startGateway({ env: { TRUST_PROXY: '1' } })
    const statuses = []
    for (let tried = 0; tried < 60; tried += 1) {
      const lines = [forwarded(`198.51.100.${tried}`), ...junk(95), forwarded('192.0.2.7')]
      statuses.push(statusOf(await signInThrough(gateway, lines)))
    }
    expect(statuses.every((status) => status === 431)).toBe(true)
    expect(gateway.calls).toEqual([])
    expect(loggedAddress(gateway)).toBe('192.0.2.7')
  })

  test('is read from the last line, although as many headers come before it as are allowed', async () => {
    const gateway = await startGateway({ env: { TRUST_PROXY: '1' } })
    const statuses = []
    for (let tried = 0; tried < 60; tried += 1) {
      const lines = [forwarded(`198.51.100.${tried}`), ...junk(90), forwarded('192.0.2.7')]
      statuses.push(statusOf(await signInThrough(gateway, lines)))
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(20)
    expect(statuses.filter((status) => status === 429)).toHaveLength(40)
  })

  test('costs little to refuse with as many headers as fit', async () => {
    const gateway = await startGateway({ env: { TRUST_PROXY: '1' } })
    const lines = Array.from({ length: 3000 }, () => 'a:')
    expect(statusOf(await signInThrough(gateway, lines))).toBe(431)
  })

  test.each([
    ['192.0.2.7:4711', '192.0.2.7'],
    ['[2001:db8::7]:4711', '2001:db8::7'],
    ['[2001:DB8:0:0::7]', '2001:db8::7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::ffff:c000:0207', '192.0.2.7'],
    ['fe80::7%eth0', 'fe80::7'],
    ['unknown', '127.0.0.1'],
    ['192.0.2.7:', '127.0.0.1'],
    ['', '127.0.0.1'],
  ])('written as %j is %s', async (written, address) => {
    const gateway = await startGateway({ env: { TRUST_PROXY: '1' } })
    await signInThrough(gateway, [forwarded('198.51.100.1'), forwarded(written)])
    expect(loggedAddress(gateway)).toBe(address)
  })
})

describe('TRUSTED_PROXIES', () => {
  const ranges = '127.0.0.0/8, 10.0.0.0/8,fd00::/8'

  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['198.51.100.1, 192.0.2.7, 10.1.2.3', '192.0.2.7'],
    ['198.51.100.1, 2001:db8::7, fd00::1, 10.1.2.3:80', '2001:db8::7'],
    ['10.9.9.9, 10.1.2.3', '10.9.9.9'],
    // Whatever stands before something that is no address was not written by a trusted proxy.
    ['198.51.100.1, unknown, 10.1.2.3', '10.1.2.3'],
    ['', '127.0.0.1'],
  ])('%j comes from %s: the nearest address that is no proxy', async (list, address) => {
    const gateway = await startGateway({ env: { TRUSTED_PROXIES: ranges } })
    await signInThrough(gateway, [forwarded(list)])
    expect(loggedAddress(gateway)).toBe(address)
  })

  test('believes nothing that another address sends', async () => {
    const gateway = await startGateway({ env: { TRUSTED_PROXIES: '10.0.0.0/8' } })
    await signInThrough(gateway, [forwarded('192.0.2.7')])
    expect(loggedAddress(gateway)).toBe('127.0.0.1')
  })

  test.each(['10.0.0.0/33', 'fd00::/129', '10.0.0/8', 'proxy.test', '10.0.0.0/8/8', '10.0.0.0/', ','])(
    'refuses %j at the start',
    async (value) => {
      await expect(startGateway({ env: { TRUSTED_PROXIES: value } })).rejects.toThrow(
        'TRUSTED_PROXIES must be addresses or ranges',
      )
    },
  )

  test('excludes TRUST_PROXY', async () => {
    const env = { TRUSTED_PROXIES: '10.0.0.0/8', TRUST_PROXY: '1' }
    await expect(startGateway({ env })).rejects.toThrow('mutually exclusive')
  })
})

test.each([{}, { TRUST_PROXY: '1' }, { TRUSTED_PROXIES: '127.0.0.1' }])(
  'the client never chooses the id of its request (%j)',
  async (env) => {
    const gateway = await startGateway({ env })
    const answer = await gateway.ask({ path: '/session', headers: { 'x-request-id': 'chosen-by-a-client' } })
    expect(answer.headers['x-request-id']).toMatch(/^[\da-f-]{36}$/)
    expect(gateway.logText()).not.toContain('chosen-by-a-client')
  },
)
