import { Refusal } from '../http/refusal'
import { BoundedMap } from './bounded-map'

export interface BudgetOptions {
  /** How many may be taken at once. */
  readonly burst: number
  /** Milliseconds in which an empty budget is whole again. */
  readonly refillMs: number
  /** How many keys are remembered; of the rest each has a whole budget. */
  readonly keys: number
  /** Milliseconds. */
  readonly now: () => number
}

/** For each key a bucket that holds `burst` and refills steadily. */
export interface Budget {
  /** Takes one. Throws a `Refusal` of kind `throttled`, with the seconds until there is one again. */
  take(key: string): void
  /** Puts back one that was taken. */
  giveBack(key: string): void
}

interface Bucket {
  level: number
  at: number
}

/** Limits what each key may do. They are kept in this process: with several replicas each has its own. */
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

/** Lets sign-ins be tried, and counts those with a wrong token, by address and in all. */
export interface SignInGuard {
  /**
   * Runs one try from an address. It counts from its start, so that tries side by side cannot slip through, and no
   * longer when it ends otherwise than by a wrong token. Throws a `Refusal` of kind `throttled`, or what `attempt` throws.
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

/** Of an IPv6 address the /64, of which one person has all. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const groups = head === '' ? [] : head.split(':')
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === '' ? 0 : tail.split(':').length)
  const full = [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...(tail ?? '').split(':')]
  return full.slice(0, 4).join(':')
}
