import { createTurns } from './turns'

/** Bytes from which handling an answer holds up everybody else noticeably. */
const largeFrom = 256 * 1024
/** How much longer the process is left to others than one large answer kept it busy. */
const pause = 3

/** Waits until an answer of `bytes` may be handled. */
export type LargeAnswers = (bytes: number, person: string, signal: AbortSignal) => Promise<void>

/**
 * Lets large answers be handled one at a time, in rotation between people and with pauses, because parsing and projecting
 * one keeps the process from answering anybody else.
 */
export function createLargeAnswers(): LargeAnswers {
  const turns = createTurns({
    inAll: 1,
    perPerson: () => 1,
    waiting: 1000,
    waitingPerPerson: 100,
    waitMs: 30_000,
  })
  return async (bytes, person, signal) => {
    if (bytes < largeFrom) return
    const turn = await turns.take({ person }, signal)
    const start = performance.now()
    // Runs once the answer that got the turn has been handled.
    setImmediate(() => setTimeout(() => turn.end(), pause * (performance.now() - start)))
  }
}
