import { cleanAnswer, isLicenceProblem, type CleanAnswer } from './answer'
import { Refusal } from './errors'
import { UpstreamFailure, type Upstream, type UpstreamRequest } from './upstream'

export interface ConsoleTimes {
  readonly readMs: number
  readonly writeMs: number
}

/**
 * Calls the console and gives its answer, cleaned. `gaveUp` aborts when nobody waits any more.
 * Throws a `Refusal`: `timeout`, `upstream`, or what `cleanAnswer` throws.
 */
export type ConsoleCall = (
  request: Omit<UpstreamRequest, 'signal'>,
  gaveUp?: AbortSignal,
) => Promise<CleanAnswer>

const failures = {
  unreachable: 'The console cannot be reached.',
  broken: 'The connection to the console broke before its whole answer was here.',
  'too-large': 'The console answered more than can be passed on.',
} as const

/** Bounds every call of `upstream` in time and gives its failures the gateway's own words. */
export function consoleCalls(upstream: Upstream, { readMs, writeMs }: ConsoleTimes): ConsoleCall {
  return async (request, gaveUp) => {
    const limitMs = request.method === 'GET' ? readMs : writeMs
    const aborter = new AbortController()
    const stop = () => aborter.abort()
    const timer = setTimeout(stop, limitMs)
    gaveUp?.addEventListener('abort', stop, { once: true })
    if (gaveUp?.aborted) stop()
    try {
      return cleanAnswer(await upstream({ ...request, signal: aborter.signal }))
    } catch (error) {
      if (aborter.signal.aborted) {
        throw new Refusal('timeout', { detail: `The console did not answer within ${limitMs / 1000} s.` })
      }
      if (!(error instanceof UpstreamFailure)) throw error
      throw new Refusal('upstream', { detail: failures[error.kind] }, { cause: error })
    } finally {
      clearTimeout(timer)
      gaveUp?.removeEventListener('abort', stop)
    }
  }
}

/**
 * Takes an answer and gives it back, save that a token which the console does not accept (any more) is a `Refusal` of
 * kind `unauthenticated`. A licence problem, a 401 too, is an answer like any other.
 */
export function acceptedToken(answer: CleanAnswer): CleanAnswer {
  if (answer.status === 401 && !isLicenceProblem(answer)) throw new Refusal('unauthenticated')
  return answer
}
