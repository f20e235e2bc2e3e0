import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { parse } from 'hono/utils/cookie'
import type { GatewayEnv } from '../http/request'
import type { SessionClaims } from './seal'
import type { Sessions } from './sessions'

export interface SessionCookie {
  read(c: Context<GatewayEnv>): Promise<SessionClaims | undefined>
  write(c: Context<GatewayEnv>, claims: SessionClaims): Promise<void>
  /** Prolongs the session unless the page marked the request as one that no person made. */
  touch(c: Context<GatewayEnv>, claims: SessionClaims): Promise<void>
  clear(c: Context<GatewayEnv>): void
}

/** Uses a `__Host-`, Secure cookie on https. On plain http browsers drop such cookies, so it has a plain name there. */
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
    // Node's own headers, as everywhere in a read: building a web-standard Request costs more than everything else.
    read: (c) => sessions.open(parse(c.env.incoming.headers.cookie ?? '', name)[name]),
    write,
    async touch(c, claims) {
      if (c.env.incoming.headers['x-portdeck-background'] === '1') return
      const renewed = sessions.renew(claims)
      if (renewed !== undefined) await write(c, renewed)
    },
    clear: (c) => void deleteCookie(c, name, attributes),
  }
}
