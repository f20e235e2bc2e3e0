import type { MiddlewareHandler } from 'hono'
import { clientAddress, type ProxyTrust } from '../http/client-address'
import type { RefusalFacts } from '../http/refusal'
import { type GatewayEnv, requestIdOf } from '../http/request'
import { type Log, loggedPath } from './log'
import type { Metrics } from './metrics'

export interface RequestLogOptions {
  readonly log: Log
  readonly metrics: Metrics
  readonly trust: ProxyTrust
}

/** What is known of a request once it is answered. */
export interface AnsweredRequest {
  readonly requestId: string
  readonly address: string
  readonly user: string | undefined
  readonly route: string | undefined
  readonly method: string
  readonly target: string
  readonly status: number
  /** The kind of the refusal, and what it adds, if the gateway refused. */
  readonly refused: string | undefined
  readonly refusedBecause: RefusalFacts['logged']
  readonly tookMs: number
}

/** Writes one log line and one measurement of an answered request. */
export function recordRequest(
  { log, metrics }: Pick<RequestLogOptions, 'log' | 'metrics'>,
  request: AnsweredRequest,
): void {
  const { requestId, address, user, method, status, refused, tookMs } = request
  metrics.request(request.route ?? 'other', method, status, tookMs / 1000)
  log(status >= 500 ? 'warn' : 'info', 'request', {
    requestId,
    address,
    user,
    method,
    path: loggedPath(request.target),
    status,
    refused,
    ...request.refusedBecause,
    ms: Math.round(tookMs * 10) / 10,
  })
}

/** Assigns an id to every request, whatever id it came with, and records it after its answer. */
export function requestLog({ trust, ...parts }: RequestLogOptions): MiddlewareHandler<GatewayEnv> {
  return async (c, next) => {
    const start = performance.now()
    c.set('requestId', requestIdOf(c.env.incoming))
    c.set('address', clientAddress(c.env.incoming, trust))
    c.header('X-Request-Id', c.get('requestId'))
    await next()
    recordRequest(parts, {
      requestId: c.get('requestId'),
      address: c.get('address'),
      user: c.get('user'),
      route: c.get('route'),
      method: c.req.method,
      target: c.env.incoming.url ?? '',
      status: c.res.status,
      refused: c.get('refused'),
      refusedBecause: c.get('refusedBecause'),
      tookMs: performance.now() - start,
    })
  }
}
