import { Refusal, type RefusalFacts } from '../http/refusal'
import type { Turns } from '../limits/turns'
import { cleanAnswer, type CleanAnswer, isLicenceProblem } from './answer'
import {
  type Method,
  type Upstream,
  UpstreamFailure,
  type UpstreamFailureKind,
  type UpstreamRequest,
} from './upstream'

export interface ConsoleCallsOptions {
  /** Milliseconds that a read, and a write, may take, with the wait for their turn. */
  readonly readMs: number
  readonly writeMs: number
  /** By token: each person has a share of them. */
  readonly turns: Turns
  /** Told of every call: `outcome` is the class of the status, or the kind of the refusal. */
  readonly observe: (method: Method, outcome: string, seconds: number) => void
}

/**
 * Calls the console and gives its answer, cleaned. `gaveUp` aborts when nobody waits any more.
 * Throws a `Refusal`: `timeout`, `upstream`, `throttled`, or what `cleanAnswer` throws.
 */
export type ConsoleCall = (
  request: Omit<UpstreamRequest, 'signal'>,
  gaveUp?: AbortSignal,
) => Promise<CleanAnswer>

const failures = {
  unreachable: { reason: 'unreachable', detail: 'The console cannot be reached.' },
  broken: {
    reason: 'cut-off',
    detail: 'The connection to the console broke before its whole answer was here.',
  },
  'too-large': { detail: 'The console answered more than can be passed on.' },
} as const satisfies Record<UpstreamFailureKind, RefusalFacts>

/** Bounds every call of `upstream` in time and number, and gives its failures the gateway's own words. */
export function consoleCalls(upstream: Upstream, options: ConsoleCallsOptions): ConsoleCall {
  const { readMs, writeMs, turns, observe } = options

  async function bounded(request: Omit<UpstreamRequest, 'signal'>, gaveUp?: AbortSignal) {
    const limitMs = request.method === 'GET' ? readMs : writeMs
    const aborter = new AbortController()
    const { signal } = aborter
    const stop = () => aborter.abort()
    const timer = setTimeout(stop, limitMs)
    gaveUp?.addEventListener('abort', stop, { once: true })
    if (gaveUp?.aborted) stop()
    let endTurn: (() => void) | undefined
    try {
      endTurn = await turns.take(request.token ?? '', signal)
      return cleanAnswer(await upstream({ ...request, signal }))
    } catch (error) {
      if (signal.aborted) {
        throw new Refusal('timeout', { detail: `The console did not answer within ${limitMs / 1000} s.` })
      }
      if (!(error instanceof UpstreamFailure)) throw error
      throw new Refusal('upstream', failures[error.kind], { cause: error })
    } finally {
      endTurn?.()
      clearTimeout(timer)
      gaveUp?.removeEventListener('abort', stop)
    }
  }

  return async (request, gaveUp) => {
    const start = performance.now()
    const observed = (outcome: string) => observe(request.method, outcome, (performance.now() - start) / 1000)
    try {
      const answer = await bounded(request, gaveUp)
      observed(`${Math.floor(answer.status / 100)}xx`)
      return answer
    } catch (error) {
      observed(gaveUp?.aborted ? 'given-up' : error instanceof Refusal ? error.kind : 'crash')
      throw error
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
