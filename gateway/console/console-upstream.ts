import { Agent, type Dispatcher, EnvHttpProxyAgent, errors } from 'undici'
import { isLoopback } from '../http/address'
import { type Upstream, UpstreamFailure, upstreamHeaders } from './upstream'

/** The largest answer that is taken, in bytes: some hundred thousand ports. */
const largestAnswer = 32 * 1024 * 1024
const connectTimeoutMs = 5000

/** The longest that a connection lies idle before it is closed here, which must be before the console closes it. */
const keepAliveMs = 2000

export interface ConsoleUpstream {
  readonly call: Upstream
  /** Ends the connections, those in use after their calls. */
  readonly close: () => Promise<void>
  /** Ends them now. */
  readonly cut: () => void
}

/**
 * Calls the console at `address` (a path in it goes before `/openapi`), with connections kept for reads, through the
 * proxy that `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` name; a console on this machine is called directly.
 *
 * Every write takes a connection of its own: on a kept one the console may hang up just as the write arrives, and
 * nobody could tell whether it was carried out.
 */
export function consoleUpstream(address: URL, { connections }: { connections: number }): ConsoleUpstream {
  const options = {
    connections,
    maxResponseSize: largestAnswer,
    keepAliveTimeout: keepAliveMs,
    keepAliveMaxTimeout: keepAliveMs,
    // The call's own signal says how long it may take.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: connectTimeoutMs },
  }
  const createDispatcher = (pipelining: 0 | 1): Dispatcher =>
    isLoopback(address.hostname)
      ? new Agent({ ...options, pipelining })
      : new EnvHttpProxyAgent({ ...options, pipelining })
  const reads = createDispatcher(1)
  const writes = createDispatcher(0)
  const prefix = address.pathname.replace(/\/+$/, '')

  return {
    async call(request) {
      try {
        const { statusCode, headers, body } = await (request.method === 'GET' ? reads : writes).request({
          origin: address.origin,
          path: prefix + request.path,
          method: request.method,
          headers: upstreamHeaders(request),
          body: request.body ?? null,
          signal: request.signal,
        })
        return {
          status: statusCode,
          contentType: String(headers['content-type'] ?? ''),
          body: await body.text(),
        }
      } catch (cause) {
        request.signal.throwIfAborted()
        throw new UpstreamFailure(failureKind(cause), { cause })
      }
    },
    async close() {
      await Promise.all([reads, writes].map(closeUnlessCut))
    },
    cut() {
      for (const dispatcher of [reads, writes]) dispatcher.destroy(new Error('stopped'), () => undefined)
    },
  }
}

/** What was cut has ended already. */
async function closeUnlessCut(dispatcher: Dispatcher): Promise<void> {
  try {
    await dispatcher.close()
  } catch (cause) {
    if (!(cause instanceof errors.ClientDestroyedError)) throw cause
  }
}

const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

function failureKind(cause: unknown): UpstreamFailure['kind'] {
  if (cause instanceof errors.ResponseExceededMaxSizeError) return 'too-large'
  if (cause instanceof errors.ConnectTimeoutError) return 'unreachable'
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return neverConnected.has(code) ? 'unreachable' : 'broken'
}
