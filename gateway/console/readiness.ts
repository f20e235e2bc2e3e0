import type { ConsoleCall } from './console-calls'

const freshForMs = 5000
const answerWithinMs = 3000

export interface ReadinessOptions {
  readonly call: ConsoleCall
  /** Milliseconds. */
  readonly now: () => number
}

/** Whether the console can be reached; asked at most every five seconds, however often this is. */
export function createReadiness({ call, now }: ReadinessOptions): () => Promise<boolean> {
  let askedAt = Number.NEGATIVE_INFINITY
  let answer: Promise<boolean> = Promise.resolve(false)

  async function ask(): Promise<boolean> {
    const request = { method: 'GET', path: '/openapi/v1/currentuser', requestId: 'readiness' } as const
    try {
      // Without a token it refuses with 401, as JSON: it is there, and it is Rainbond.
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
