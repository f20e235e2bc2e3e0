import { isIP } from 'node:net'

/** Tells whether a host name from a URL (IPv6 with or without brackets) always means this machine. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' || hostname === '[::1]' || hostname === '::1' || /^127(\.\d+){3}$/.test(hostname)
  )
}

/** Tells whether listening on a host means listening on every address of the machine. */
export function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || host === '::'
}

/** The address at which browsers reach this gateway. */
export interface PublicAddress {
  readonly url: URL
  /** The path below which everything is served, without a slash at the end: `/portdeck`, or empty for the root. */
  readonly basePath: string
  /** True for https: the cookie is then Secure. */
  readonly secure: boolean
  /** Checks the header `Host`. Any other name is a rebound DNS name; any port is accepted, since a proxy may set it. */
  acceptsHost(host: string | undefined): boolean
  /** Checks the headers `Origin` and `Host` of a request that changes something. */
  acceptsOrigin(origin: string | undefined, host: string | undefined): boolean
}

/** Returns `http://HOST:PORT`, with brackets around an IPv6 address. */
export function httpAddress(host: string, port: number): URL {
  return new URL(`http://${host.includes(':') ? `[${host}]` : host}:${port}`)
}

const hostnameOf = (host: string) => host.replace(/:\d*$/, '').toLowerCase()

/** Tells whether a host name from a URL is an IP address; IPv6 with or without brackets. */
export const isIpLiteral = (hostname: string) => isIP(hostname.replace(/^\[(.*)\]$/, '$1')) !== 0

/**
 * Derives the public address from `PUBLIC_URL`, if set, and from where the gateway listens.
 *
 * Loopback names are always accepted as `Host`: a browser that sends one talks to its own machine, and no DNS name can
 * be rebound to them. They are accepted as each other's origin when the public address is one of them. When the gateway
 * listens on all addresses without a `PUBLIC_URL`, any IP address is accepted, since only names can be rebound.
 * @param listening the host and the actual port
 */
export function publicAddress(
  publicUrl: URL | undefined,
  listening: { readonly host: string; readonly port: number },
): PublicAddress {
  const anyAddress = publicUrl === undefined && isWildcard(listening.host)
  const url = publicUrl ?? httpAddress(anyAddress ? '127.0.0.1' : listening.host, listening.port)

  function acceptsHost(host: string | undefined): boolean {
    if (host === undefined) return false
    const hostname = hostnameOf(host)
    return hostname === url.hostname || isLoopback(hostname) || (anyAddress && isIpLiteral(hostname))
  }

  function acceptsOrigin(origin: string | undefined, host: string | undefined): boolean {
    if (origin === undefined || !URL.canParse(origin)) return false
    const from = new URL(origin)
    if (from.origin !== origin) return false
    if (from.origin === url.origin) return true
    if (from.protocol !== url.protocol) return false
    if (anyAddress) return from.host === host?.toLowerCase() && acceptsHost(host)
    return isLoopback(url.hostname) && isLoopback(from.hostname) && from.port === url.port
  }

  const basePath = url.pathname.replace(/\/$/, '')
  return { url, basePath, secure: url.protocol === 'https:', acceptsHost, acceptsOrigin }
}
