// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const path = '/openapi/v1/teams?page=1&page_size=100'

beforeEach(() => {
  vi.resetModules()
  document.head.innerHTML = ''
  document.body.innerHTML = ''
  document.documentElement.lang = 'en'
  vi.spyOn(performance, 'now').mockReturnValue(1000)
  setReadyState('loading')
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

function setReadyState(state: DocumentReadyState) {
  Object.defineProperty(document, 'readyState', { configurable: true, value: state })
}

function promise(...paths: string[]) {
  const meta = document.createElement('meta')
  meta.name = 'answers'
  meta.content = paths.join(' ')
  meta.dataset['language'] = 'en'
  document.head.append(meta)
}

/** Writes a block as the parser does: what follows it comes last. */
function write(text: string, { status = '200', isWhole = true } = {}) {
  const block = document.createElement('script')
  block.type = 'application/json'
  Object.assign(block.dataset, { answer: path, status, headers: '{"Content-Type":"application/json"}' })
  block.textContent = text
  document.body.append(block)
  if (isWhole) document.body.append(document.createComment(''))
}

async function load() {
  const sent = vi.fn(() => Promise.resolve(Response.json({ from: 'network' })))
  vi.stubGlobal('fetch', sent)
  const { abortReads, request } = await import('./client')
  return { sent, abortReads, request }
}

test('an answer in the page is taken once', async () => {
  promise(path)
  write('{"from":"page"}')
  const { sent, request } = await load()
  expect(await request(path)).toEqual({ from: 'page' })
  expect(sent).not.toHaveBeenCalled()
  expect(document.querySelector('script')).toBeNull()
  expect(await request(path)).toEqual({ from: 'network' })
})

test('an answer that is promised is waited for until all of it is there', async () => {
  promise(path)
  const { sent, request } = await load()
  const answer = request(path)
  write('{"from":"pa', { isWhole: false })
  await Promise.resolve()
  const block = document.querySelector('script')
  block?.append('ge"}')
  document.body.append(document.createComment(''))
  expect(await answer).toEqual({ from: 'page' })
  expect(sent).not.toHaveBeenCalled()
})

test('what nobody promised, and any write, is sent at once', async () => {
  promise('/session')
  const { sent, request } = await load()
  void request(path)
  void request('/session', { method: 'DELETE' })
  expect(sent).toHaveBeenCalledTimes(2)
})

test('an answer that has not come when the page ends is asked for', async () => {
  promise(path)
  const { sent, request } = await load()
  const answer = request(path)
  expect(sent).not.toHaveBeenCalled()
  setReadyState('interactive')
  document.dispatchEvent(new Event('DOMContentLoaded'))
  expect(await answer).toEqual({ from: 'network' })
})

test('a refusal in the page is the same error as a response', async () => {
  const body = '{"error":{"kind":"forbidden","requestId":"r1","reason":"not-a-member"}}'
  promise(path)
  write(body, { status: '403' })
  const { sent, request } = await load()
  const early = await request(path).catch((error: unknown) => error)
  sent.mockResolvedValueOnce(
    new Response(body, { status: 403, headers: { 'Content-Type': 'application/json' } }),
  )
  const late = await request(path).catch((error: unknown) => error)
  expect(early).toMatchObject({ kind: 'forbidden', status: 403 })
  expect(early).toEqual(late)
})

test('a refusal in a language that the person did not choose is asked for again', async () => {
  promise(path)
  write('{"error":{"kind":"upstream","requestId":"r1","detail":"English"}}', { status: '502' })
  document.documentElement.lang = 'zh-CN'
  const { request } = await load()
  expect(await request(path)).toEqual({ from: 'network' })
})

test('an answer of a page that came long ago is not taken', async () => {
  promise(path)
  write('{"from":"page"}')
  const { request } = await load()
  vi.spyOn(performance, 'now').mockReturnValue(11_000)
  expect(await request(path)).toEqual({ from: 'network' })
})

test('after signing out nothing of the page is left for the next person', async () => {
  promise(path)
  write('{"from":"page"}')
  const { abortReads, request } = await load()
  abortReads()
  expect(document.querySelector('script, meta')).toBeNull()
  expect(await request(path)).toEqual({ from: 'network' })
})

test('a read that is given up while its answer is on the way ends with the reason of its caller', async () => {
  promise(path)
  const { request } = await load()
  const caller = new AbortController()
  const answer = request(path, { signal: caller.signal })
  caller.abort(new Error('left'))
  await expect(answer).rejects.toThrow('left')
})
