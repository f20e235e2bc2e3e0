import { connect } from 'node:net'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { portsIn, startPeopleConsole, tokenOf } from '../testing/people-console'
import { startGateway, type TestGateway } from '../testing/test-gateway'

const mebibyte = 1024 * 1024
/** Bytes of an answer that waits behind another one. It does not count as large. */
const queued = 200 * 1024

let asked = 0
/** Returns a path that was not asked for before: identical reads would be one call. */
const newPortsIn = (cluster: string) => portsIn(cluster, `s${(asked += 1)}`)

/** Starts a gateway in front of a console over HTTP. */
async function startBoth({ largeBytes = 0 } = {}) {
  const console = await startPeopleConsole({ largeBytes })
  const gateway = await startGateway({
    upstream: null,
    env: { RAINBOND_URL: console.url, MANAGEMENT_PORT: '0', READ_TIMEOUT_SECONDS: '60' },
  })
  const cookieOf = (person: number, token?: number) => gateway.signInElsewhere(tokenOf(person, token))
  const read = (cookie: string, cluster: string) =>
    gateway.ask({ path: newPortsIn(cluster), headers: { cookie } })
  return { console, gateway, cookieOf, read }
}

async function metric(gateway: TestGateway, name: string): Promise<number> {
  const text = await (await fetch(`${gateway.managementUrl ?? ''}/metrics`)).text()
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
}

/** Sends reads on one connection, pipelined, and never reads from it. */
function readWithoutReading(gateway: TestGateway, cookie: string, clusters: readonly string[]) {
  const { port, host } = new URL(gateway.listeningUrl)
  const socket = connect(Number(port), '127.0.0.1')
  socket.on('error', () => undefined)
  socket.pause()
  const headOf = (cluster: string) =>
    `GET ${newPortsIn(cluster)} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`
  socket.write(clusters.map(headOf).join(''))
  onTestFinished(() => void socket.destroy())
  return socket
}

/** Waits for a condition that passes quickly. */
const until = (condition: () => void | Promise<void>) => vi.waitFor(condition, { interval: 20 })
vi.setConfig({ testTimeout: 60_000 })

/** Those that waited too long for their turn on a busy machine are refused. */
const endedWell = [200, 503]

describe('a cluster that hangs', () => {
  test('leaves turns for people in other clusters, and for signing in', async () => {
    const { console, cookieOf, read } = await startBoth()
    const cookies = []
    for (let person = 1; person <= 5; person += 1) cookies.push(await cookieOf(person))
    const sixth = await cookieOf(6)
    const hung = cookies.flatMap((cookie) => Array.from({ length: 16 }, () => read(cookie, 'hanging')))
    await until(() => expect(console.hanging()).toBeGreaterThanOrEqual(32))

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
    await until(() => expect(console.hanging()).toBeGreaterThanOrEqual(16))
    const theirs = read(other, 'hanging')
    await until(() => expect(console.hanging()).toBeGreaterThanOrEqual(17))
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
    const sockets = Array.from({ length: 48 }, () => readWithoutReading(gateway, cookie, ['large']))
    const handled = () => gateway.logged().filter(({ path }) => String(path).includes('/large/')).length
    const samples: number[] = []
    // Each has left to the system's buffers, is held or refused.
    await until(async () => {
      samples.push(await metric(gateway, 'portdeck_answer_bytes'))
      expect(handled()).toBe(48)
    })

    expect(Math.max(...samples)).toBeLessThanOrEqual(16 * mebibyte)
    expect(await metric(gateway, 'portdeck_upstream_running')).toBe(0)
    expect((await read(other, 'large')).status).toBe(200)
    expect((await read(other, 'healthy')).status).toBe(200)

    for (const socket of sockets) socket.destroy()
    await until(async () => expect(await metric(gateway, 'portdeck_answer_bytes')).toBe(0))
    expect((await read(cookie, 'healthy')).status).toBe(200)
    expect(console.hanging()).toBe(0)
  })

  test('keep their person’s turns until they have left', async () => {
    const { console, gateway, cookieOf, read } = await startBoth({ largeBytes: queued })
    const cookie = await cookieOf(1)
    // The large answers are queued behind the first.
    const socket = readWithoutReading(gateway, cookie, ['hanging', 'large', 'large'])
    await until(async () =>
      expect(await metric(gateway, 'portdeck_answer_bytes')).toBeGreaterThan(2 * queued),
    )
    // A share is 16: these three and 13 of the following.
    const hang = () => Array.from({ length: 16 }, () => read(cookie, 'hanging'))
    const hung = hang()
    await until(() => expect(console.hanging()).toBe(14))
    // Another person's whole request passes while two of these wait.
    expect((await read(await cookieOf(2), 'healthy')).status).toBe(200)
    expect(console.hanging()).toBe(14)
    socket.destroy()
    hung.push(...hang())
    await until(() => expect(console.hanging()).toBe(16))
    console.release()
    for (const { status } of await Promise.all(hung)) expect(endedWell).toContain(status)
  })

  test('leave nothing behind when their connection closes, even if they were pipelined', async () => {
    const { console, gateway, cookieOf, read } = await startBoth({ largeBytes: queued })
    const cookie = await cookieOf(1)
    const clusters = ['hanging', 'large', 'large', 'large', 'hanging', 'hanging']
    const socket = readWithoutReading(gateway, cookie, clusters)
    await until(() => expect(console.hanging()).toBe(3))
    await until(async () =>
      expect(await metric(gateway, 'portdeck_answer_bytes')).toBeGreaterThan(3 * queued),
    )
    socket.destroy()
    await until(() => expect(console.hanging()).toBe(0))
    await until(async () => expect(await metric(gateway, 'portdeck_answer_bytes')).toBe(0))
    const hung = Array.from({ length: 16 }, () => read(cookie, 'hanging'))
    await until(() => expect(console.hanging()).toBe(16))
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
