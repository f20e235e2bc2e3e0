import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTcpServer } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { consoleUpstream } from './console-upstream'
import type { UpstreamRequest } from './upstream'

async function startConsole(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer)
  let connections = 0
  server.on('connection', () => (connections += 1))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const upstream = consoleUpstream(new URL(`http://127.0.0.1:${port}/console/`), { connections: 4 })
  onTestFinished(async () => {
    await upstream.close()
    server.closeAllConnections()
    server.close()
  })
  return { call: upstream.call, host: `127.0.0.1:${port}`, connections: () => connections }
}

const read = (signal = new AbortController().signal): UpstreamRequest => ({
  method: 'GET',
  path: '/openapi/v1/teams?page=1',
  token: 'raw token',
  requestId: 'r1',
  signal,
})
const write = (): UpstreamRequest => ({ ...read(), method: 'PUT', body: '{"action":"open_inner"}' })

describe('a call of the console', () => {
  test('carries the raw token and the request id, and nothing else of the browser’s', async () => {
    const { call, host } = await startConsole((request, response) => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify([request.method, request.url, request.headers]))
    })
    const answer = await call(read())
    expect(answer).toMatchObject({ status: 200, contentType: 'application/json' })
    const sent: unknown = JSON.parse(answer.body)
    expect(sent).toEqual([
      'GET',
      '/console/openapi/v1/teams?page=1',
      {
        accept: 'application/json',
        authorization: 'raw token',
        connection: 'keep-alive',
        host,
        'user-agent': 'Portdeck',
        'x-request-id': 'r1',
      },
    ])
  })

  test('keeps connections for reads, and opens one for each write', async () => {
    const { call, connections } = await startConsole((request, response) => {
      request.resume()
      response.end('{}')
    })
    for (let asked = 0; asked < 8; asked += 1) await call(read())
    // A second connection may open before the first is known to be free again.
    const kept = connections()
    expect(kept).toBeLessThanOrEqual(2)
    for (let asked = 0; asked < 3; asked += 1) await call(write())
    expect(connections()).toBe(kept + 3)
  })

  test('returns a refusal as an answer', async () => {
    const { call } = await startConsole((_, response) => response.writeHead(404).end('<html>'))
    expect(await call(read())).toEqual({ status: 404, contentType: '', body: '<html>' })
  })

  test.each([
    ['a reset', (_: IncomingMessage, response: ServerResponse) => response.socket?.resetAndDestroy()],
    ['a hang-up', (_: IncomingMessage, response: ServerResponse) => response.socket?.destroy()],
    [
      'half an answer',
      (_: IncomingMessage, response: ServerResponse) => {
        response.writeHead(200, { 'content-length': 100 })
        response.write('{"a":', () => response.destroy())
      },
    ],
  ])('fails as broken after %s', async (_, answer) => {
    const { call } = await startConsole(answer)
    await expect(call(read())).rejects.toMatchObject({ name: 'UpstreamFailure', kind: 'broken' })
  })

  test('fails as broken when the answer is not HTTP', async () => {
    const server = createTcpServer((socket) => socket.end('garbage\r\n\r\n'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = address !== null && typeof address === 'object' ? address.port : 0
    const upstream = consoleUpstream(new URL(`http://127.0.0.1:${port}`), { connections: 1 })
    onTestFinished(() => void server.close())
    await expect(upstream.call(read())).rejects.toMatchObject({ kind: 'broken' })
  })

  test('fails as unreachable when nobody listens', async () => {
    const { call } = consoleUpstream(new URL('http://127.0.0.1:1'), { connections: 1 })
    await expect(call(read())).rejects.toMatchObject({ name: 'UpstreamFailure', kind: 'unreachable' })
  })

  test('ends when its signal aborts', async () => {
    const aborter = new AbortController()
    const { call } = await startConsole(() => aborter.abort(new Error('too long')))
    await expect(call(read(aborter.signal))).rejects.toThrow('too long')
  })
})

test('closing after a cut does not fail', async () => {
  const { close, cut } = consoleUpstream(new URL('http://127.0.0.1:1'), { connections: 1 })
  cut()
  await expect(close()).resolves.toBeUndefined()
})
