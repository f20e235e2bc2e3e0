import type { MiddlewareHandler } from 'hono'
import type { IncomingMessage } from 'node:http'
import type { PublicAddress } from './address'
import { Refusal } from './refusal'
import type { GatewayEnv } from './request'
import { isNavigation, isPlainTarget } from './target'

/**
 * Checks a request before anything else reads it.
 * @throws Refusal
 */
export type Guard = (incoming: IncomingMessage) => void

/** Returns a guard as a middleware. */
export const guarded =
  (guard: Guard): MiddlewareHandler<GatewayEnv> =>
  (c, next) => {
    guard(c.env.incoming)
    return next()
  }

/** Refuses absolute addresses, `..` and its encodings before anything else reads the path. */
export const plainTargetOnly: Guard = ({ url = '' }) => {
  if (!isPlainTarget(url)) throw new Refusal('not-found')
}

/** The most header lines of a request; more are refused rather than dropped, since the last may be a proxy's own. */
const mostHeaders = 100

export const fewHeadersOnly: Guard = ({ rawHeaders }) => {
  if (rawHeaders.length > 2 * mostHeaders) {
    throw new Refusal('invalid', { status: 431, detail: `The request has more than ${mostHeaders} headers.` })
  }
}

/** Refuses every expectation but `100-continue`, which Node meets itself. */
export const noExpectation: Guard = ({ headers: { expect } }) => {
  if (expect !== undefined && expect.toLowerCase() !== '100-continue') {
    throw new Refusal('invalid', { status: 417, detail: 'This expectation cannot be met.' })
  }
}

const changesNothing = new Set(['GET', 'HEAD'])

/**
 * Refuses cross-site requests. Writes must carry our own `Origin`, which no other site can forge, and the page's own header
 * `X-Portdeck`, which no other site can add without a preflight, which is refused. When the browser sends Fetch Metadata,
 * every request must be same-origin, except for reads from the address bar (`none`).
 */
export function sameSiteOnly(address: PublicAddress): Guard {
  return ({ headers, method }) => {
    const site = headers['sec-fetch-site']
    const reads = changesNothing.has(method ?? '')
    const fromHere = site === undefined || site === 'same-origin' || (reads && site === 'none')
    const byPage = headers['x-portdeck'] === '1' && address.acceptsOrigin(headers.origin, headers.host)
    if (!fromHere || (!reads && !byPage)) {
      throw new Refusal('forbidden', { reason: 'cross-site' })
    }
  }
}

/** Refuses any other `Host`, against DNS rebinding. */
export function ownHostOnly(address: PublicAddress): Guard {
  return ({ headers: { host } }) => {
    if (host === undefined) throw new Refusal('invalid', { detail: 'The request has no Host header.' })
    if (!address.acceptsHost(host)) {
      throw new Refusal('forbidden', {
        reason: 'cross-site',
        status: 421,
        detail: 'This host name differs from the one in PUBLIC_URL.',
      })
    }
  }
}

/**
 * Refuses everything outside of the base path, which belongs to other apps of the same host. A navigation to the base path
 * without its slash is redirected. Proxies and browsers resolve `..` in the same way as `c.req.path` does.
 */
export function belowBasePathOnly({ basePath }: PublicAddress): MiddlewareHandler<GatewayEnv> {
  const isBelow = (path: string) => path.startsWith(`${basePath}/`)
  return async (c, next) => {
    const { method, headers, url = '' } = c.env.incoming
    if (basePath === '' || (isBelow(url) && isBelow(c.req.path))) return next()
    if (isNavigation(method, headers) && url.split('?')[0] === basePath) {
      return c.redirect(`${basePath}/${url.slice(basePath.length)}`, 308)
    }
    throw new Refusal('not-found', { detail: `Portdeck is at ${basePath}/.` })
  }
}

/** Refuses requests on kept connections once the process is stopping. A retry reaches another replica. */
export function refuseWhenStopping(isStopping: () => boolean): Guard {
  return () => {
    if (isStopping())
      throw new Refusal('throttled', { status: 503, retryAfter: 1, detail: 'Portdeck is restarting.' })
  }
}
