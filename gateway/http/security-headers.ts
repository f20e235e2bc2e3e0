import type { MiddlewareHandler } from 'hono'
import type { PublicAddress } from './address'
import type { GatewayEnv } from './request'

/** The policy of everything that is no page: nothing in it may run or be framed. */
const inertPolicy = "default-src 'none'; frame-ancestors 'none'"

/**
 * The policy of the page. Takes the nonce of this answer, which the page's own `<style>` elements carry. Attributes
 * `style` in markup are refused; React sets styles by the CSSOM, which is allowed.
 */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
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
  // Files and pages say otherwise for themselves.
  'Cache-Control': 'no-store',
}

/** Puts the headers on every answer that keep it harmless in a browser. */
export function securityHeaders(address: PublicAddress): MiddlewareHandler<GatewayEnv> {
  const headers = Object.entries({
    ...always,
    ...(address.secure && { 'Strict-Transport-Security': 'max-age=31536000' }),
  })
  return async (c, next) => {
    for (const [name, value] of headers) c.header(name, value)
    await next()
  }
}
