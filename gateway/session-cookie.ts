import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { GatewayEnv } from './gateway-env'
import type { SessionClaims } from './session-seal'
import type { Sessions } from './session'

/** The session cookie of a request and its answer. */
export interface SessionCookie {
  read(c: Context<GatewayEnv>): Promise<SessionClaims | undefined>
  write(c: Context<GatewayEnv>, claims: SessionClaims): Promise<void>
  /** Prolongs the session when a person asked; the page marks what it asks by itself. */
  touch(c: Context<GatewayEnv>, claims: SessionClaims): Promise<void>
  clear(c: Context<GatewayEnv>): void
}

/** On https the cookie is `__Host-` and Secure; on plain http browsers drop such cookies, so it has a plain name. */
export function createSessionCookie(
  sessions: Sessions,
  { secure }: { readonly secure: boolean },
): SessionCookie {
  const name = secure ? '__Host-portdeck' : 'portdeck'
  const attributes = { path: '/', httpOnly: true, sameSite: 'Strict', secure } as const

  async function write(c: Context<GatewayEnv>, claims: SessionClaims) {
    const sealed = await sessions.seal(claims)
    setCookie(c, name, sealed, { ...attributes, maxAge: sessions.secondsLeft(claims) })
  }

  return {
    read: (c) => sessions.open(getCookie(c, name)),
    write,
    async touch(c, claims) {
      if (c.req.header('X-Portdeck-Background') === '1') return
      const renewed = sessions.renew(claims)
      if (renewed !== undefined) await write(c, renewed)
    },
    clear: (c) => void deleteCookie(c, name, attributes),
  }
}
