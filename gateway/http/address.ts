import { isIP } from 'node:net'

/** Whether a host name as in a URL (IPv6 in brackets or not) can only mean this machine. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' || hostname === '[::1]' || hostname === '::1' || /^127(\.\d+){3}$/.test(hostname)
  )
}

/** Whether listening on it means listening on every address of the machine. */
export function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || host === '::'
}

/** Under which address browsers may speak to this gateway. */
export interface PublicAddress {
  readonly url: URL
  /** https: the cookie is `__Host-` and Secure. */
  readonly secure: boolean
  /** Takes the header `Host`. A name that is not ours is a rebound DNS name; a port may be a proxy's. */
  acceptsHost(host: string | undefined): boolean
  /** Takes the headers `Origin` and `Host` of a request that changes something. */
  acceptsOrigin(origin: string | undefined, host: string | undefined): boolean
}

/** `http://HOST:PORT`, with brackets around an IPv6 address. */
export function httpAddress(host: string, port: number): URL {
  return new URL(`http://${host.includes(':') ? `[${host}]` : host}:${port}`)
}

const hostnameOf = (host: string) => host.replace(/:\d*$/, '').toLowerCase()

const isIpLiteral = (hostname: string) => isIP(hostname.replace(/^\[(.*)\]$/, '$1')) !== 0

/**
 * Takes `PUBLIC_URL` where it is set, and where the gateway listens (with the real port).
 *
 * Loopback names are always a good `Host`: a browser that sends one speaks to its own machine, and no DNS name can be
 * rebound to them. They are a good origin for each other where the public address is one of them. Where the gateway
 * listens on all addresses and was not told its own, any IP address will do, since only names can be rebound.
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

  return { url, secure: url.protocol === 'https:', acceptsHost, acceptsOrigin }
}
