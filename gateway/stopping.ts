import type { MiddlewareHandler } from 'hono'
import { Refusal } from './errors'
import type { GatewayEnv } from './gateway-env'

/** Refuses what comes over a connection that was open already when the stop began; another try meets another process. */
export function refuseWhenStopping(isStopping: () => boolean): MiddlewareHandler<GatewayEnv> {
  return async (_, next) => {
    if (isStopping())
      throw new Refusal('throttled', { status: 503, retryAfter: 1, detail: 'Portdeck is restarting.' })
    await next()
  }
}
