import { Refusal } from '../http/refusal'

export interface TurnsOptions {
  /** How many may run at once in total. */
  readonly inAll: number
  /** How many may run at once per key. */
  readonly perKey: number
  /** How many may wait in total. */
  readonly waiting: number
}

export interface Turns {
  /**
   * Waits for a turn and returns the function that ends it. Turns go in order of arrival, but a key at its own limit
   * does not hold up the others.
   * @throws Refusal `throttled` if too many are waiting, or the signal's reason once it aborts
   */
  take(key: string, signal: AbortSignal): Promise<() => void>
  readonly running: () => number
  readonly waiting: () => number
}

interface Waiter {
  readonly key: string
  readonly start: () => void
}

/** Limits how many calls run at once, so that one person or a slow console cannot use up all of them. */
export function createTurns(options: TurnsOptions): Turns {
  const runningByKey = new Map<string, number>()
  const queue: Waiter[] = []
  let running = 0

  const runningOf = (key: string) => runningByKey.get(key) ?? 0
  const mayStart = (key: string) => running < options.inAll && runningOf(key) < options.perKey

  function start(key: string): () => void {
    running += 1
    runningByKey.set(key, runningOf(key) + 1)
    let ended = false
    return () => {
      if (ended) return
      ended = true
      running -= 1
      if (runningOf(key) === 1) runningByKey.delete(key)
      else runningByKey.set(key, runningOf(key) - 1)
      const next = queue.findIndex((waiter) => mayStart(waiter.key))
      if (next !== -1) queue.splice(next, 1)[0]?.start()
    }
  }

  return {
    take(key, signal) {
      if (mayStart(key)) return Promise.resolve(start(key))
      if (queue.length >= options.waiting) {
        return Promise.reject(new Refusal('throttled', { status: 503, retryAfter: 1 }))
      }
      return new Promise((resolve, reject) => {
        const giveUp = () => {
          queue.splice(queue.indexOf(waiter), 1)
          reject(signal.reason instanceof Error ? signal.reason : new Error('given up'))
        }
        const waiter: Waiter = {
          key,
          start: () => {
            signal.removeEventListener('abort', giveUp)
            resolve(start(key))
          },
        }
        queue.push(waiter)
        signal.addEventListener('abort', giveUp, { once: true })
      })
    },
    running: () => running,
    waiting: () => queue.length,
  }
}
