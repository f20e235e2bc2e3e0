import * as z from 'zod/mini'
import { refusalSchema } from '../../src/api/contract/envelope'
import { refusalKind } from '../../src/api/contract/refusal-kind'
import type { ConsoleAnswer } from '../console/answer'
import { Refusal } from '../http/refusal'

/**
 * What came of a write. `refused`: the console did not do it. `unclear`: only reading again can tell. `not-sent`: it never
 * reached the console.
 */
export type Outcome = 'done' | 'refused' | 'unclear' | 'not-sent'

export interface Settled {
  readonly outcome: Outcome
  /** The status of the console's answer, if there was one. */
  readonly status?: number
  /** The kind of the gateway's own refusal, if it refused. */
  readonly refused?: string
  readonly reason?: string | undefined
}

/** The status of a console that did nothing because it is busy. */
const tooMany = 429

/** The kinds after which the app reads again too (docs/contract.md, "When the cluster fails"). */
const unclear: ReadonlySet<string> = new Set(['cluster', 'crash', 'upstream'])

/** Judges an answer of the console as the app does. */
export function settledBy({ status, json }: ConsoleAnswer): Settled {
  if (status < 300) return { outcome: 'done', status }
  const refusal = z.safeParse(refusalSchema, json)
  // A body that is not Rainbond's came from something in front of it.
  const isUnclear = refusal.success
    ? unclear.has(refusalKind(status, refusal.data))
    : status !== 404 && status !== tooMany
  return { outcome: isUnclear ? 'unclear' : 'refused', status }
}

/** What the console itself did not do: it rejected the token, or does not know the route. */
const refusedByConsole: ReadonlySet<string> = new Set(['unauthenticated', 'not-found'])

/** Judges a failure of a write that was begun. */
export function settledByFailure(error: unknown): Settled {
  if (!(error instanceof Refusal)) return { outcome: 'unclear', refused: 'crash' }
  const { kind, facts } = error
  if (facts.reason === 'busy')
    return { outcome: 'refused', status: tooMany, refused: kind, reason: facts.reason }
  // No turn, or no connection. Every write opens a new one.
  const neverLeft = kind === 'throttled' || facts.reason === 'unreachable'
  const outcome = neverLeft ? 'not-sent' : refusedByConsole.has(kind) ? 'refused' : 'unclear'
  return { outcome, refused: kind, reason: facts.reason }
}
