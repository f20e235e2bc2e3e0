import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { cookieOf, goodToken, json, sendTo, startGateway, type TestGateway } from './test-gateway'

const port80 = '/openapi/v1/teams/shop/regions/sh/apps/1/services/gr1a2b3c/ports/80'
const user = { user_id: 1, nick_name: 'admin', real_name: 'Admin', enterprise_id: 'e1' }
const team = { tenant_id: 't1', tenant_name: 'shop', tenant_alias: 'Shop' }

/** Starts a console over HTTP that knows everybody, and reads each write without ever answering it. */
async function silentConsole() {
  let writes = 0
  const server = createServer((incoming, outgoing) => {
    incoming.resume()
    if (incoming.method !== 'GET') writes += 1
    else {
      outgoing.setHeader('content-type', 'application/json')
      const isUser = incoming.url === '/openapi/v1/currentuser'
      outgoing.end(JSON.stringify(isUser ? { bean: user } : { tenants: [team], total: 1 }))
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    hasWrites: (count: number) => vi.waitUntil(() => writes === count),
  }
}

/** Sends a change as the page does. Its connection may break. */
function change(url: string, cookie: string) {
  const headers = { cookie, origin: url, 'content-type': 'application/json', 'x-portdeck': '1' }
  const sent = request(url + port80, { method: 'PUT', agent: false, headers })
  sent.on('error', () => undefined)
  const closed = new Promise<void>((resolve) => sent.once('close', resolve))
  sent.end('{"action":"open_inner"}')
  return {
    closed,
    leave: () => {
      sent.destroy()
      return closed
    },
  }
}

const env = { STOP_SECONDS: '0.2' }

function expectCutOff(gateway: TestGateway, writes: number) {
  const lines = gateway.logged()
  const outcomes = lines.filter(({ event }) => event === 'write').map(({ outcome }) => outcome)
  expect(outcomes).toEqual(Array<string>(writes).fill('unclear'))
  expect(lines.at(-1)).toMatchObject({ event: 'stopped', cutOff: true })
}

describe('at STOP_SECONDS, a console that never answers', () => {
  async function started() {
    const console = await silentConsole()
    const gateway = await startGateway({ upstream: null, env: { ...env, RAINBOND_URL: console.url } })
    return { console, gateway, cookie: await gateway.signIn() }
  }

  test('is cut off for clients that wait, and their writes are logged as unclear', async () => {
    const { console, gateway, cookie } = await started()
    const failed = [change(gateway.url, cookie), change(gateway.url, cookie)].map(({ closed }) => closed)
    await console.hasWrites(2)
    await gateway.close()
    await Promise.all(failed)
    expectCutOff(gateway, 2)
  })

  test('is cut off for clients that are gone', async () => {
    const { console, gateway, cookie } = await started()
    const sent = change(gateway.url, cookie)
    await console.hasWrites(1)
    await sent.leave()
    await gateway.close()
    expectCutOff(gateway, 1)
  })
})

describe('at STOP_SECONDS', () => {
  test('a console call that cannot be aborted does not hold up the end', async () => {
    let asked = 0
    const gateway = await startGateway({
      env,
      answer: () => {
        asked += 1
        return new Promise(() => undefined)
      },
    })
    const cookie = await gateway.signIn()
    change(gateway.url, cookie)
    await vi.waitUntil(() => asked === 1)
    await gateway.close()
    expectCutOff(gateway, 1)
  })

  test('calls that wait for a turn are cut off too', async () => {
    const gateway = await startGateway({
      env: { ...env, UPSTREAM_CONCURRENCY: '1', CHECK_MEMBERSHIP: '0', MANAGEMENT_PORT: '0' },
      answer: () => new Promise(() => undefined),
    })
    const cookie = await gateway.signIn()
    change(gateway.url, cookie)
    await vi.waitUntil(() => gateway.passed().length === 1)
    change(gateway.url, cookie)
    await vi.waitUntil(async () => {
      const { text } = await sendTo(gateway.managementUrl ?? '', { path: '/metrics' })
      return /^portdeck_upstream_waiting 1$/m.test(text)
    })
    await gateway.close()
    expect(gateway.passed()).toHaveLength(1)
    expect(gateway.logged().filter(({ event }) => event === 'write')).toHaveLength(2)
    expect(gateway.logged().at(-1)).toMatchObject({ event: 'stopped', cutOff: true })
  })

  test('a client that sends half a request does not hold up the end', async () => {
    const gateway = await startGateway({ env })
    const { hostname, port } = new URL(gateway.url)
    const socket = connect(Number(port), hostname)
    socket.on('error', () => undefined)
    const ended = once(socket.resume(), 'close')
    socket.write(`PUT ${port80} HTTP/1.1\r\nHost: x`)
    await gateway.send({ path: '/session' })
    await gateway.close()
    await ended
    expect(gateway.logged().at(-1)).toMatchObject({ event: 'stopped', cutOff: true })
  })
})

test('a connection that never sent anything does not hold up a stop', async () => {
  const gateway = await startGateway({ env: { STOP_SECONDS: '60' } })
  const { hostname, port } = new URL(gateway.url)
  const socket = connect(Number(port), hostname)
  const ended = once(socket.resume(), 'close')
  await once(socket, 'connect')
  await gateway.send({ path: '/session' })
  await gateway.close()
  await ended
  expect(gateway.logged().at(-1)).toMatchObject({ event: 'stopped', cutOff: false })
})

test('stopping twice stops once', async () => {
  const gateway = await startGateway()
  await Promise.all([gateway.close(), gateway.close()])
  expect(gateway.logged().filter(({ event }) => event === 'stopped')).toHaveLength(1)
})

test('waits for a write whose client is gone, and exits before STOP_SECONDS', async () => {
  let answer: () => void = () => undefined
  const gateway = await startGateway({
    answer: () =>
      new Promise((resolve) => {
        answer = () => resolve(json(200, { data: { bean: {} } }))
      }),
  })
  const sent = change(gateway.url, await gateway.signIn())
  await vi.waitUntil(() => gateway.passed().length === 1)
  await sent.leave()
  const closed = gateway.close()
  answer()
  await closed
  expect(gateway.logged().slice(-3)).toMatchObject([
    { event: 'write', outcome: 'done' },
    { event: 'request' },
    { event: 'stopped', cutOff: false },
  ])
})

describe('the process', () => {
  async function startProcess(consoleUrl: string) {
    const main = fileURLToPath(new URL('../main.ts', import.meta.url))
    const child = spawn(process.execPath, ['--import', 'tsx', main], {
      env: { ...process.env, PORT: '0', RAINBOND_URL: consoleUrl, SESSION_SECRET: 's'.repeat(40), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text))
    }
    const ended = once(child, 'close')
    await vi.waitUntil(() => /^Portdeck: http/m.test(output))
    return { child, ended, url: /^Portdeck: (\S+)$/m.exec(output)?.[1] ?? '', output: () => output }
  }

  test(
    'ends with 0 at the bound, with its last lines, also when it is asked twice',
    { timeout: 60_000 },
    async () => {
      const console = await silentConsole()
      const { child, ended, url, output } = await startProcess(console.url)
      const cookie = cookieOf(
        await sendTo(url, {
          method: 'POST',
          path: '/session',
          headers: { origin: url, 'content-type': 'application/json', 'x-portdeck': '1' },
          body: JSON.stringify({ token: goodToken }),
        }),
      )
      change(url, cookie)
      await console.hasWrites(1)
      child.kill('SIGTERM')
      // The first signal has been handled once it refuses connections; pending signals of one kind count as one.
      await vi.waitFor(() => expect(sendTo(url, { path: '/session' })).rejects.toThrow())
      child.kill('SIGTERM')
      await ended
      const events = output()
        .split('\n')
        .filter((line) => /"event":"(write|stopped)"/.test(line))
      expect(events).toEqual([
        expect.stringContaining('"outcome":"unclear"'),
        expect.stringContaining('"cutOff":true'),
      ])
      expect([child.exitCode, child.signalCode]).toEqual([0, null])
    },
  )
})
