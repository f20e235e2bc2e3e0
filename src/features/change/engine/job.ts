import type { ApiError } from '../../../api/errors/errors'
import type { ComponentState } from '../../../domain/model/component'
import type { DesiredState } from '../../../domain/model/desired-state'
import type { Step } from '../../../domain/model/step'
import type { Undo } from '../../../domain/undo/undo'
import type { LeftAlone } from '../../../domain/undo/undo-ports'
import { joinChanges, changesOfSteps } from './pending-changes'
import type { PlanTarget } from './plan-target'
import type { PendingChange, RefusalReason } from './port-activity'

/** A change that a person asked for, on its way through the queue of its component. */
export interface Job {
  target: PlanTarget
  desired: DesiredState | UndoRequest
  /**
   * `waiting` in the queue; `asking` the person; `running`: its steps are being sent; `sent`: answered, and to be read
   * back.
   */
  phase: 'waiting' | 'asking' | 'running' | 'sent'
  /** What is being sent, or was and has not been read back. */
  steps: readonly Step[]
  /** How many calls have yet to be sent, as far as the person has said yes to them. */
  left: number
}

/** An undo knows what it asks for only when it has read what is there. */
export interface UndoRequest {
  /** The notice whose change it takes back. */
  undoes: number
  undoFrom: (now: ComponentState) => Undo
}

/** Whether a desired state takes something back. */
export function isUndoRequest(desired: Job['desired']): desired is UndoRequest {
  return 'undoes' in desired
}

/** How a job ended. */
export type Ended =
  /** The person did not want it, once they saw the plan. */
  | { kind: 'cancelled' }
  /** It reads as desired already. */
  | { kind: 'met'; leftAlone: readonly LeftAlone[] }
  /** Nothing could be sent. */
  | { kind: 'refused'; why: RefusalReason }
  /** Something was sent: what came of it is told by reading it back. */
  | {
      kind: 'sent'
      desired: DesiredState
      /** The component before the first step, with what others have changed since. */
      before: ComponentState
      leftAlone: readonly LeftAlone[]
      /** The steps that the server confirmed. */
      confirmed: readonly Step[]
      /** These, and after them the one that may have been carried out or not. */
      attempted: readonly Step[]
      /** Why not all was carried out; null where it was, or the person stopped it. */
      error: ApiError | null
      /** The person stopped it before its end. */
      isStopped: boolean
      /** The component, where it was read after the last step already; else null. */
      after: ComponentState | null
      /** Called when what came of it is known. */
      onReadBack?: () => void
    }

/** A job that was sent, until it is read back. */
export type SentJob = Extract<Ended, { kind: 'sent' }> & { job: Job }

/**
 * Returns what jobs make of each port: what is under way, and what waits. What is being asked about is neither,
 * unless a part of it was sent.
 */
export function pendingOf(jobs: readonly Job[]): Map<number, PendingChange> {
  const pending = new Map<number, PendingChange>()
  for (const job of jobs)
    for (const [port, desired] of changesOf(job)) pending.set(port, joinChanges(pending.get(port), desired))
  return pending
}

function changesOf({ phase, desired, steps }: Job): ReadonlyMap<number, PendingChange> {
  switch (phase) {
    case 'waiting':
      return isUndoRequest(desired) ? new Map() : desired.ports
    case 'asking':
    case 'running':
    case 'sent':
      return pendingOfSteps(desired, steps)
  }
}

/** The internal domain is sent with any port that can carry it, and is under way for the port where it was typed. */
function pendingOfSteps(desired: Job['desired'], steps: readonly Step[]): ReadonlyMap<number, PendingChange> {
  const pending = changesOfSteps(steps)
  if (steps.length > 0 && !isUndoRequest(desired) && desired.internalDomain !== undefined)
    for (const port of desired.ports.keys()) if (!pending.has(port)) pending.set(port, {})
  return pending
}
