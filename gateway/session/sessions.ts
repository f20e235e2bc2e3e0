import { randomUUID } from 'node:crypto'
import type { User } from '../../src/api/contract/user'
import { BoundedMap } from '../limits/bounded-map'
import type { Seal, SessionClaims } from './seal'

const rememberedCookies = 2000

/** Replicas' clocks may differ by so much; a session from further in the future was not made by one of them. */
const clockToleranceMs = 60_000

export interface SessionTimes {
  /** Milliseconds from the sign-in to the end, used or not. */
  readonly absoluteMs: number
  /** Milliseconds without a person to the end. */
  readonly idleMs: number
}

export interface Sessions {
  begin(token: string, user: User): SessionClaims
  /** Opens a cookie's value. Gives undefined when it is not ours, has expired, or was signed out here. */
  open(sealed: string | undefined): Promise<SessionClaims | undefined>
  seal(claims: SessionClaims): Promise<string>
  /** The session as it is to be sealed anew since a person used it; undefined when that can wait. */
  renew(claims: SessionClaims): SessionClaims | undefined
  /** Signed out: from now on this process opens no cookie of the session, copies neither. */
  end(claims: SessionClaims): void
  /** Seconds until the cookie may go. */
  secondsLeft(claims: SessionClaims): number
}

/**
 * The lives of sessions. Nothing is kept that another replica would need; opened cookies and ended sessions are
 * remembered in bounded caches.
 * @param now milliseconds since 1970
 */
export function createSessions(
  seal: Seal,
  { absoluteMs, idleMs }: SessionTimes,
  now: () => number,
): Sessions {
  const opened = new BoundedMap<string, SessionClaims>(rememberedCookies)
  const ended = new BoundedMap<string, true>(rememberedCookies)
  // Not with every answer: the cookie would be sealed and sent again each time.
  const renewAfterMs = Math.min(60_000, idleMs / 4)

  function isAlive({ id, issuedAt, activeAt }: SessionClaims): boolean {
    const time = now()
    return (
      issuedAt <= time + clockToleranceMs &&
      time < issuedAt + absoluteMs &&
      time < activeAt + idleMs &&
      ended.get(id) === undefined
    )
  }

  return {
    begin: (token, user) => ({ id: randomUUID(), token, user, issuedAt: now(), activeAt: now() }),
    async open(sealed) {
      if (sealed === undefined) return undefined
      let claims = opened.get(sealed)
      if (claims === undefined) {
        claims = await seal.open(sealed)
        if (claims === undefined) return undefined
        opened.set(sealed, claims)
      }
      return isAlive(claims) ? claims : undefined
    },
    seal: (claims) => seal.seal(claims),
    renew(claims) {
      // An answer that was on its way while the person signed out must not sign them in again.
      if (ended.get(claims.id) !== undefined || now() - claims.activeAt <= renewAfterMs) return undefined
      return { ...claims, activeAt: now() }
    },
    end: ({ id }) => ended.set(id, true),
    secondsLeft: ({ issuedAt }) => Math.max(0, Math.ceil((issuedAt + absoluteMs - now()) / 1000)),
  }
}
