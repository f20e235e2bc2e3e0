import type { Context } from 'hono'
import { generateCookie, setCookie } from 'hono/cookie'
import type { PublicAddress } from '../http/address'
import type { GatewayEnv } from '../http/request'
import type { SessionClaims } from './seal'
import type { Sessions } from './sessions'

export interface SessionCookie {
  /**
   * Returns the first open session of a header `Cookie`, whatever else has the cookie's name: at once if it was opened
   * before.
   */
  read(header: string | undefined): SessionClaims | undefined | Promise<SessionClaims | undefined>
  /** Returns every open session of the request. */
  readAll(c: Context<GatewayEnv>): Promise<readonly SessionClaims[]>
  write(c: Context<GatewayEnv>, claims: SessionClaims): Promise<void>
  /** Prolongs the session unless the page marked the request as one that no person made. */
  touch(c: Context<GatewayEnv>, claims: SessionClaims): Promise<void>
  clear(c: Context<GatewayEnv>): void
  /** The header `Set-Cookie` that clears it. */
  readonly cleared: string
}

type CookieAddress = Pick<PublicAddress, 'url' | 'basePath' | 'secure'>

/** How many cookies of one name are tried. A browser sends one; another website of the host may have set others. */
const triedCookies = 8

/** Creates the session's cookie for one public address. */
export function createSessionCookie(sessions: Sessions, address: CookieAddress): SessionCookie {
  const { name, path } = cookiePlace(address)
  const attributes = { path, httpOnly: true, sameSite: 'Strict', secure: address.secure } as const

  const cleared = generateCookie(name, '', { ...attributes, maxAge: 0 })

  async function* open(header: string | undefined) {
    for (const sealed of valuesOf(name, header ?? '')) {
      const claims = await sessions.open(sealed)
      if (claims !== undefined) yield claims
    }
  }

  async function first(header: string | undefined) {
    for await (const claims of open(header)) return claims
    return undefined
  }

  async function write(c: Context<GatewayEnv>, claims: SessionClaims) {
    const sealed = await sessions.seal(claims)
    setCookie(c, name, sealed, { ...attributes, maxAge: sessions.secondsLeft(claims) })
  }

  return {
    read(header) {
      const [sealed] = valuesOf(name, header ?? '')
      return (sealed === undefined ? undefined : sessions.opened(sealed)) ?? first(header)
    },
    async readAll(c) {
      const all: SessionClaims[] = []
      // Node's own headers, as everywhere: building a web-standard Request costs more than everything else.
      for await (const claims of open(c.env.incoming.headers.cookie)) all.push(claims)
      return all
    },
    write,
    async touch(c, claims) {
      if (c.env.incoming.headers['x-portdeck-background'] === '1') return
      const renewed = sessions.renew(claims)
      if (renewed !== undefined) await write(c, renewed)
    },
    clear: (c) => c.header('Set-Cookie', cleared, { append: true }),
    cleared,
  }
}

/**
 * Returns the cookie's name and path. Cookies know no ports, so the name holds the port and the path of the public
 * address: otherwise two instances on one host would sign each other's people out. On https the prefixes `__Host-` and,
 * below a path, `__Secure-` keep other hosts from setting it; on http browsers drop cookies with these names.
 */
export function cookiePlace({ url, basePath, secure }: CookieAddress): {
  readonly name: string
  readonly path: string
} {
  const prefix = secure ? (basePath === '' ? '__Host-' : '__Secure-') : ''
  const instance = [url.port, basePath.slice(1).replace(/[^\w.]/g, '~')].filter((part) => part !== '')
  return { name: [`${prefix}portdeck`, ...instance].join('-'), path: `${basePath}/` }
}

/** Returns the values that a header `Cookie` has for a name, which may be repeated. */
function valuesOf(name: string, header: string): string[] {
  const values: string[] = []
  for (const pair of header.split(';')) {
    const [found = '', value] = pair.trim().split('=', 2)
    if (found === name && value !== undefined && values.push(value) === triedCookies) break
  }
  return values
}
