import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a person goes somewhere with a browser: whatever the address is, the answer is to be a page, and never JSON.
 * Browsers older than Fetch-Metadata only say which types they take.
 */
export function isNavigation(method: string | undefined, headers: IncomingHttpHeaders): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  const mode = headers['sec-fetch-mode']
  return mode === undefined ? (headers.accept ?? '').includes('text/html') : mode === 'navigate'
}

/**
 * Returns the target of a navigation so that a `Request` can hold it: a bare backslash, which browsers never send but
 * people paste into other things, is written as browsers write it.
 */
export const holdableTarget = (target: string): string => target.replaceAll('\\', '%5C')
