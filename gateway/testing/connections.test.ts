import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { httpHandlers } from '../answers/http-handlers'
import { createHttpServer, httpLimits, type HttpLimits } from '../http/http-server'
import { openConnection } from './raw-exchange'
import { sendTo, startGateway } from './test-gateway'

const request = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'

async function served(limits: Partial<HttpLimits>) {
  const http = createHttpServer({ ...httpLimits(0), checkEveryMs: 10, ...limits })
  const port = await http.listen(0, '127.0.0.1')
  const ends: string[] = []
  http.serve(
    httpHandlers({
      always: {},
      home: '/',
      networksOf: (address) => [address],
      ended: (why) => ends.push(why),
      unserved: () => undefined,
      serve(_, outgoing) {
        outgoing.end('answer')
        return Promise.resolve()
      },
    }),
  )
  onTestFinished(() => http.cut())
  onTestFinished(() => void http.close())
  return { url: `http://127.0.0.1:${port}`, ends }
}

describe('a connection', () => {
  test.each(['\r\n', '\n', 'GET /'])('that only sends %j after an answer is closed', async (drip) => {
    const { url } = await served({ idleMs: 200, quietMs: 300, headMs: 200 })
    const connection = await openConnection(url)
    connection.write(request)
    await vi.waitUntil(() => connection.text().includes('answer'))
    const dripping = setInterval(() => connection.write(drip), 20)
    onTestFinished(() => clearInterval(dripping))
    await connection.closed
  })

  test('that keeps asking stays open', async () => {
    const { url, ends } = await served({ idleMs: 60_000, quietMs: 2000 })
    const connection = await openConnection(url)
    for (let asked = 1; asked <= 5; asked += 1) {
      connection.write(request)
      await vi.waitUntil(() => connection.text().split('answer').length > asked)
    }
    expect(ends).toEqual([])
  })

  test('beyond the share of one network is closed at once, and frees nobody else’s', async () => {
    const { url, ends } = await served({ connections: 100, connectionsOfOne: 3 })
    const held = await Promise.all([1, 2, 3].map(() => openConnection(url)))
    for (const connection of held) connection.write(request)
    await vi.waitUntil(() => held.every((connection) => connection.text().includes('answer')))
    expect(await (await openConnection(url)).closed).toBe('')
    expect(ends).toEqual(['share'])
    held[0]?.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
    await held[0]?.closed
    await vi.waitFor(async () => {
      expect((await sendTo(url, { path: '/' })).text).toBe('answer')
    })
  })

  test('beyond all is closed at once', async () => {
    const { url, ends } = await served({ connections: 3, connectionsOfOne: 100 })
    const held = await Promise.all([1, 2, 3].map(() => openConnection(url)))
    for (const connection of held) connection.write(request)
    await vi.waitUntil(() => held.every((connection) => connection.text().includes('answer')))
    expect(await (await openConnection(url)).closed).toBe('')
    await vi.waitUntil(() => ends.includes('full'))
  })
})

describe('MAX_CONNECTIONS', () => {
  async function opened(env: Record<string, string>) {
    const gateway = await startGateway({ env: { MAX_CONNECTIONS: '40', MANAGEMENT_PORT: '0', ...env } })
    const connections = await Promise.all(
      Array.from({ length: 60 }, () => openConnection(gateway.listeningUrl)),
    )
    let closed = 0
    for (const connection of connections) void connection.closed.then(() => (closed += 1))
    return { gateway, closed: () => closed }
  }
  const metric = async (gateway: Awaited<ReturnType<typeof startGateway>>, name: string) => {
    const { text } = await sendTo(gateway.managementUrl ?? '', { path: '/metrics' })
    return Number(
      text
        .split('\n')
        .find((line) => line.startsWith(`${name} `))
        ?.split(' ')[1],
    )
  }

  test('leaves three quarters to others, in the metrics, and in one line of the log', async () => {
    const { gateway, closed } = await opened({})
    await vi.waitUntil(() => closed() === 50)
    expect(await metric(gateway, 'portdeck_connections')).toBe(10)
    expect(await metric(gateway, 'portdeck_connections_ended_total{why="share"}')).toBe(50)
    expect(gateway.logged().filter(({ event }) => event === 'connections')).toHaveLength(1)
  })

  test.each([{ TRUST_PROXY: '1' }, { TRUSTED_PROXIES: '127.0.0.1' }])(
    'is all for a proxy, which carries many clients (%j)',
    async (env) => {
      const { gateway, closed } = await opened(env)
      await vi.waitUntil(() => closed() === 20)
      expect(await metric(gateway, 'portdeck_connections_ended_total{why="full"}')).toBe(20)
    },
  )
})
