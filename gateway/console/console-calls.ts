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
  /** Milliseconds for a read and for a write, including the wait for a turn. */
  readonly readMs: number
  readonly writeMs: number
  /** Keyed by token, so that each person has a share. */
  readonly turns: Turns
  /** Called after every call; `outcome` is the class of the status or the kind of the refusal. */
  readonly observe: (method: Method, outcome: string, seconds: number) => void
}

/**
 * Calls the console and resolves with its cleaned answer. `gaveUp` aborts when the client is gone.
 * @throws Refusal `timeout`, `upstream`, `throttled`, or whatever `cleanAnswer` throws
 */
export type ConsoleCall = (
  request: Omit<UpstreamRequest, 'signal'>,
  gaveUp?: AbortSignal,
) => Promise<CleanAnswer>

const failures = {
  unreachable: { reason: 'unreachable', detail: 'The console cannot be reached.' },
  broken: {
    reason: 'cut-off',
    detail: 'The connection to the console broke before its complete answer arrived.',
  },
  'too-large': { detail: 'The answer of the console is too large.' },
} as const satisfies Record<UpstreamFailureKind, RefusalFacts>

/** Limits the time and the number of calls of `upstream`, and turns its failures into refusals. */
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
 * Returns the answer unless the console rejected the token. A licence problem, also a 401, is returned like any other
 * answer.
 * @throws Refusal `unauthenticated`
 */
export function acceptedToken(answer: CleanAnswer): CleanAnswer {
  if (answer.status === 401 && !isLicenceProblem(answer)) throw new Refusal('unauthenticated')
  return answer
}
