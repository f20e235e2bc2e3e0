import { createServer, type RequestListener, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { request } from '../../src/api/request/client'
import { connect } from './connect'

const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})

/** Serves until the end of the test, and returns the address. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no TCP port')
  return `http://127.0.0.1:${String(address.port)}`
}

function connectTo(url: string) {
  connect({ RAINBOND_URL: url, RAINBOND_TOKEN: 'secret-1' })
}

const json = { 'Content-Type': 'application/json' }

test('reads share a connection, and every write gets a new one', async () => {
  const used = new Map<Socket, string[]>()
  const url = await serve(({ method = '', socket }, answer) => {
    used.set(socket, [...(used.get(socket) ?? []), method])
    answer.writeHead(200, json).end('{}')
  })
  connectTo(url)
  for (const method of ['GET', 'PUT', 'GET', 'POST', 'DELETE'] as const) await request('/x', { method })
  expect([...used.values()]).toEqual([['GET', 'GET'], ['PUT'], ['POST'], ['DELETE']])
})

test('sends a write once, whatever becomes of its connection', async () => {
  let writes = 0
  const url = await serve(({ method, socket }, answer) => {
    if (method === 'GET') return void answer.writeHead(200, json).end('{}')
    writes += 1
    socket.resetAndDestroy()
  })
  connectTo(url)
  await request('/x')
  await expect(request('/x', { method: 'POST', body: {} })).rejects.toMatchObject({ kind: 'offline' })
  expect(writes).toBe(1)
})

test('follows no redirect, so that the token goes to the console alone', async () => {
  const reached: (string | undefined)[] = []
  const other = await serve(({ headers }, answer) => {
    reached.push(headers.authorization)
    answer.writeHead(200, json).end('{}')
  })
  const url = await serve(({ headers }, answer) => {
    reached.push(headers.authorization)
    answer.writeHead(307, { Location: `${other}/x` }).end()
  })
  connectTo(url)
  for (const method of ['GET', 'PUT'] as const)
    await expect(request('/x', { method })).rejects.toMatchObject({ kind: 'upstream' })
  expect(reached).toEqual(['secret-1', 'secret-1'])
})

test('goes by the proxy that the environment names', async () => {
  let asked = ''
  const proxy = await serve(() => undefined)
  servers.at(-1)?.on('connect', ({ url = '' }, socket) => {
    asked = url
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  process.env['http_proxy'] = proxy
  try {
    connectTo('http://console.test')
    await expect(request('/x')).rejects.toMatchObject({ kind: 'offline' })
  } finally {
    delete process.env['http_proxy']
  }
  expect(asked).toBe('console.test:80')
})
