import { Refusal } from '../http/refusal'
import { BoundedMap } from './bounded-map'

export interface BudgetOptions {
  /** How many units a full budget holds. */
  readonly burst: number
  /** Milliseconds until an empty budget is full again. */
  readonly refillMs: number
  /** How many keys are remembered; any other has a full budget. */
  readonly keys: number
  /** Milliseconds. */
  readonly now: () => number
}

/** A token bucket per key: it holds `burst` units and refills steadily. */
export interface Budget {
  /**
   * Spends one unit.
   * @throws Refusal `throttled`, with the seconds until the next unit
   */
  take(key: string): void
  /** Returns one spent unit to the budget. */
  giveBack(key: string): void
}

interface Bucket {
  level: number
  at: number
}

/** Creates a budget in this process's memory: each replica has its own. */
export function createBudget({ burst, refillMs, keys, now }: BudgetOptions): Budget {
  const buckets = new BoundedMap<string, Bucket>(keys)
  const perMs = burst / refillMs

  function bucketOf(key: string): Bucket {
    const time = now()
    const bucket = buckets.get(key) ?? { level: burst, at: time }
    bucket.level = Math.min(burst, bucket.level + Math.max(0, time - bucket.at) * perMs)
    bucket.at = time
    buckets.set(key, bucket)
    return bucket
  }

  return {
    take(key) {
      const bucket = bucketOf(key)
      if (bucket.level < 1) {
        throw new Refusal('throttled', { retryAfter: Math.ceil((1 - bucket.level) / perMs / 1000) })
      }
      bucket.level -= 1
    },
    giveBack(key) {
      const bucket = bucketOf(key)
      bucket.level = Math.min(burst, bucket.level + 1)
    },
  }
}

/** Limits sign-ins with a wrong token, by address and in total. */
export interface SignInGuard {
  /**
   * Runs one attempt. It is counted from its start, so that parallel attempts count too, and uncounted unless it fails
   * with a wrong token.
   * @throws Refusal `throttled`, or whatever `attempt` throws
   */
  try<Result>(address: string, attempt: () => Promise<Result>): Promise<Result>
}

const everybody = 'all'

export function createSignInGuard(perAddress: Budget, inAll: Budget): SignInGuard {
  return {
    async try(address, attempt) {
      const key = networkOf(address)
      perAddress.take(key)
      try {
        inAll.take(everybody)
      } catch (error) {
        perAddress.giveBack(key)
        throw error
      }
      let wrong = false
      try {
        return await attempt()
      } catch (error) {
        wrong = error instanceof Refusal && error.kind === 'unauthenticated'
        throw error
      } finally {
        if (!wrong) {
          perAddress.giveBack(key)
          inAll.giveBack(everybody)
        }
      }
    },
  }
}

/** Returns the /64 of an IPv6 address, since one person may own all of it; an IPv4 address as it is. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const groups = head === '' ? [] : head.split(':')
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === '' ? 0 : tail.split(':').length)
  const full = [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...(tail ?? '').split(':')]
  return full.slice(0, 4).join(':')
}
