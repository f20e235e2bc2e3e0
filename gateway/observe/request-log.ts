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
  /** How many proxies stand in front. */
  readonly hops: number
}

const requestIdShape = /^[\w-]{8,64}$/

/** Gives every request its id, and writes one line and one measurement when it has been answered. */
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

/** A proxy that is trusted may have named the request already. */
function requestIdOf(c: Context<GatewayEnv>, hops: number): string {
  const given = c.env.incoming.headers['x-request-id']
  return hops > 0 && typeof given === 'string' && requestIdShape.test(given) ? given : randomUUID()
}

/**
 * Gives the address of whoever asked. With `hops` proxies in front, which each append the address that they saw to
 * `X-Forwarded-For`, it is the one that the outermost of them saw; what stands before it anybody may have written.
 */
function clientAddress(incoming: IncomingMessage, hops: number): string {
  const direct = plain(incoming.socket.remoteAddress ?? '')
  if (hops === 0) return direct
  const forwarded = [incoming.headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
  const claimed = plain((forwarded.at(-hops) ?? '').trim())
  return isIP(claimed) === 0 ? direct : claimed
}

/** An IPv4 address that came over an IPv6 socket, as IPv4. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '')
