import type { MiddlewareHandler } from 'hono'
import type { PublicAddress } from './address'
import { Refusal } from './refusal'
import type { GatewayEnv } from './request'

// Encoded dots, slashes, backslashes, percent signs and control characters, which one reader decodes and another does
// not.
const encodedTrick = /%(2e|2f|5c|25|00|0[1-9a-f]|1[0-9a-f]|7f)/i
const dotSegment = /\/\.{1,2}(\/|$)/

/** Whether the path of a request target means the same to everybody who reads it. */
function isPlainTarget(target: string): boolean {
  const [path = ''] = target.split('?')
  return (
    path.startsWith('/') &&
    !path.includes('//') &&
    !path.includes('\\') &&
    !path.includes('#') &&
    !dotSegment.test(path) &&
    !encodedTrick.test(path)
  )
}

/** Refuses absolute addresses, `..` and its disguises before anything else looks at the path. */
export const plainTargetOnly: MiddlewareHandler<GatewayEnv> = async (c, next) => {
  if (!isPlainTarget(c.env.incoming.url ?? '')) throw new Refusal('not-found')
  await next()
}

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

/** Refuses what comes over a connection that was open already when the stop began; another try meets another process. */
export function refuseWhenStopping(isStopping: () => boolean): MiddlewareHandler<GatewayEnv> {
  return async (_, next) => {
    if (isStopping())
      throw new Refusal('throttled', { status: 503, retryAfter: 1, detail: 'Portdeck is restarting.' })
    await next()
  }
}
