import { Refusal } from '../http/refusal'
import { BoundedMap } from './bounded-map'
import { createTurns } from './turns'

/** Bytes from which handling an answer holds up everybody else noticeably. */
const largeFrom = 256 * 1024
/** How much longer the process is left to others than one large answer kept it busy. */
const pause = 3
/** The part of the process's time that the large answers of one person may take, beyond `burstMs`. */
const shareOfOne = 1 / 250
const burstMs = 200
const rememberedPeople = 20_000

export interface LargeAnswersOptions {
  /** Milliseconds. */
  readonly now: () => number
  /** Measures how long an answer kept the process busy, in milliseconds. */
  readonly clock?: () => number
}

/**
 * Bounds the time for which large answers keep the process from answering anybody else: one at a time, in rotation between
 * people and with pauses, and no person more than a small part of all time.
 */
export interface LargeAnswers {
  /**
   * Tells of an answer that is being read, of which so many bytes are known.
   * @throws Refusal `throttled` if it is large and the person has used up their share
   */
  readonly admit: (bytes: number, person: string) => void
  /** Waits until an answer of so many bytes may be parsed. */
  readonly handle: (bytes: number, person: string, signal: AbortSignal) => Promise<void>
}

export function createLargeAnswers({
  now,
  clock = () => performance.now(),
}: LargeAnswersOptions): LargeAnswers {
  const turns = createTurns({
    inAll: 1,
    perPerson: () => 1,
    waiting: 1000,
    waitingPerPerson: 100,
    waitMs: 30_000,
  })
  /** The milliseconds that each person has left, below zero after a long answer. */
  const shares = new BoundedMap<string, { readonly left: number; readonly at: number }>(rememberedPeople)

  function leftOf(person: string): number {
    const share = shares.get(person)
    return share === undefined ? burstMs : Math.min(burstMs, share.left + (now() - share.at) * shareOfOne)
  }

  function admit(bytes: number, person: string) {
    if (bytes < largeFrom) return
    const left = leftOf(person)
    if (left > 0) return
    throw new Refusal('throttled', {
      status: 503,
      retryAfter: Math.max(1, Math.ceil(-left / shareOfOne / 1000)),
      detail: 'Too many large answers.',
    })
  }

  return {
    admit,
    async handle(bytes, person, signal) {
      if (bytes < largeFrom) return
      const turn = await turns.take({ person }, signal)
      const start = clock()
      // Runs once the answer that got the turn has been handled.
      setImmediate(() => {
        const tookMs = clock() - start
        shares.set(person, { left: leftOf(person) - tookMs, at: now() })
        setTimeout(() => turn.end(), pause * tookMs)
      })
    },
  }
}
