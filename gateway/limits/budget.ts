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
  /**
   * Spends nothing.
   * @throws Refusal as `take` does
   */
  check(key: string): void
  /** Spends one unit of what is left, if any. */
  spend(key: string): void
  /** Returns the units left. */
  left(key: string): number
  /** Tells whether everything that was spent is restored. */
  isFull(key: string): boolean
}

interface Bucket {
  readonly level: number
  readonly at: number
}

/** Creates a budget in this process's memory: each replica has its own. */
export function createBudget({ burst, refillMs, keys, now }: BudgetOptions): Budget {
  const buckets = new BoundedMap<string, Bucket>(keys)
  const perMs = burst / refillMs

  function left(key: string): number {
    const bucket = buckets.get(key)
    if (bucket === undefined) return burst
    return Math.min(burst, bucket.level + Math.max(0, now() - bucket.at) * perMs)
  }

  function check(key: string) {
    const level = left(key)
    if (level < 1) throw new Refusal('throttled', { retryAfter: Math.ceil((1 - level) / perMs / 1000) })
  }

  function spend(key: string) {
    buckets.set(key, { level: Math.max(0, left(key) - 1), at: now() })
  }

  return {
    take(key) {
      check(key)
      spend(key)
    },
    check,
    spend,
    left,
    isFull: (key) => left(key) === burst,
  }
}
