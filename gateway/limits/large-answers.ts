import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from '../http/refusal'
import type { StopSignal } from '../http/stop'
import { BoundedMap } from './bounded-map'
import { createTurns } from './turns'

/** Bytes from which handling an answer holds up everybody else noticeably. */
const largeFrom = 256 * 1024
/** Milliseconds after which work on an answer pauses. */
const sliceMs = 4
/** How much longer the process is left to others than work on a large answer kept it busy. */
const pauseShare = 3
/** The part of the process's time that the large answers of one person may take, beyond `burstMs`. */
const shareOfOne = 1 / 250
const burstMs = 200
const rememberedPeople = 20_000

/** Lets others have the process if the caller has kept it for long. */
export type Pause = () => Promise<void>

/** Lets nobody have the process, for work that is short or must not be given up. */
export const neverPause: Pause = () => Promise.resolve()

export interface LargeAnswersOptions {
  /** Milliseconds. */
  readonly now: () => number
  /** Measures how long an answer kept the process busy, in milliseconds. */
  readonly clock?: () => number
  /** Resolves after some milliseconds. */
  readonly delay?: (ms: number) => Promise<void>
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
  /**
   * Waits until an answer of so many bytes may be parsed. The caller parses it at once, and calls the returned function
   * between pieces of that work; it throws the signal's reason once nobody waits for the answer any more.
   */
  readonly handle: (bytes: number, person: string, signal: StopSignal) => Promise<Pause>
}

export function createLargeAnswers({
  now,
  clock = () => performance.now(),
  delay = (ms) => sleep(ms),
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
      if (bytes < largeFrom) return neverPause
      const turn = await turns.take({ person }, signal)
      let start = 0
      let end: NodeJS.Immediate

      function work() {
        start = clock()
        // Runs once the answer has been handled, unless that pauses before.
        end = setImmediate(() => void delay(pauseShare * countSlice()).then(() => turn.end()))
      }

      function countSlice(): number {
        const tookMs = clock() - start
        shares.set(person, { left: leftOf(person) - tookMs, at: now() })
        return tookMs
      }

      work()
      return async () => {
        if (clock() - start < sliceMs) return
        clearImmediate(end)
        await delay(pauseShare * countSlice())
        work()
        signal.throwIfAborted()
      }
    },
  }
}
