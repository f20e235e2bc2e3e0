import type { ApiError } from '../../../api/errors/errors'
import type { Difference } from '../../../domain/model/diff'
import type { ComponentState } from '../../../domain/model/component'
import type { Step } from '../../../domain/model/step'
import type { Plan } from '../../../domain/plan/plan'
import type { Unreachable } from '../../../domain/plan/unreachable'
import type { PlanTarget } from './plan-target'

/** Where a plan that is shown to a person stands. */
export type ReviewPhase =
  /** The gateway rules are still to come: before they are known, neither are the addresses and the losses. */
  | { name: 'reading-rules' }
  /** Waits for a yes. */
  | { name: 'preview' }
  /** Being read again, before anything is sent. */
  | { name: 'checking' }
  /**
   * `at` is the step under way, counted from 0, and `left` how many have yet to be sent; `retryMs` is set while it
   * waits to be sent again.
   */
  | { name: 'running'; at: number; left: number; retryMs: number | null; stopping: boolean }
  /** Stopped by the person, between two steps. */
  | { name: 'stopped' }
  | { name: 'refused'; error: ApiError }
  /** The first step that is left may have been carried out: it failed unclearly, and nothing could be read since. */
  | { name: 'unclear'; error: ApiError }
  /** Nothing more could be sent, because the component could not be read again. */
  | { name: 'unread'; error: ApiError }
  /** What is there by now does not allow the desired state. */
  | { name: 'unreachable'; why: Unreachable }
  /** Everything was sent; being read back. */
  | { name: 'reading-back' }

/** Everything that the dialog of a plan shows. Never changed in place. */
export interface Review {
  target: PlanTarget
  /** What is still to be done. */
  plan: Plan
  /** The component that the plan was made from. */
  seen: ComponentState
  /** What was done already. */
  done: readonly Step[]
  /** What was sent, done or not known to be, and has not been read back. */
  unread: readonly Step[]
  phase: ReviewPhase
  /** What somebody else changed since the person last looked; empty where nothing did. */
  differences: readonly Difference[]
  /** Undoing something, rather than doing it. */
  isUndo: boolean
}

/** What a person answers. `run` stands for Run plan, Resume and Try again: they differ in words only. */
export type ReviewAnswer = 'run' | 'cancel'

/** Whether the person may answer now, and with what. */
export function answersOf({ phase, done }: Review): {
  run: 'run' | 'resume' | 'try-again' | null
  cancel: boolean
} {
  switch (phase.name) {
    case 'preview':
      return { run: 'run', cancel: true }
    case 'stopped':
      return { run: 'resume', cancel: true }
    case 'refused':
    case 'unclear':
      return { run: done.length > 0 ? 'resume' : 'try-again', cancel: true }
    case 'unread':
      return { run: 'try-again', cancel: true }
    case 'unreachable':
      return { run: null, cancel: true }
    case 'reading-rules':
    case 'checking':
    case 'running':
    case 'reading-back':
      return { run: null, cancel: false }
  }
}
