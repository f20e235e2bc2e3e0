import { Agent, type Dispatcher, errors, Pool, ProxyAgent } from 'undici'
import { Refusal } from '../http/refusal'
import { exchange, type RawAnswer } from './exchange'
import { answerTrouble } from './trouble/answer-trouble'
import { codeOf, connectionTrouble } from './trouble/connection-trouble'
import { createConnector, isLateTlsError } from './trouble/connector'
import { type Upstream, UpstreamFailure, upstreamHeaders, type UpstreamRequest } from './upstream'

const connectTimeoutMs = 5000

/** How long a connection may be idle before the gateway closes it: well before the console's server does (gunicorn: 2 s). */
export const keepAliveMs = 1000

export interface ConsoleUpstream {
  readonly call: Upstream
  /** Closes the connections once their calls have ended. */
  readonly close: () => Promise<void>
  /** Closes the connections at once. */
  readonly cut: () => void
}

export interface ConsoleUpstreamOptions {
  readonly connections: number
  /** The address of the proxy on the way; undefined for none. */
  readonly proxy?: URL | undefined
}

/**
 * Calls the console. Reads share kept connections; one that breaks on a kept connection before its answer is sent once
 * more, on a new one.
 *
 * Every write gets a new connection and is never sent again: the console may close a kept one just as the write arrives,
 * and then nobody can tell whether it was carried out.
 * @param address may have a path, which goes before `/openapi`
 */
export function consoleUpstream(
  address: URL,
  { connections, proxy }: ConsoleUpstreamOptions,
): ConsoleUpstream {
  const options = {
    connections,
    keepAliveTimeout: keepAliveMs,
    keepAliveMaxTimeout: keepAliveMs,
    // Subtracted from the time that the console announces.
    keepAliveTimeoutThreshold: 1000,
    // The signal of each call limits its time.
    headersTimeout: 0,
    bodyTimeout: 0,
  }
  const dispatcherOptions = (pipelining: 0 | 1) => ({
    ...options,
    pipelining,
    connect: createConnector({ timeout: connectTimeoutMs }),
  })
  const throughProxy = (uri: string, pipelining: 0 | 1): Dispatcher =>
    new ProxyAgent({ ...options, pipelining, connect: { timeout: connectTimeoutMs }, uri })
  const kept =
    proxy === undefined ? new Pool(address.origin, dispatcherOptions(1)) : throughProxy(proxy.href, 1)
  const fresh = proxy === undefined ? new Agent(dispatcherOptions(0)) : throughProxy(proxy.href, 0)
  const prefix = address.pathname.replace(/\/+$/, '')

  async function send(request: UpstreamRequest): Promise<RawAnswer> {
    const options = {
      origin: address.origin,
      path: prefix + request.path,
      method: request.method,
      headers: upstreamHeaders(request),
      body: request.body ?? null,
    }
    if (request.method !== 'GET') return exchange(fresh, options, request)
    const progress = { begun: false }
    const { signal, received } = request
    const begun = () => void (progress.begun = true)
    try {
      return await exchange(kept, options, { signal, begun, ...(received && { received }) })
    } catch (error) {
      if (progress.begun || signal.aborted || !isClosedWhileKept(error)) throw error
      return exchange(fresh, options, request)
    }
  }

  return {
    async call(request) {
      try {
        const { status, headers, body } = await send(request)
        const { location, 'retry-after': retryAfter } = headers
        const answer = {
          status,
          contentType: headers['content-type'] ?? '',
          body,
          ...(typeof location === 'string' && { location }),
          ...(typeof retryAfter === 'string' && { retryAfter }),
        }
        const trouble = answerTrouble(answer, address.origin, Date.now())
        if (trouble !== undefined) throw new UpstreamFailure('broken', { trouble })
        return answer
      } catch (cause) {
        request.signal.throwIfAborted()
        if (cause instanceof Refusal || cause instanceof UpstreamFailure) throw cause
        throw failureOf(cause, address.hostname)
      }
    },
    async close() {
      await Promise.all([kept, fresh].map(closeUnlessCut))
    },
    cut() {
      for (const dispatcher of [kept, fresh]) dispatcher.destroy(new Error('stopped'), () => undefined)
    },
  }
}

/** Ignores the error of a dispatcher that `cut` has ended already. */
async function closeUnlessCut(dispatcher: Dispatcher): Promise<void> {
  try {
    await dispatcher.close()
  } catch (cause) {
    if (!(cause instanceof errors.ClientDestroyedError)) throw cause
  }
}

/**
 * Tells whether the connection may have been closed by the console just before it got the request. For a reset the error
 * doesn't say whether the connection was a kept one.
 */
function isClosedWhileKept(error: unknown): boolean {
  if (error instanceof errors.SocketError) return (error.socket?.bytesRead ?? 0) > 0
  return ['ECONNRESET', 'EPIPE'].includes(codeOf(error))
}

/** @param host the console's */
function failureOf(cause: unknown, host: string): UpstreamFailure {
  const trouble = isLateTlsError(cause) ? undefined : connectionTrouble(cause, host)
  if (trouble === undefined) return new UpstreamFailure('broken', { cause })
  return new UpstreamFailure(trouble.cause === 'not-http' ? 'broken' : 'unreachable', { cause, trouble })
}
