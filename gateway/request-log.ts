import { randomUUID } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { clientAddress } from './client-address'
import type { GatewayEnv } from './gateway-env'
import { loggedPath, type Log } from './log'
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
