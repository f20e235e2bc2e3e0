import * as z from 'zod/mini'
import { createEmitter } from '../../lib/emitter'
import { basePath } from '../../lib/navigation/base-path'
import { ApiError } from '../errors/errors'
import { toApiError } from '../errors/refusal'
import { paths } from '../paths'
import { isBackground } from './activity'
import { dropPageAnswers, pageAnswer } from './page-answers'

const readTimeoutMs = 20_000
const writeTimeoutMs = 40_000

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Sent as JSON. */
  body?: unknown
  signal?: AbortSignal | undefined
  /** Until the whole response has arrived. Default: 20 s for a read, 40 s for a write. */
  timeoutMs?: number
}

/** What is read of a response. Not every runtime's is the browser's own `Response`. */
export type Answer = Pick<Response, 'ok' | 'status' | 'text'> & {
  readonly type?: Response['type']
  readonly headers: Pick<Headers, 'get'>
}

/** Sends one request of the app; `path` is without the base path. Rejects where there is no response. */
export type Transport = (path: string, init: RequestInit) => Promise<Answer>

let transport: Transport = (path, init) => {
  const send = () => fetch(basePath + path, init)
  const early = init.method === 'GET' ? pageAnswer(path, init.signal) : null
  return early === null ? send() : early.then((answer) => answer ?? send())
}

/** Sends all further requests by `other` instead of over the network. */
export function setTransport(other: Transport): void {
  transport = other
}

const sessionExpired = createEmitter()

let reads = new AbortController()

/**
 * Ends all running reads as given up, so that no late answer brings a session back. Writes end by themselves: they can't
 * be taken back, and only their answers say what came of them.
 */
export function abortReads(): void {
  dropPageAnswers()
  reads.abort(new ApiError({ kind: 'given-up' }))
  reads = new AbortController()
}

/** Calls its listener when the session turns out to have ended. */
export const onSessionExpired = sessionExpired.subscribe

/**
 * Sends a request to the page's own origin; nothing else in the app does. Returns the parsed body of a success, or
 * undefined where it is empty. Throws an `ApiError` for anything else, and the signal's own reason when it was aborted.
 */
export async function request(path: string, options: RequestOptions = {}): Promise<unknown> {
  const { method = 'GET', body } = options
  const signal = AbortSignal.any([options.signal ?? [], method === 'GET' ? reads.signal : []].flat())
  const timeout = AbortSignal.timeout(
    options.timeoutMs ?? (method === 'GET' ? readTimeoutMs : writeTimeoutMs),
  )
  // The gateway refuses changes without our own header.
  const headers = new Headers({ Accept: 'application/json', 'X-Portdeck': '1' })
  // The language in which the gateway says why the console cannot be used. Tests have no document.
  if (typeof document !== 'undefined') headers.set('Accept-Language', document.documentElement.lang)
  if (body !== undefined) headers.set('Content-Type', 'application/json')
  if (isBackground()) headers.set('X-Portdeck-Background', '1')

  let response: Answer | undefined
  let text: string
  try {
    response = await transport(path, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.any([signal, timeout]),
      // A console that redirects (to a login page) has no data there.
      redirect: 'manual',
      cache: 'no-store',
    })
    text = await response.text()
  } catch (cause) {
    if (signal.aborted) throw signal.reason
    if (timeout.aborted) throw new ApiError({ kind: 'timeout' }, { cause })
    // With a response, the connection broke in the middle of its body.
    const facts = response && { status: response.status, reason: 'cut-off' as const }
    throw new ApiError({ kind: response ? 'upstream' : 'offline', ...facts }, { cause })
  }
  return read(path, response, text)
}

function read(path: string, response: Answer, text: string): unknown {
  const { status, headers } = response
  const requestId = headers.get('X-Request-Id') ?? undefined
  const isJson = headers.get('Content-Type')?.includes('json') ?? false
  const body = isJson ? readJson(text) : undefined

  if (!response.ok) {
    const retryAfter = Number(headers.get('Retry-After') ?? Number.NaN)
    const error = toApiError({
      status: response.type === 'opaqueredirect' ? 502 : status,
      body,
      requestId,
      retryAfter: Number.isFinite(retryAfter) ? retryAfter : undefined,
    })
    if (error.kind === 'unauthenticated' && path !== paths.session()) sessionExpired.emit()
    throw error
  }
  if (text === '') return undefined
  if (!isJson) throw new ApiError({ kind: 'upstream', reason: 'not-json', status, requestId })
  if (body === undefined) throw new ApiError({ kind: 'unreadable', status, requestId })
  return body
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Throws an `ApiError` of kind `unreadable` that names the first field that does not match. */
export function parse<S extends z.core.$ZodType>(schema: S, body: unknown): z.output<S> {
  const result = z.safeParse(schema, body)
  if (result.success) return result.data
  throw new ApiError({ kind: 'unreadable', field: fieldName(result.error.issues[0]?.path ?? []) })
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, part) => {
    if (typeof part === 'number') return `${name}[${part}]`
    return name === '' ? String(part) : `${name}.${String(part)}`
  }, '')
}
