import { isIP } from 'node:net'

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/i

/** Returns the host name of a header `Host`, without its port and brackets. */
const nameIn = (header: string) => header.replace(/:\d*$/, '').replace(/^\[(.*)\]$/, '$1')

/**
 * Tells whether a request is for this emulator and from no website: its `Host` is a loopback name or an address on which
 * the emulator listens, and its `Origin`, if any, is the same. No other name is accepted, since a website could point its
 * own name here and then use the control routes.
 * @param listening the address to listen on; every IP address is accepted if that is all of them
 */
export function isOwnRequest(
  listening: string,
  { host, origin }: { readonly host?: string | undefined; readonly origin?: string | undefined },
): boolean {
  if (host === undefined) return false
  const name = nameIn(host)
  const isAll = listening === '0.0.0.0' || listening === '::'
  const isOwn = loopback.test(name) || (isIP(name) !== 0 && (isAll || name === listening))
  return isOwn && (origin === undefined || origin === `http://${host.toLowerCase()}`)
}
