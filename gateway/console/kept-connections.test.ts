import { createServer, type Socket } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { consoleUpstream, keepAliveMs } from './console-upstream'
import type { UpstreamRequest } from './upstream'

const answer = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}'

const read = (): UpstreamRequest => ({
  method: 'GET',
  path: '/openapi/v1/teams',
  requestId: 'r1',
  signal: new AbortController().signal,
})
const write = (): UpstreamRequest => ({ ...read(), method: 'PUT', body: '{}' })

/** Starts a console whose connections do with each request what `behave` says; `nth` counts those of a connection. */
async function startConsole(behave: (socket: Socket, nth: number) => void) {
  const requests: number[] = []
  const server = createServer((socket) => {
    let nth = 0
    socket.on('error', () => undefined)
    socket.on('data', () => {
      nth += 1
      requests.push(nth)
      behave(socket, nth)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const upstream = consoleUpstream(new URL(`http://127.0.0.1:${port}`), { connections: 1 })
  onTestFinished(async () => {
    upstream.cut()
    await upstream.close()
    server.close()
  })
  return { call: upstream.call, requests, server }
}

test('connections are closed well before gunicorn closes them after 2 s', () => {
  expect(keepAliveMs).toBeLessThanOrEqual(1000)
})

test('an idle connection is closed by the gateway', async () => {
  const { call, server } = await startConsole((socket) => socket.write(answer))
  const closed = new Promise<void>((resolve) => {
    server.once('connection', (socket) => socket.once('end', resolve))
  })
  await call(read())
  // The console never closes it.
  await closed
})

describe('a connection that the console closes just as the next request arrives', () => {
  test.each([
    ['a hang-up', (socket: Socket) => void socket.destroy()],
    ['a reset', (socket: Socket) => void socket.resetAndDestroy()],
  ])('loses no read: %s', async (_, close) => {
    const { call, requests } = await startConsole((socket, nth) => {
      if (nth > 1) close(socket)
      else socket.write(answer)
    })
    for (let asked = 0; asked < 10; asked += 1) expect((await call(read())).status).toBe(200)
    expect(requests.filter((nth) => nth > 1).length).toBeGreaterThan(0)
  })

  test('fails a read whose new connection breaks too', async () => {
    let answers = 0
    const { call, requests } = await startConsole((socket) => {
      answers += 1
      if (answers === 1) socket.write(answer)
      else socket.destroy()
    })
    await call(read())
    await expect(call(read())).rejects.toMatchObject({ kind: 'broken' })
    expect(requests).toHaveLength(3)
  })
})

test('a read whose answer has begun is not sent again', async () => {
  const { call, requests } = await startConsole((socket, nth) => {
    if (nth === 1) socket.write(answer)
    else socket.write(answer.slice(0, -1), () => socket.destroy())
  })
  await call(read())
  await expect(call(read())).rejects.toMatchObject({ kind: 'broken' })
  expect(requests).toHaveLength(2)
})

test('a write is never sent again', async () => {
  const { call, requests } = await startConsole((socket) => socket.resetAndDestroy())
  await expect(call(write())).rejects.toMatchObject({ kind: 'broken' })
  expect(requests).toEqual([1])
})
