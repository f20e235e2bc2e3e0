import { randomUUID } from 'node:crypto'
import type { User } from '../../src/api/contract/session'
import { BoundedMap } from '../limits/bounded-map'
import type { Seal, SessionClaims } from './seal'

const rememberedCookies = 2000

/** How far the clocks of replicas may differ. No replica issued a session from further in the future. */
const clockToleranceMs = 60_000

export interface SessionTimes {
  /** Milliseconds from the sign-in to the end, however active the person is. */
  readonly absoluteMs: number
  /** Milliseconds without activity until the end. */
  readonly idleMs: number
}

export interface Sessions {
  begin(token: string, user: User): SessionClaims
  /** Opens a cookie's value. Resolves with undefined if it is not ours, has expired, or was signed out here. */
  open(sealed: string | undefined): Promise<SessionClaims | undefined>
  seal(claims: SessionClaims): Promise<string>
  /** Returns the session to seal again after a person's activity; undefined while that can wait. */
  renew(claims: SessionClaims): SessionClaims | undefined
  /** Signs out: this process no longer opens any cookie of the session, copies included. */
  end(claims: SessionClaims): void
  /** Returns the lifetime of the cookie in seconds. */
  secondsLeft(claims: SessionClaims): number
}

/**
 * Manages the lifetimes of sessions. It keeps nothing that other replicas need, and remembers opened cookies and ended
 * sessions in bounded caches.
 * @param now milliseconds since 1970
 */
export function createSessions(
  seal: Seal,
  { absoluteMs, idleMs }: SessionTimes,
  now: () => number,
): Sessions {
  const opened = new BoundedMap<string, SessionClaims>(rememberedCookies)
  const ended = new BoundedMap<string, true>(rememberedCookies)
  // Renewing after every answer would seal and send the cookie each time.
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
      // The answer to a request that ran while the person signed out must not sign them in again.
      if (ended.get(claims.id) !== undefined || now() - claims.activeAt <= renewAfterMs) return undefined
      return { ...claims, activeAt: now() }
    },
    end: ({ id }) => ended.set(id, true),
    secondsLeft: ({ issuedAt }) => Math.max(0, Math.ceil((issuedAt + absoluteMs - now()) / 1000)),
  }
}
