import { connect } from 'node:net'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { portsIn, startPeopleConsole, tokenOf } from '../testing/people-console'
import { startGateway, type TestGateway } from '../testing/test-gateway'

const mebibyte = 1024 * 1024

/** Starts a gateway in front of a console over HTTP. */
async function startBoth({ largeBytes = 0 } = {}) {
  const console = await startPeopleConsole({ largeBytes })
  const gateway = await startGateway({
    upstream: null,
    env: { RAINBOND_URL: console.url, MANAGEMENT_PORT: '0', UPSTREAM_CONCURRENCY: '64' },
  })
  const cookieOf = (person: number, token?: number) => gateway.signInElsewhere(tokenOf(person, token))
  const read = (cookie: string, cluster: string) =>
    gateway.ask({ path: portsIn(cluster), headers: { cookie } })
  return { console, gateway, cookieOf, read }
}

async function metric(gateway: TestGateway, name: string): Promise<number> {
  const text = await (await fetch(`${gateway.managementUrl ?? ''}/metrics`)).text()
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
}

/** Sends a read on a connection that is never read from. */
function readWithoutReading(gateway: TestGateway, path: string, cookie: string) {
  const { port, host } = new URL(gateway.listeningUrl)
  const socket = connect(Number(port), '127.0.0.1')
  socket.on('error', () => undefined)
  socket.pause()
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`)
  onTestFinished(() => void socket.destroy())
  return socket
}

/** Those that waited too long for their turn on a busy machine are refused. */
const endedWell = [200, 503]

describe('a cluster that hangs', () => {
  test('leaves turns for people in other clusters, and for signing in', async () => {
    const { console, cookieOf, read } = await startBoth()
    const cookies = []
    for (let person = 1; person <= 5; person += 1) cookies.push(await cookieOf(person))
    const sixth = await cookieOf(6)
    const hung = cookies.flatMap((cookie) => Array.from({ length: 16 }, () => read(cookie, 'hanging')))
    await vi.waitFor(() => expect(console.hanging()).toBeGreaterThanOrEqual(32))

    expect((await read(sixth, 'healthy')).status).toBe(200)
    const seventh = await cookieOf(7)
    expect((await read(seventh, 'healthy')).status).toBe(200)
    // Half of all turns are left.
    expect(console.hanging()).toBe(32)
    console.release()
    for (const { status } of await Promise.all(hung)) expect(endedWell).toContain(status)
  })

  test('does not let one person take another’s share by signing in with other tokens', async () => {
    const { console, cookieOf, read } = await startBoth()
    const cookies = []
    for (let token = 1; token <= 4; token += 1) cookies.push(await cookieOf(1, token))
    const hung = cookies.flatMap((cookie) => Array.from({ length: 8 }, () => read(cookie, 'hanging')))
    const other = await cookieOf(2)
    await vi.waitFor(() => expect(console.hanging()).toBeGreaterThanOrEqual(16))
    const theirs = read(other, 'hanging')
    await vi.waitFor(() => expect(console.hanging()).toBeGreaterThanOrEqual(17))
    expect(console.hanging()).toBe(17)
    console.release()
    for (const { status } of await Promise.all([...hung, theirs])) expect(endedWell).toContain(status)
  })
})

describe('large answers that nobody reads', () => {
  test('hold no more memory than one person’s share, and leave room for others', async () => {
    const { console, gateway, cookieOf, read } = await startBoth({ largeBytes: 4 * mebibyte })
    const cookie = await cookieOf(1)
    const other = await cookieOf(2)
    const sockets = Array.from({ length: 144 }, () => readWithoutReading(gateway, portsIn('large'), cookie))
    const handled = () => gateway.logged().filter(({ path }) => path === portsIn('large')).length
    // Each is either held or refused.
    await vi.waitFor(() => expect(handled()).toBe(144), { timeout: 20_000, interval: 50 })

    const held = await metric(gateway, 'portdeck_answer_bytes')
    expect(held).toBeGreaterThan(4 * mebibyte)
    expect(held).toBeLessThanOrEqual(16 * mebibyte)
    expect(await metric(gateway, 'portdeck_upstream_running')).toBe(0)
    expect((await read(other, 'large')).status).toBe(200)
    expect((await read(other, 'healthy')).status).toBe(200)

    for (const socket of sockets) socket.destroy()
    await vi.waitFor(async () => expect(await metric(gateway, 'portdeck_answer_bytes')).toBe(0))
    expect((await read(cookie, 'large')).status).toBe(200)
    expect(console.hanging()).toBe(0)
  }, 30_000)

  test('keep their person’s turns until they have left', async () => {
    const { console, gateway, cookieOf, read } = await startBoth({ largeBytes: 6 * mebibyte })
    const cookie = await cookieOf(1)
    const sockets = [1, 2].map(() => readWithoutReading(gateway, portsIn('large'), cookie))
    await vi.waitFor(async () =>
      expect(await metric(gateway, 'portdeck_answer_bytes')).toBeGreaterThan(12 * mebibyte),
    )
    // A share is 16: the two unread answers and 14 of these.
    const hang = () => Array.from({ length: 16 }, () => read(cookie, 'hanging'))
    const hung = hang()
    await vi.waitFor(() => expect(console.hanging()).toBe(14))
    // Another person's whole request passes while two of these wait.
    expect((await read(await cookieOf(2), 'healthy')).status).toBe(200)
    expect(console.hanging()).toBe(14)
    for (const socket of sockets) socket.destroy()
    hung.push(...hang())
    await vi.waitFor(() => expect(console.hanging()).toBe(16))
    console.release()
    for (const { status } of await Promise.all(hung)) expect(endedWell).toContain(status)
  })

  test('leave nothing behind when their connection closes, even if they were pipelined', async () => {
    const { console, gateway, cookieOf, read } = await startBoth({ largeBytes: 2 * mebibyte })
    const cookie = await cookieOf(1)
    const socket = readWithoutReading(gateway, portsIn('hanging'), cookie)
    await vi.waitFor(() => expect(console.hanging()).toBe(1))
    const host = new URL(gateway.listeningUrl).host
    for (const cluster of ['large', 'large', 'large', 'hanging', 'hanging']) {
      socket.write(`GET ${portsIn(cluster)} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`)
    }
    await vi.waitFor(() => expect(console.hanging()).toBe(3))
    await vi.waitFor(async () =>
      expect(await metric(gateway, 'portdeck_answer_bytes')).toBeGreaterThan(6 * mebibyte),
    )
    socket.destroy()
    await vi.waitFor(() => expect(console.hanging()).toBe(0))
    await vi.waitFor(async () => expect(await metric(gateway, 'portdeck_answer_bytes')).toBe(0))
    const hung = Array.from({ length: 16 }, () => read(cookie, 'hanging'))
    await vi.waitFor(() => expect(console.hanging()).toBe(16))
    console.release()
    for (const { status } of await Promise.all(hung)) expect(endedWell).toContain(status)
  })

  test('are refused while they are read if they are too large for anybody', async () => {
    const { gateway, cookieOf, read } = await startBoth({ largeBytes: 9 * mebibyte })
    const answer = await read(await cookieOf(1), 'large')
    expect([answer.status, answer.json]).toMatchObject([
      502,
      { error: { kind: 'upstream', reason: 'too-large' } },
    ])
    expect(await metric(gateway, 'portdeck_answer_bytes')).toBe(0)
  })
})
