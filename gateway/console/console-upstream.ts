import type { Readable } from 'node:stream'
import { Agent, type Dispatcher, EnvHttpProxyAgent, errors } from 'undici'
import { isLoopback } from '../http/address'
import { Refusal } from '../http/refusal'
import { type Upstream, UpstreamFailure, upstreamHeaders, type UpstreamRequest } from './upstream'

const connectTimeoutMs = 5000

/** How long a connection may be idle before the gateway closes it, which must be before the console does. */
const keepAliveMs = 2000

export interface ConsoleUpstream {
  readonly call: Upstream
  /** Closes the connections once their calls have ended. */
  readonly close: () => Promise<void>
  /** Closes the connections at once. */
  readonly cut: () => void
}

/**
 * Calls the console through the proxy in `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`; a console on this machine is called
 * directly. Reads share kept connections.
 *
 * Every write gets a new connection: the console may close a kept one just as the write arrives, and then nobody can
 * tell whether it was carried out.
 * @param address may have a path, which goes before `/openapi`
 */
export function consoleUpstream(address: URL, { connections }: { connections: number }): ConsoleUpstream {
  const options = {
    connections,
    keepAliveTimeout: keepAliveMs,
    keepAliveMaxTimeout: keepAliveMs,
    // The signal of each call limits its time.
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
          body: await readText(body, request.received),
        }
      } catch (cause) {
        request.signal.throwIfAborted()
        if (cause instanceof Refusal || cause instanceof UpstreamFailure) throw cause
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

/** Reads an answer, part by part, until `received` throws. */
function readText(body: Readable, received: UpstreamRequest['received']): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    body.on('data', (part: Buffer) => {
      try {
        received?.(part.byteLength)
        parts.push(part)
      } catch (error) {
        parts.length = 0
        body.destroy(error instanceof Error ? error : undefined)
      }
    })
    body.on('error', reject)
    // Drops a byte order mark, which no JSON parser accepts.
    body.on('end', () => resolve(new TextDecoder().decode(Buffer.concat(parts))))
  })
}

/** Ignores the error of a dispatcher that `cut` has ended already. */
async function closeUnlessCut(dispatcher: Dispatcher): Promise<void> {
  try {
    await dispatcher.close()
  } catch (cause) {
    if (!(cause instanceof errors.ClientDestroyedError)) throw cause
  }
}

const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

function failureKind(cause: unknown): UpstreamFailure['kind'] {
  if (cause instanceof errors.ConnectTimeoutError) return 'unreachable'
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return neverConnected.has(code) ? 'unreachable' : 'broken'
}
