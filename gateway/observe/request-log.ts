import type { Context, MiddlewareHandler } from 'hono'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import type { GatewayEnv } from '../http/request'
import { type Log, loggedPath } from './log'
import type { Metrics } from './metrics'

export interface RequestLogOptions {
  readonly log: Log
  readonly metrics: Metrics
  /** How many proxies are in front. */
  readonly hops: number
}

const requestIdShape = /^[\w-]{8,64}$/

/** Assigns an id to every request, and writes one log line and one measurement after its answer. */
export function requestLog({ log, metrics, hops }: RequestLogOptions): MiddlewareHandler<GatewayEnv> {
  return async (c, next) => {
    const start = performance.now()
    c.set('requestId', requestIdOf(c, hops))
    c.set('address', clientAddress(c.env.incoming, hops))
    c.header('X-Request-Id', c.get('requestId'))
    await next()
    const tookMs = performance.now() - start
    const { status } = c.res
    metrics.request(c.get('route') ?? 'other', c.req.method, status, tookMs / 1000)
    log(status >= 500 ? 'warn' : 'info', 'request', {
      requestId: c.get('requestId'),
      address: c.get('address'),
      user: c.get('user'),
      method: c.req.method,
      path: loggedPath(c.env.incoming.url ?? ''),
      status,
      refused: c.get('refused'),
      ms: Math.round(tookMs * 10) / 10,
    })
  }
}

/** Keeps the id that a trusted proxy assigned, or makes one. */
function requestIdOf(c: Context<GatewayEnv>, hops: number): string {
  const given = c.env.incoming.headers['x-request-id']
  return hops > 0 && typeof given === 'string' && requestIdShape.test(given) ? given : randomUUID()
}

/**
 * Returns the client's address. Each of the `hops` proxies in front appends the address it saw to `X-Forwarded-For`; the
 * client's is the one the outermost proxy saw. Anybody can write the entries before it.
 */
function clientAddress(incoming: IncomingMessage, hops: number): string {
  const direct = plain(incoming.socket.remoteAddress ?? '')
  if (hops === 0) return direct
  const forwarded = [incoming.headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
  const claimed = plain((forwarded.at(-hops) ?? '').trim())
  return isIP(claimed) === 0 ? direct : claimed
}

/** Returns an IPv4 address from an IPv6 socket in its IPv4 form. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '')
