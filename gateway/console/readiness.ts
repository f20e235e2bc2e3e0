import { Refusal } from '../http/refusal'
import type { ConsoleCall } from './console-calls'

const freshForMs = 5000
const answerWithinMs = 3000

export interface ReadinessOptions {
  readonly call: ConsoleCall
  /** Called when what the check finds has changed; `why` has the fields for the log. */
  readonly onChange: (reachable: boolean, why: Readonly<Record<string, unknown>>) => void
  /** Milliseconds. */
  readonly now: () => number
}

/**
 * Returns a check of whether the console can be reached. It calls the console at most every five seconds, and not before
 * the time that a busy console asked to wait.
 */
export function createReadiness({ call, onChange, now }: ReadinessOptions): () => Promise<boolean> {
  let askAgainAt = Number.NEGATIVE_INFINITY
  let answer: Promise<boolean> = Promise.resolve(false)
  let noted = ''

  async function ask(): Promise<boolean> {
    const request = {
      method: 'GET',
      path: '/openapi/v1/currentuser',
      requestId: 'readiness',
      person: null,
    } as const
    try {
      // Rainbond answers a call without a token with 401 and JSON, which proves that it is there.
      const { status } = await call(request, AbortSignal.timeout(answerWithinMs))
      note(status < 500, { consoleStatus: status < 500 ? undefined : status })
      return status < 500
    } catch (error) {
      const { logged, retryAfter = 0 } = error instanceof Refusal ? error.facts : {}
      askAgainAt = Math.max(askAgainAt, now() + retryAfter * 1000)
      note(false, logged ?? { trouble: error instanceof Refusal ? error.kind : 'crash' })
      return false
    }
  }

  function note(reachable: boolean, why: Readonly<Record<string, unknown>>): void {
    const found = JSON.stringify([reachable, why])
    if (found !== noted && !(noted === '' && reachable)) onChange(reachable, why)
    noted = found
  }

  return () => {
    if (now() > askAgainAt) {
      askAgainAt = now() + freshForMs
      answer = ask()
    }
    return answer
  }
}
