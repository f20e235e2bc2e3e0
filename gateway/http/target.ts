// No relative imports here: vite.config.ts imports this file without a bundler.
import type { IncomingHttpHeaders } from 'node:http'

/**
 * Tells whether a person navigates with a browser, so that the answer must be a page and never JSON.
 * Browsers older than Fetch Metadata are recognized by their `Accept` header.
 */
export function isNavigation(method: string | undefined, headers: IncomingHttpHeaders): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  const mode = headers['sec-fetch-mode']
  return mode === undefined ? (headers.accept ?? '').includes('text/html') : mode === 'navigate'
}

/**
 * Returns a navigation's target in a form that a `Request` accepts: backslashes are encoded, as browsers do. Other
 * clients send them as people paste them.
 */
export const holdableTarget = (target: string): string => target.replaceAll('\\', '%5C')

// Encoded dots, slashes, backslashes, percent signs and control characters, which some servers decode and others do not.
const encodedTrick = /%(2e|2f|5c|25|00|0[1-9a-f]|1[0-9a-f]|7f)/i
const dotSegment = /\/\.{1,2}(\/|$)/

/** Tells whether every server reads the path of a request target the same way. */
export function isPlainTarget(target: string): boolean {
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
