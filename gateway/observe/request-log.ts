import type { MiddlewareHandler } from 'hono'
import { clientAddress, type ProxyTrust } from '../http/client-address'
import { type GatewayEnv, requestIdOf } from '../http/request'
import { type Log, loggedPath } from './log'
import type { Metrics } from './metrics'

export interface RequestLogOptions {
  readonly log: Log
  readonly metrics: Metrics
  readonly trust: ProxyTrust
}

/** Assigns an id to every request, whatever id it came with, and writes one log line and one measurement after its answer. */
export function requestLog({ log, metrics, trust }: RequestLogOptions): MiddlewareHandler<GatewayEnv> {
  return async (c, next) => {
    const start = performance.now()
    c.set('requestId', requestIdOf(c.env.incoming))
    c.set('address', clientAddress(c.env.incoming, trust))
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
      ...c.get('refusedBecause'),
      ms: Math.round(tookMs * 10) / 10,
    })
  }
}
