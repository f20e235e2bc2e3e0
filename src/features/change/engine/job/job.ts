import type { DesiredState } from '../../../../domain/model/desired-state'
import type { DoneChange } from '../outcome'
import type { Target } from '../target'
import { changesOfSteps, joinChanges, lastWord, type PendingChange } from './pending-changes'
import type { Run } from './run'

/** What a component is to become: a state, or what it was before an earlier change of it. Plain data but for its maps. */
export type Desired = DesiredState | { readonly undo: DoneChange }

export function isUndo(desired: Desired): desired is { readonly undo: DoneChange } {
  return 'undo' in desired
}

/** A change of one component on its way through the component's queue. Never changed in place. */
export interface Job {
  readonly id: number
  readonly target: Target
  readonly desired: Desired
  /** Null while it waits for its turn, is planned, or waits for other components of the same change. */
  readonly run: Run | null
  /** Whether a job that waits right before it may do the work of both. */
  readonly isAlone: boolean
}

/** Returns the one job that does the work of two: the last word on each field. Null where both have to be done. */
export function mergeJobs(waiting: Job, next: Job): Job | null {
  if (!waiting.isAlone || !next.isAlone || isUndo(waiting.desired) || isUndo(next.desired)) return null
  const desired = lastWord(waiting.desired, next.desired)
  return desired && { ...waiting, target: next.target, desired }
}

/** How many calls of a job have yet to be sent, as far as the person has said yes to them. */
export function unsentCalls({ run }: Job): number {
  if (run === null) return 1
  const { phase, plan } = run
  if (phase.name === 'waiting' || phase.name === 'checking') return plan.steps.length
  return phase.name === 'running' && !phase.stopping ? phase.left : 0
}

/**
 * Returns what jobs make of each port: what is under way, and what waits. What is being asked about is neither,
 * unless a part of it was sent.
 */
export function pendingOf(jobs: readonly Job[]): Map<number, PendingChange> {
  const pending = new Map<number, PendingChange>()
  for (const job of jobs)
    for (const [port, change] of changesOf(job)) pending.set(port, joinChanges(pending.get(port), change))
  return pending
}

function changesOf({ run, desired }: Job): ReadonlyMap<number, PendingChange> {
  if (run === null) return isUndo(desired) ? new Map() : desired.ports
  const steps = run.phase.name === 'running' ? run.plan.steps : run.unread
  const changes = changesOfSteps(steps)
  // The internal domain is sent with any port that can carry it, and is under way for the port where it was typed.
  if (steps.length > 0 && !isUndo(desired) && desired.internalDomain !== undefined)
    for (const port of desired.ports.keys()) if (!changes.has(port)) changes.set(port, {})
  return changes
}
