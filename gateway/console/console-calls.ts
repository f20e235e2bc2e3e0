import { Refusal, type RefusalFacts } from '../http/refusal'
import { Stop, type StopSignal } from '../http/stop'
import type { AnswerBytes } from '../limits/answer-bytes'
import { type LargeAnswers, neverPause } from '../limits/large-answers'
import type { Turn, Turns } from '../limits/turns'
import { type ConsoleAnswer, readAnswer } from './answer'
import { codeOf } from './trouble/connection-trouble'
import { troubleRefusal } from './trouble/trouble'
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
  readonly turns: Turns
  readonly answerBytes: AnswerBytes
  readonly largeAnswers: LargeAnswers
  /** Called after every call; `outcome` is the class of the status or the kind of the refusal. */
  readonly observe: (method: Method, outcome: string, seconds: number) => void
}

export interface ConsoleRequest extends Omit<UpstreamRequest, 'signal' | 'received'> {
  /** Whose share of turns and memory it uses; null if the caller limits its calls itself. */
  readonly person: string | null
  /** The cluster that the console may have to ask. */
  readonly cluster?: string | undefined
  /** Resolves when the answer has left to the browser. Until then it counts towards the person's share. */
  readonly answerLeft?: Promise<void>
}

/**
 * Calls the console and resolves with its parsed answer. `gaveUp` aborts when the client is gone.
 * @throws Refusal `timeout`, `upstream`, `throttled`, or whatever `readAnswer` throws
 */
export type ConsoleCall = (request: ConsoleRequest, gaveUp?: StopSignal) => Promise<ConsoleAnswer>

/** The largest accepted answer in bytes: a few ten thousand ports. */
const largestAnswer = 8 * 1024 * 1024
/** The same for a call that is nobody's, of which there is no share. */
const largestOwnAnswer = 64 * 1024

const failures = {
  unreachable: { reason: 'unreachable', detail: 'The console cannot be reached.' },
  broken: {
    reason: 'cut-off',
    detail: 'The connection to the console broke before its complete answer arrived.',
  },
  'too-large': { reason: 'too-large', detail: 'The answer of the console is too large.' },
} as const satisfies Record<UpstreamFailureKind, RefusalFacts>

function refusalOf(failure: UpstreamFailure): Refusal {
  const { kind, trouble, cause } = failure
  if (trouble !== undefined) return troubleRefusal(trouble, { cause: failure })
  return new Refusal(
    'upstream',
    { ...failures[kind], logged: { trouble: kind, code: codeOf(cause) || undefined } },
    { cause: failure },
  )
}

/** Limits the time and the number of calls of `upstream`, and turns its failures into refusals. */
export function consoleCalls(upstream: Upstream, options: ConsoleCallsOptions): ConsoleCall {
  const { readMs, writeMs, turns, answerBytes, observe, largeAnswers } = options

  /** Counts the bytes of one answer. */
  function countBytes({ method, person }: ConsoleRequest) {
    const most = person === null ? largestOwnAnswer : largestAnswer
    const key = person ?? ''
    let held = 0
    return {
      received: (bytes: number) => {
        if (held + bytes > most) throw new UpstreamFailure('too-large')
        // A write may have been carried out, so that its answer must not be refused as one that never was.
        if (method === 'GET' && person !== null) largeAnswers.admit(held + bytes, key)
        if (method === 'GET' && person !== null && !answerBytes.hasRoom(key, bytes)) {
          throw new Refusal('throttled', {
            status: 503,
            retryAfter: 1,
            detail: 'Too many large answers at once.',
          })
        }
        held += bytes
        answerBytes.add(key, bytes)
      },
      held: () => held,
      release() {
        answerBytes.remove(key, held)
        held = 0
      },
    }
  }

  async function bounded(request: ConsoleRequest, gaveUp?: StopSignal) {
    const { person, cluster, answerLeft, ...sent } = request
    const limitMs = request.method === 'GET' ? readMs : writeMs
    const signal = new Stop()
    const stop = () => signal.abort()
    const timer = setTimeout(stop, limitMs)
    gaveUp?.addEventListener('abort', stop, { once: true })
    if (gaveUp?.aborted) stop()
    let turn: Turn | undefined
    const bytes = countBytes(request)
    try {
      if (person !== null) turn = await turns.take({ person, cluster }, signal)
      const answer = await upstream({ ...sent, signal, received: bytes.received })
      turn?.answered()
      // What a write has done must not be refused any more.
      const isRead = request.method === 'GET'
      const pause = isRead ? await largeAnswers.handle(bytes.held(), person ?? '', signal) : neverPause
      return await readAnswer(answer, pause)
    } catch (error) {
      bytes.release()
      if (signal.aborted) {
        throw new Refusal('timeout', { detail: `The console did not answer within ${limitMs / 1000} s.` })
      }
      if (!(error instanceof UpstreamFailure)) throw error
      throw refusalOf(error)
    } finally {
      turn?.answered()
      void (answerLeft ?? Promise.resolve()).then(() => {
        turn?.end()
        bytes.release()
      })
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
