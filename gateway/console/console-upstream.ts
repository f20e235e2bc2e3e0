import type { Readable } from 'node:stream'
import { Agent, type Dispatcher, errors, ProxyAgent } from 'undici'
import { Refusal } from '../http/refusal'
import { decoded } from './decoded'
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
  const createDispatcher = (pipelining: 0 | 1): Dispatcher =>
    proxy === undefined
      ? new Agent({ ...options, pipelining, connect: createConnector({ timeout: connectTimeoutMs }) })
      : new ProxyAgent({ ...options, pipelining, connect: { timeout: connectTimeoutMs }, uri: proxy.href })
  const kept = createDispatcher(1)
  const fresh = createDispatcher(0)
  const prefix = address.pathname.replace(/\/+$/, '')

  async function send(request: UpstreamRequest): Promise<Dispatcher.ResponseData> {
    const options = {
      origin: address.origin,
      path: prefix + request.path,
      method: request.method,
      headers: upstreamHeaders(request),
      body: request.body ?? null,
      signal: request.signal,
    }
    if (request.method !== 'GET') return fresh.request(options)
    try {
      return await kept.request(options)
    } catch (error) {
      if (request.signal.aborted || !isClosedWhileKept(error)) throw error
      return fresh.request(options)
    }
  }

  return {
    async call(request) {
      try {
        const { statusCode, headers, body } = await send(request)
        const { location, 'retry-after': retryAfter } = headers
        const answer = {
          status: statusCode,
          contentType: String(headers['content-type'] ?? ''),
          body: await readText(
            decoded(body, String(headers['content-encoding'] ?? '')),
            Number(headers['content-length'] ?? 0),
            request.received,
          ),
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

/**
 * Reads an answer, part by part, until `received` throws.
 * @param announced how many bytes the console will send, all counted before the first; 0 if it does not say
 */
function readText(body: Readable, announced: number, received: UpstreamRequest['received']): Promise<string> {
  let counted = 0
  const count = (bytes: number) => {
    if (bytes <= counted) return
    received?.(bytes - counted)
    counted = bytes
  }
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let size = 0
    const read = (part?: Buffer) => {
      try {
        size += part?.byteLength ?? 0
        count(part === undefined ? announced : size)
        if (part !== undefined) parts.push(part)
      } catch (error) {
        parts.length = 0
        body.destroy(error instanceof Error ? error : undefined)
      }
    }
    body.on('error', reject)
    read()
    body.on('data', read)
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
