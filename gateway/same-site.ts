import type { MiddlewareHandler } from 'hono'
import type { PublicAddress } from './address'
import { Refusal } from './errors'
import type { GatewayEnv } from './gateway-env'

const changesNothing = new Set(['GET', 'HEAD'])

/**
 * Refuses what another site's page makes a browser send. What changes something must bring our own `Origin`, which no
 * page of another site can forge; everything must come from the same origin where the browser says where from
 * (Fetch-Metadata), save for what a person types into the address bar (`none`).
 */
export function sameSiteOnly(address: PublicAddress): MiddlewareHandler<GatewayEnv> {
  return async (c, next) => {
    const { headers, method } = c.env.incoming
    const site = headers['sec-fetch-site']
    const reads = changesNothing.has(method ?? '')
    const fromHere = site === undefined || site === 'same-origin' || (reads && site === 'none')
    if (!fromHere || (!reads && !address.acceptsOrigin(headers.origin, headers.host))) {
      throw new Refusal('forbidden', { reason: 'cross-site' })
    }
    await next()
  }
}

/** Refuses a `Host` that is not ours: a foreign name that was rebound to this address (DNS rebinding). */
export function ownHostOnly(address: PublicAddress): MiddlewareHandler<GatewayEnv> {
  return async (c, next) => {
    if (!address.acceptsHost(c.env.incoming.headers.host)) {
      throw new Refusal('forbidden', {
        reason: 'cross-site',
        status: 421,
        detail: 'This host name is not the one of PUBLIC_URL.',
      })
    }
    await next()
  }
}
