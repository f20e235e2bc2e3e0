import { connect } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { TransportFault } from '../faults/answers'
import { type ServedEmulator, serveEmulator } from './node'

let served: ServedEmulator | undefined

async function serve(fetch: (request: Request) => Promise<Response>): Promise<string> {
  served = await serveEmulator({ emulator: { fetch }, port: 0 })
  return served.url
}

afterEach(async () => {
  await served?.close()
  served = undefined
})

/** Sends bytes and returns everything that comes back until the connection ends. */
function rawAnswer(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    let text = ''
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    socket.setEncoding('utf8')
    socket.on('data', (part: string) => (text += part))
    socket.on('error', reject)
    socket.on('close', () => resolve(text))
  })
}

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

const big = { list: Array.from({ length: 200 }, (_, port) => ({ container_port: port })) }

describe('a served emulator', () => {
  test('receives method, address, headers and body, and sends its answer', async () => {
    const url = await serve(async (request) => {
      const { pathname, search } = new URL(request.url)
      const seen = [
        request.method,
        pathname,
        search,
        request.headers.get('authorization'),
        await request.text(),
      ]
      return Response.json(seen, { status: 409 })
    })
    const answer = await fetch(`${url}/openapi/v1/a%2Fb?page=1`, {
      method: 'PUT',
      headers: { authorization: 'secret' },
      body: '{"action":"open_inner","name":"数据"}',
    })
    expect(answer.status).toBe(409)
    expect(answer.headers.get('content-type')).toBe('application/json')
    expect(await answer.json()).toEqual([
      'PUT',
      '/openapi/v1/a%2Fb',
      '?page=1',
      'secret',
      '{"action":"open_inner","name":"数据"}',
    ])
  })

  test('sends an answer without a body', async () => {
    const url = await serve(() => Promise.resolve(new Response(null, { status: 204 })))
    const answer = await fetch(url, { method: 'DELETE' })
    expect([answer.status, await answer.text()]).toEqual([204, ''])
  })

  test('refuses a method that a Request cannot represent, and keeps running', async () => {
    const url = await serve(() => Promise.resolve(new Response('alive')))
    expect(
      (await rawAnswer(url, 'TRACE / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n')).slice(0, 12),
    ).toBe('HTTP/1.1 400')
    expect(await (await fetch(url)).text()).toBe('alive')
  })
})

describe('a transport fault', () => {
  test('breaks the connection for reset', async () => {
    const url = await serve(() => Promise.reject(new TransportFault({ kind: 'reset' })))
    const failure: unknown = await fetch(url).catch((error: unknown) => error)
    expect(failure).toHaveProperty('cause.code', 'ECONNRESET')
  })

  test('sends the head and the start of the answer for cut', async () => {
    const url = await serve(() =>
      Promise.reject(new TransportFault({ kind: 'cut', answer: Response.json(big) })),
    )
    const whole = JSON.stringify(big)
    const answer = await fetch(url)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-length')).toBe(String(whole.length))
    await expect(answer.text()).rejects.toThrow()

    const raw = await rawAnswer(url, 'GET / HTTP/1.1\r\nhost: localhost\r\n\r\n')
    expect(raw.split('\r\n\r\n')[1]).toBe(whole.slice(0, Math.floor(whole.length / 2)))
  })

  test('sends nothing for timeout until the client disconnects', async () => {
    const given = deferred<Request>()
    const url = await serve((request) => {
      given.resolve(request)
      return Promise.reject(new TransportFault({ kind: 'timeout' }))
    })
    const client = new AbortController()
    const answer = fetch(url, { signal: client.signal })
    const request = await given.promise
    const ended = new Promise((resolve) => request.signal.addEventListener('abort', resolve))
    client.abort()
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
    await ended
  })

  test('ends with the request when the client disconnects', async () => {
    const given = deferred<Request>()
    const url = await serve((request) => {
      given.resolve(request)
      return new Promise((_, reject) => {
        request.signal.addEventListener('abort', () => reject(new DOMException('gone', 'AbortError')))
      })
    })
    const client = new AbortController()
    const answer = fetch(url, { signal: client.signal })
    const request = await given.promise
    client.abort()
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
    await new Promise<void>((resolve) => {
      if (request.signal.aborted) resolve()
      else request.signal.addEventListener('abort', () => resolve())
    })
  })

  test('ends when the emulator closes', async () => {
    const given = deferred<Request>()
    const url = await serve((request) => {
      given.resolve(request)
      return Promise.reject(new TransportFault({ kind: 'timeout' }))
    })
    const answer = fetch(url)
    await given.promise
    await Promise.all([expect(answer).rejects.toThrow(), served?.close()])
  })
})
