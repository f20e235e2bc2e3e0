import type { ErrorFacts } from '../../../../api/errors/errors'
import { isFulfilled } from '../../../../domain/plan/plan'
import { openPublicAddresses } from '../../../../domain/model/gateway-rules'
import type { ComponentState } from '../../../../domain/model/component'
import type { DesiredState } from '../../../../domain/model/desired-state'
import { isInEffect, resultsOf } from '../../../../domain/execution/step-results'
import type { Reading } from '../job/reduce-run'
import type { Job } from '../job/job'
import { confirmedSteps, type Run } from '../job/run'
import type { Ending, Outcome } from '../outcome'
import { outcomeOf, sentSteps } from './outcome-of'

/** A job of which something may have been sent. */
export type SentJob = Job & { readonly run: Run }

/**
 * Returns the outcomes of changes of one component that were sent one after the other, from what was read after the
 * last of them. Where a later one had the last word on all that an earlier one asked for, both ended as the later did.
 */
export function outcomesOf(jobs: readonly SentJob[], reading: Reading): Outcome[] {
  const after = 'state' in reading ? reading.state : null
  const outcomes: Outcome[] = []
  let ending: Ending = { kind: 'done' }
  for (const [at, job] of [...jobs.entries()].reverse()) {
    const later = jobs.slice(at + 1).map(({ run }) => run)
    const own = endingOf(job.run, reading, later)
    ending = own ?? ending
    outcomes.unshift({ ...outcomeOf(job, job.run, ending, after, later), isOverruled: own === null })
  }
  return outcomes
}

/**
 * Returns how a change ended of which something may have been sent, from what was read after it and the changes of the
 * same component that were sent later; null where those overruled it. Only what reads as desired is done, whatever the
 * answers said; only a part of which something can be seen is a part.
 */
function endingOf(run: Run, reading: Reading, later: readonly Run[]): Ending | null {
  const { desired, error } = run
  const left = error === null ? stillDesired(desired, later) : desired
  if ('error' in reading) return left === null ? null : unreadEnding(run, reading.error)
  const { state } = reading
  const sent = sentSteps(run, state)
  const { inEffect, noEffect } = resultsOf(run.before, sent, state)
  const isOverruled = left !== desired
  const isWhole = sent.length === 0 || !isLeft(run) || isInEffectAll(run, state)
  if (isWhole && isFulfilled(state, desired) && (noEffect.length === 0 || isOverruled))
    return { kind: 'done' }
  if (left === null) return null
  if (isOverruled && isFulfilled(state, left)) return { kind: 'done' }
  if (inEffect.length > 0 && (error !== null || isLeft(run) || isFulfilled(state, desired)))
    return { kind: 'partly', error, isReadBack: true }
  if (error !== null) return { kind: 'refused', why: { reason: 'error', error } }
  if (isLeft(run) && sent.length === 0) return { kind: 'not-started' }
  return { kind: 'refused', why: { reason: 'not-as-desired', standing: standingAddresses(state, desired) } }
}

/** Whether a component reads as the rest of a plan leaves it: that opens again what was closed on the way, unasked for. */
function isInEffectAll({ plan, expected }: Run, state: ComponentState): boolean {
  return plan.steps.every((step) => isInEffect(step, expected, state))
}

/** Whether the person left it before its end. */
function isLeft({ phase }: Run): boolean {
  return phase.name !== 'reading-back'
}

/** How a change ended that could not be read back: what was answered is all that is known. */
function unreadEnding(run: Run, error: ErrorFacts): Ending {
  const isUnfinished = run.error !== null || isLeft(run)
  if (confirmedSteps(run).length > 0) {
    if (isUnfinished) return { kind: 'partly', error: run.error, isReadBack: false }
    return { kind: 'unclear', error, isAnswered: true }
  }
  if (run.error === null)
    return isLeft(run) ? { kind: 'not-started' } : { kind: 'unclear', error, isAnswered: true }
  if (run.isUnclear) return { kind: 'unclear', error: run.error, isAnswered: false }
  return { kind: 'refused', why: { reason: 'error', error: run.error } }
}

/** Where a port still answers that was to be closed outside: a closing says yes although the gateway may keep its rule. */
function standingAddresses(state: ComponentState, desired: DesiredState): string[] {
  return [...desired.ports].flatMap(([port, desiredPort]) =>
    desiredPort === 'delete' || desiredPort.outer === false ? (openPublicAddresses(state, port) ?? []) : [],
  )
}

/**
 * Returns what is left of a desired state where later ones have the last word on the same port, or on the internal domain, which
 * is the component's whichever row it was typed in. Null where nothing is left, the same desired state where all of it is.
 */
function stillDesired(desired: DesiredState, later: readonly Run[]): DesiredState | null {
  const ports = new Map(
    [...desired.ports].filter(([port]) => !later.some((other) => other.desired.ports.has(port))),
  )
  const keepsDomain = !later.some((other) => other.desired.internalDomain !== undefined)
  const internalDomain = keepsDomain ? desired.internalDomain : undefined
  if (ports.size === 0 && internalDomain === undefined) return null
  if (ports.size === desired.ports.size && internalDomain === desired.internalDomain) return desired
  return internalDomain === undefined ? { ports } : { ports, internalDomain }
}
