import * as z from 'zod/mini'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { abortReads, onSessionExpired, parse, request } from './client'

const fetchDouble = vi.fn<typeof fetch>()

beforeEach(() => {
  vi.stubGlobal('fetch', fetchDouble)
})
afterEach(() => {
  fetchDouble.mockReset()
  vi.unstubAllGlobals()
})

const answer = (body: string, init?: ResponseInit) =>
  fetchDouble.mockResolvedValueOnce(
    new Response(body, { headers: { 'Content-Type': 'application/json' }, ...init }),
  )
const failure = (path = '/openapi/v1/teams', options = {}) =>
  request(path, options).then(
    () => expect.unreachable('the request should have failed'),
    (error: unknown) => error,
  )

describe('a success', () => {
  test('is the JSON of the body', async () => {
    answer('{"total":1}')
    expect(await request('/openapi/v1/teams')).toEqual({ total: 1 })
  })

  test('without a body is undefined', async () => {
    fetchDouble.mockResolvedValueOnce(new Response(null, { status: 204 }))
    expect(await request('/x', { method: 'DELETE' })).toBeUndefined()
  })

  test('sends a body as JSON and follows no redirect', async () => {
    answer('{}')
    await request('/session', { method: 'POST', body: { token: 't' } })
    const [path, init] = fetchDouble.mock.calls[0] ?? []
    expect(path).toBe('/session')
    expect(init).toMatchObject({ method: 'POST', body: '{"token":"t"}', redirect: 'manual' })
    expect(new Headers(init?.headers).get('Content-Type')).toBe('application/json')
    expect(new Headers(init?.headers).get('X-Portdeck')).toBe('1')
  })
})

describe('a failure', () => {
  test('no network is offline', async () => {
    fetchDouble.mockRejectedValueOnce(new TypeError('Failed to fetch'))
    expect(await failure()).toMatchObject({ kind: 'offline', status: undefined })
  })

  test('a connection lost in the middle of the body is upstream', async () => {
    const broken = new ReadableStream({
      start(controller) {
        controller.error(new TypeError('network error'))
      },
    })
    fetchDouble.mockResolvedValueOnce(new Response(broken))
    expect(await failure()).toMatchObject({ kind: 'upstream', status: 200 })
  })

  test('JSON that was cut off is unreadable', async () => {
    answer('{"tenants":[{"tenant_id":"b47')
    expect(await failure()).toMatchObject({ kind: 'unreadable' })
  })

  test('an HTML page with status 200 is upstream', async () => {
    answer('<html>login</html>', { headers: { 'Content-Type': 'text/html' } })
    expect(await failure()).toMatchObject({ kind: 'upstream' })
  })

  test('silence ends as a time-out', async () => {
    fetchDouble.mockImplementationOnce(
      (_path, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
        }),
    )
    expect(await failure('/x', { timeoutMs: 1 })).toMatchObject({ kind: 'timeout' })
  })

  test('a caller that gave up gets its own reason back', async () => {
    const controller = new AbortController()
    controller.abort(new Error('left'))
    fetchDouble.mockRejectedValueOnce(new DOMException('', 'AbortError'))
    await expect(request('/x', { signal: controller.signal })).rejects.toThrow('left')
  })

  test('reads that are aborted are given up, and writes and later reads are not', async () => {
    const signals: (AbortSignal | null | undefined)[] = []
    fetchDouble.mockImplementation(
      (_path, init) =>
        new Promise((_resolve, reject) => {
          signals.push(init?.signal)
          init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
        }),
    )
    const reads = [failure('/x'), failure('/y', { signal: new AbortController().signal })]
    void failure('/z', { method: 'PUT' })
    abortReads()
    void failure('/x')
    for (const read of reads) expect(await read).toMatchObject({ kind: 'given-up' })
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, true, false, false])
  })

  test('a refusal carries the request id and the wait of the headers', async () => {
    answer('{"code":409,"msg":"wait a moment please"}', {
      status: 409,
      headers: { 'Content-Type': 'application/json', 'X-Request-Id': 'r-9', 'Retry-After': '2' },
    })
    expect(await failure()).toMatchObject({ kind: 'busy', requestId: 'r-9', retryAfter: 2 })
  })
})

describe('an expired session', () => {
  const noToken = '{"detail":"No token","code":401,"msg":"No token"}'

  test('calls the listeners, but not for a wrong token at sign-in, nor for a licence', async () => {
    const listener = vi.fn()
    const stop = onSessionExpired(listener)

    answer(noToken, { status: 401, headers: { 'Content-Type': 'application/json' } })
    await failure('/session', { method: 'POST', body: { token: 'x' } })
    answer('{"code":10400,"msg":"licence"}', { status: 401, headers: { 'Content-Type': 'application/json' } })
    await failure()
    expect(listener).not.toHaveBeenCalled()

    answer(noToken, { status: 401, headers: { 'Content-Type': 'application/json' } })
    await failure()
    expect(listener).toHaveBeenCalledOnce()
    stop()
  })
})

test('an answer that does not fit says which field', () => {
  const schema = z.object({ list: z.array(z.object({ container_port: z.int() })) })
  expect(() => parse(schema, { list: [{ container_port: 80 }, { container_port: 'x' }] })).toThrow(
    expect.objectContaining({ kind: 'unreadable', field: 'list[1].container_port' }),
  )
})
