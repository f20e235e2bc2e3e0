import type { MiddlewareHandler } from 'hono'
import type { PublicAddress } from './address'
import { inertStyleSource } from './inert-style'
import type { GatewayEnv } from './request'

/** The policy of every answer but pages: nothing in it may run or be framed. */
const inertPolicy = `default-src 'none'; style-src ${inertStyleSource}; frame-ancestors 'none'`

/**
 * Returns the policy of the page. `style` attributes in markup are refused; React sets styles through the CSSOM, which
 * is allowed.
 * @param nonce unique to this answer; the page's own `<style>` elements carry it
 * @param scriptSources hashes of the scripts in the page itself
 */
export function pagePolicy(nonce: string, scriptSources: readonly string[] = []): string {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scriptSources].join(' '),
    "style-src 'self'",
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // The page's own policies, which accept text without elements only (src/lib/dom/trusted-types.ts), and the addresses of
    // the workers of the build (src/lib/dom/worker-script.ts).
    'trusted-types default worker',
  ].join('; ')
}

const always = {
  'Content-Security-Policy': inertPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), clipboard-read=(), clipboard-write=(self), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  // Files and pages override it.
  'Cache-Control': 'no-store',
}

/** Returns the security headers of every answer. */
export const headersOfAll = ({ secure }: Pick<PublicAddress, 'secure'>): Record<string, string> => ({
  ...always,
  ...(secure && { 'Strict-Transport-Security': 'max-age=31536000' }),
})

/** Adds the security headers to every answer. */
export function securityHeaders(address: PublicAddress): MiddlewareHandler<GatewayEnv> {
  const headers = Object.entries(headersOfAll(address))
  return async (c, next) => {
    for (const [name, value] of headers) c.header(name, value)
    await next()
  }
}
