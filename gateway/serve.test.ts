import { Server } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { httpHandlers } from './answers/http-handlers'
import type { UpstreamAnswer } from './console/upstream'
import { createHttpServer, httpLimits, type HttpLimits } from './http/http-server'
import { json, sendTo, startGateway } from './testing/test-gateway'

const ports = '/openapi/v1/teams/shop/regions/sh/apps/1/services/gr1a2b3c/ports'

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

describe('close', () => {
  async function withCallUnderWay(env: Record<string, string> = {}) {
    const asked = deferred<undefined>()
    const answer = deferred<UpstreamAnswer>()
    const gateway = await startGateway({
      env,
      answer: () => {
        asked.resolve(undefined)
        return answer.promise
      },
    })
    await gateway.signIn()
    const running = gateway.ask({ method: 'DELETE', path: `${ports}/80` })
    await asked.promise
    return { gateway, running, answer }
  }

  test('lets running requests finish, and accepts no new connection', async () => {
    const { gateway, running, answer } = await withCallUnderWay()
    const closed = gateway.close()
    await expect(gateway.ask({ path: '/session' })).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    answer.resolve(json(200, { code: 200 }))
    expect((await running).status).toBe(200)
    await closed
    expect(gateway.logged().at(-1)).toMatchObject({ event: 'stopped', cutOff: false })
  })

  test('closes connections after their requests, although browsers would keep them', async () => {
    const { gateway, running, answer } = await withCallUnderWay()
    const { port, hostname, host } = new URL(gateway.url)
    const socket = connect(Number(port), hostname)
    socket.resume()
    const ended = new Promise((resolve) => socket.on('close', resolve))
    socket.write(`GET ${ports} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${gateway.cookie()}\r\n\r\n`)
    await vi.waitUntil(() => gateway.passed().length === 2)
    const closed = gateway.close()
    answer.resolve(json(200, { code: 200 }))
    await Promise.all([running, ended, closed])
    expect(gateway.logged().at(-1)).toMatchObject({ event: 'stopped', cutOff: false })
  })

  test('refuses requests on connections that were open before, and closes them', async () => {
    const { gateway, running, answer } = await withCallUnderWay()
    const { port, hostname, host } = new URL(gateway.url)
    const socket = connect(Number(port), hostname)
    let text = ''
    socket.on('data', (part) => (text += part.toString()))
    const ended = new Promise((resolve) => socket.on('close', resolve))
    // Connections are accepted in order: after this answer the one above is accepted too.
    await gateway.send({ path: '/session' })
    const closed = gateway.close()
    socket.write(`GET ${ports} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${gateway.cookie()}\r\n\r\n`)
    await ended
    expect(text).toMatch(/^HTTP\/1\.1 503 .*^Connection: close.*"kind":"throttled"/ims)
    expect(gateway.passed()).toHaveLength(1)
    answer.resolve(json(200, { code: 200 }))
    await Promise.all([running, closed])
  })

  test('cuts off requests that outlast STOP_SECONDS', async () => {
    const { gateway, running } = await withCallUnderWay({ STOP_SECONDS: '0.05' })
    const ended = expect(running).rejects.toThrow()
    await gateway.close()
    await ended
    expect(gateway.logged().at(-1)).toMatchObject({ event: 'stopped', cutOff: true })
  })
})

describe('the management port', () => {
  const env = { MANAGEMENT_PORT: '0' }
  async function manage(options: Parameters<typeof startGateway>[0] = {}) {
    const gateway = await startGateway({ ...options, env: { ...env, ...options.env } })
    return { gateway, get: (path: string) => sendTo(gateway.managementUrl ?? '', { path }) }
  }

  test('says that the process is alive, and that the console can be reached', async () => {
    const { get } = await manage()
    expect((await get('/healthz')).status).toBe(200)
    const ready = await get('/readyz')
    expect([ready.status, ready.json]).toEqual([200, { ready: true, stopping: false, console: 'reachable' }])
  })

  test('says when the console cannot be reached, and asks it rarely', async () => {
    let asked = 0
    let time = 0
    let up = false
    const { get } = await manage({
      now: () => time,
      upstream: () => {
        asked += 1
        return Promise.resolve(up ? json(401, {}) : { status: 502, contentType: 'text/html', body: '' })
      },
    })
    for (let i = 0; i < 3; i += 1) {
      const ready = await get('/readyz')
      expect([ready.status, ready.json]).toMatchObject([503, { ready: false, console: 'unreachable' }])
      expect((await get('/healthz')).status).toBe(200)
      expect((await get('/readyz/self')).status).toBe(200)
    }
    expect(asked).toBe(1)
    up = true
    time = 6000
    expect((await get('/readyz')).status).toBe(200)
  })

  test('has metrics with a bounded number of series and no names', async () => {
    const { gateway, get } = await manage()
    await gateway.signIn()
    await gateway.ask({ path: ports })
    await gateway.ask({ path: '/openapi/v1/teams/x/secrets' })
    await gateway.ask({ method: 'BREW', path: '/coffee' }).catch(() => undefined)
    const { status, text } = await get('/metrics')
    expect(status).toBe(200)
    const pattern = 'teams/:team/regions/:region/apps/:app/services/:service/ports'
    expect(text).toContain(`portdeck_request_seconds_count{route="${pattern}",method="GET",status="200"} 1`)
    expect(text).toContain('portdeck_request_seconds_count{route="other",method="GET",status="404"} 1')
    expect(text).toContain('portdeck_upstream_seconds_count{method="GET",outcome="2xx"} 3')
    expect(text).toContain('portdeck_sign_ins_total{outcome="done"} 1')
    expect(text).toContain('process_cpu_seconds_total')
    expect(text).not.toMatch(/shop|gr1a2b3c|secrets|admin/)
  })

  test.each([
    '127.0.0.1:9',
    '[::1]:9',
    'localhost',
    'portdeck',
    'portdeck.tools.svc',
    'portdeck.tools.svc.cluster.local',
  ])('answers a probe or a scraper that calls it %s', async (host) => {
    const { gateway } = await manage()
    const answer = await sendTo(gateway.managementUrl ?? '', { path: '/healthz', headers: { host } })
    expect(answer.status).toBe(200)
    expect(answer.headers['x-request-id']).toMatch(/^[\da-f-]{36}$/)
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
  })

  test.each(['rebound.evil.test', 'evil.test:9090', '127.0.0.1.evil.test', 'svc.evil.test'])(
    'refuses the host %j, and logs it',
    async (host) => {
      const { gateway } = await manage()
      const answer = await sendTo(gateway.managementUrl ?? '', { path: '/metrics', headers: { host } })
      expect([answer.status, answer.text]).toEqual([421, expect.not.stringContaining('portdeck_')])
      expect(gateway.logged().at(-1)).toMatchObject({ event: 'management', status: 421, path: '/metrics' })
    },
  )

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])('refuses %s', async (method) => {
    const { gateway } = await manage()
    const answer = await sendTo(gateway.managementUrl ?? '', { method, path: '/healthz' })
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD'])
  })

  test('stops the start if it is taken, and frees the public port', async () => {
    const { gateway } = await manage()
    const taken = new URL(gateway.managementUrl ?? '').port
    const closed = vi.spyOn(Server.prototype, 'close')
    onTestFinished(() => closed.mockRestore())
    await expect(startGateway({ env: { MANAGEMENT_PORT: taken } })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    })
    expect(closed).toHaveBeenCalledOnce()
  })

  test('serves nothing else, and the public port serves none of it', async () => {
    const { gateway, get } = await manage({ distDir: '/nonexistent' })
    expect((await get('/session')).status).toBe(404)
    for (const path of ['/healthz', '/readyz', '/metrics']) {
      expect((await gateway.send({ path })).status).toBe(404)
    }
  })
})

describe('a slow or oversized client', () => {
  const soon: Partial<HttpLimits> = { checkEveryMs: 10 }

  async function served(limits: Partial<HttpLimits>) {
    const http = createHttpServer({ ...httpLimits(0), ...soon, ...limits })
    const port = await http.listen(0, '127.0.0.1')
    http.serve(
      httpHandlers({
        always: {},
        home: '/',
        networksOf: () => [],
        ended: () => undefined,
        unserved: () => undefined,
        serve(incoming, outgoing) {
          incoming.on('error', () => undefined)
          // More than the buffers of both ends hold.
          if (incoming.url === '/large') outgoing.end(Buffer.alloc(64 * 1024 * 1024))
          return new Promise(() => undefined)
        },
      }),
    )
    onTestFinished(() => http.cut())
    onTestFinished(() => void http.close())
    return { port, http }
  }

  function untilClosed(port: number, bytes: string): Promise<string> {
    return new Promise((resolve) => {
      let text = ''
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
      socket.on('data', (part) => (text += part.toString()))
      socket.on('error', () => undefined)
      socket.on('close', () => resolve(text))
    })
  }

  test('that sends half a head is disconnected', async () => {
    const { port } = await served({ headMs: 30, requestMs: 60 })
    expect(await untilClosed(port, 'GET / HTTP/1.1\r\nHost: x\r\n')).toContain('408')
  })

  test('that sends half a body is disconnected', async () => {
    const { port } = await served({ requestMs: 30, headMs: 20 })
    expect(await untilClosed(port, 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc')).toContain(
      '408',
    )
  })

  test('that sends too large a head is refused', async () => {
    const { port } = await served({})
    const head = `GET / HTTP/1.1\r\nHost: x\r\nX-Large: ${'x'.repeat(20_000)}\r\n\r\n`
    expect(await untilClosed(port, head)).toContain('431')
  })

  test('that still sends is not cut off before it has read its answer', async () => {
    const { port } = await served({ lastReadMs: 60_000 })
    const socket = connect(port, '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    const wasBroken = new Promise<boolean>((resolve) => {
      socket.on('error', () => undefined)
      socket.on('close', resolve)
    })
    // More than one reads at a time, so that bytes are left unread when the answer is sent.
    socket.resume().write(`GET / HTTP/1.1\r\nCookie: ${'x'.repeat(4_000_000)}`)
    expect(await wasBroken).toBe(false)
  })

  test('that never reads its answer is disconnected', async () => {
    const { port, http } = await served({ exchangeMs: 50 })
    const dropped = new Promise((resolve) => {
      http.server.once('connection', (socket) => socket.once('close', resolve))
    })
    const socket = connect(port, '127.0.0.1', () => socket.write('GET /large HTTP/1.1\r\nHost: x\r\n\r\n'))
    socket.on('error', () => undefined)
    onTestFinished(() => void socket.destroy())
    await dropped
  })
})
