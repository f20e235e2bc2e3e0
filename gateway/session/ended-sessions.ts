import type { SessionClaims } from './seal'

/** The sessions that ended before they expired. */
export interface EndedSessions {
  add(claims: SessionClaims): void
  has(claims: SessionClaims): boolean
}

export interface EndedSessionsOptions {
  /** Milliseconds from the sign-in of a session until nothing opens it any more. */
  readonly expireMs: number
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** How many sessions of one person are remembered one by one. */
  readonly perPerson?: number
  /** True where strangers share one user, as in the demo: the end of one session then never ends another. */
  readonly isShared?: boolean
}

/** How many sessions of a shared user are remembered. A forgotten one opens with a token that everybody knows. */
const mostShared = 20_000

interface Person {
  /** When each ended session began, by its id. */
  readonly began: Map<string, number>
  /** Every session that began until then has ended. */
  notBefore: number
  lastAt: number
}

/**
 * Remembers ended sessions until they would have expired. A person with more than `perPerson` of them loses every session
 * that is as old as the oldest: no number of sign-outs opens one again, nor touches anybody else's, and memory grows with
 * the number of people only.
 */
export function createEndedSessions({
  expireMs,
  now,
  perPerson = 20,
  isShared = false,
}: EndedSessionsOptions): EndedSessions {
  // In the order of each person's last sign-out.
  const people = new Map<string, Person>()
  const keyOf = ({ id, user }: SessionClaims) => (isShared ? id : String(user.user_id))

  function dropExpired() {
    for (const [key, { lastAt }] of people) {
      if (now() - lastAt < expireMs && !(isShared && people.size > mostShared)) return
      people.delete(key)
    }
  }

  return {
    add(claims) {
      dropExpired()
      const { id, issuedAt } = claims
      const key = keyOf(claims)
      const person = people.get(key) ?? {
        began: new Map<string, number>(),
        notBefore: Number.NEGATIVE_INFINITY,
        lastAt: 0,
      }
      people.delete(key)
      people.set(key, person)
      person.lastAt = now()
      if (issuedAt <= person.notBefore) return
      person.began.set(id, issuedAt)
      if (person.began.size <= perPerson) return
      person.notBefore = Math.min(...person.began.values())
      for (const [ended, at] of person.began) if (at <= person.notBefore) person.began.delete(ended)
    },
    has(claims) {
      const { id, issuedAt } = claims
      const person = people.get(keyOf(claims))
      return person !== undefined && (issuedAt <= person.notBefore || person.began.has(id))
    },
  }
}
