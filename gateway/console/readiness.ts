import type { ConsoleCall } from './console-calls'

const freshForMs = 5000
const answerWithinMs = 3000

export interface ReadinessOptions {
  readonly call: ConsoleCall
  /** Milliseconds. */
  readonly now: () => number
}

/** Returns a check of whether the console can be reached. It calls the console at most every five seconds. */
export function createReadiness({ call, now }: ReadinessOptions): () => Promise<boolean> {
  let askedAt = Number.NEGATIVE_INFINITY
  let answer: Promise<boolean> = Promise.resolve(false)

  async function ask(): Promise<boolean> {
    const request = {
      method: 'GET',
      path: '/openapi/v1/currentuser',
      requestId: 'readiness',
      person: null,
    } as const
    try {
      // Rainbond answers a call without a token with 401 and JSON, which proves that it is there.
      return (await call(request, AbortSignal.timeout(answerWithinMs))).status < 500
    } catch {
      return false
    }
  }

  return () => {
    if (now() - askedAt > freshForMs) {
      askedAt = now()
      answer = ask()
    }
    return answer
  }
}
