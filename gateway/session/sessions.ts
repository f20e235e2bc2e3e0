import { randomUUID } from 'node:crypto'
import type { User } from '../../src/api/contract/session'
import { BoundedMap } from '../limits/bounded-map'
import { createEndedSessions } from './ended-sessions'
import type { Seal, SessionClaims } from './seal'

const rememberedCookies = 2000

/** How far the clocks of replicas may differ. No replica issued a session from further in the future. */
const clockToleranceMs = 60_000

/** How much of a person's names a session keeps, in characters: browsers drop cookies of more than 4096 bytes. */
const nameLimit = 64

export interface SessionTimes {
  /** Milliseconds from the sign-in to the end, however active the person is. */
  readonly absoluteMs: number
  /** Milliseconds without activity until the end. */
  readonly idleMs: number
}

export interface SessionsOptions extends SessionTimes {
  /** True where strangers share one user, as in the demo. */
  readonly isShared?: boolean
}

export interface Sessions {
  /** Starts a session, which keeps only the beginning of long names. */
  begin(token: string, user: User): SessionClaims
  /** Opens a cookie's value. Resolves with undefined if it is not ours, has expired, or was signed out here. */
  open(sealed: string | undefined): Promise<SessionClaims | undefined>
  /** Returns what `open` would resolve with for a cookie that was opened before; undefined for any other. */
  opened(sealed: string): SessionClaims | undefined
  seal(claims: SessionClaims): Promise<string>
  /** Returns the session to seal again after a person's activity; undefined while that can wait. */
  renew(claims: SessionClaims): SessionClaims | undefined
  /** Ends a session: this process no longer opens any cookie of it, copies included. */
  end(claims: SessionClaims): void
  /** Returns the lifetime of the cookie in seconds. */
  secondsLeft(claims: SessionClaims): number
}

/**
 * Manages the lifetimes of sessions. It keeps nothing that other replicas need: opened cookies in a bounded cache, and what
 * was signed out here until it would have expired.
 * @param now milliseconds since 1970
 */
export function createSessions(
  seal: Seal,
  { absoluteMs, idleMs, isShared = false }: SessionsOptions,
  now: () => number,
): Sessions {
  const opened = new BoundedMap<string, SessionClaims>(rememberedCookies)
  const ended = createEndedSessions({ expireMs: absoluteMs + clockToleranceMs, now, isShared })
  // Renewing after every answer would seal and send the cookie each time.
  const renewAfterMs = Math.min(60_000, idleMs / 4)

  function isAlive(claims: SessionClaims): boolean {
    const { issuedAt, activeAt } = claims
    const time = now()
    return (
      issuedAt <= time + clockToleranceMs &&
      time < issuedAt + absoluteMs &&
      time < activeAt + idleMs &&
      !ended.has(claims)
    )
  }

  return {
    begin: (token, user) => ({
      id: randomUUID(),
      token,
      user: withShortNames(user),
      issuedAt: now(),
      activeAt: now(),
    }),
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
    opened(sealed) {
      const claims = opened.get(sealed)
      return claims !== undefined && isAlive(claims) ? claims : undefined
    },
    seal: (claims) => seal.seal(claims),
    renew(claims) {
      // The answer to a request that ran while the person signed out must not sign them in again.
      if (ended.has(claims) || now() - claims.activeAt <= renewAfterMs) return undefined
      return { ...claims, activeAt: now() }
    },
    end: (claims) => ended.add(claims),
    secondsLeft: ({ issuedAt }) => Math.max(0, Math.ceil((issuedAt + absoluteMs - now()) / 1000)),
  }
}

function withShortNames({ user_id, nick_name, real_name, enterprise_id }: User): User {
  const short = (name: string) => Array.from(name).slice(0, nameLimit).join('')
  return {
    user_id,
    nick_name: short(nick_name),
    real_name: real_name && short(real_name),
    enterprise_id: enterprise_id && short(enterprise_id),
  }
}
