import type { ErrorFacts } from '../../../../api/errors/errors'
import type { Difference } from '../../../../domain/model/diff'
import type { Plan } from '../../../../domain/plan/plan'
import type { ComponentState } from '../../../../domain/model/component'
import type { DesiredState } from '../../../../domain/model/desired-state'
import { mustBeReadFirst } from '../../../../domain/execution/read-first'
import type { Step } from '../../../../domain/model/step'
import type { LeftAlone } from '../../../../domain/undo/loss'
import type { Unreachable } from '../../../../domain/plan/unreachable'

/** Where a plan stands. */
export type Phase =
  /** The gateway rules are still to come: before they are known, neither are the addresses and the losses. */
  | { readonly name: 'reading-rules' }
  /** Waits for a yes. */
  | { readonly name: 'preview' }
  /** The person has left out all of it. */
  | { readonly name: 'left-out' }
  /** Agreed to, and goes on when others have ended. `mustRead`: it is read again before anything is sent. */
  | { readonly name: 'waiting'; readonly mustRead: boolean }
  /** Being read again, before anything is sent. */
  | { readonly name: 'checking' }
  /**
   * `at` is the step under way, counted from 0, and `left` how many have yet to be sent; `retryMs` is set while it
   * waits to be sent again.
   */
  | {
      readonly name: 'running'
      readonly at: number
      readonly left: number
      readonly retryMs: number | null
      readonly stopping: boolean
    }
  /** Stopped by the person, between two steps. */
  | { readonly name: 'stopped' }
  | { readonly name: 'refused'; readonly error: ErrorFacts }
  /** The first step that is left may have been carried out: it failed unclearly, and nothing could be read since. */
  | { readonly name: 'unclear'; readonly error: ErrorFacts }
  /** Nothing more could be sent, because the component could not be read again. */
  | { readonly name: 'unread'; readonly error: ErrorFacts }
  /** What is there by now rules the desired state out. */
  | { readonly name: 'unreachable'; readonly why: Unreachable }
  /** Everything was sent, and is yet to be read back. */
  | { readonly name: 'reading-back' }

/** A plan on its way, from the first look at it until it is read back. Never changed in place (`reduceRun`). */
export interface Run {
  readonly phase: Phase
  /** What is asked for. Of an undo, what it came to when the component was read. */
  readonly asked: DesiredState
  /** The same without what the person has left out. */
  readonly desired: DesiredState
  /** What an undo does not touch, because somebody else has changed it since. */
  readonly leftAlone: readonly LeftAlone[]
  /** The steps that are left, and while they run all of them. */
  readonly plan: Plan
  /** The component that `plan` was made from. */
  readonly seen: ComponentState
  /** What was done before `plan`. */
  readonly done: readonly Step[]
  /** What was sent, whatever came of it, and has not been read back. */
  readonly unread: readonly Step[]
  /** The first step of `plan` may have been carried out: only reading tells. */
  readonly isUnclear: boolean
  /** The step that was sent last and not carried out; null where there is none. */
  readonly refused: Step | null
  /** What the component reads as where nobody else changes it. */
  readonly expected: ComponentState
  /** The component as it was before the first step, with what others have changed since. */
  readonly before: ComponentState
  /** The component, where it was read after the last step that was sent; else null. */
  readonly after: ComponentState | null
  /** What earlier changes of the component have sent, and what has not been read back. */
  readonly earlier: readonly Step[]
  /** What somebody else changed since the person last looked. */
  readonly differences: readonly Difference[]
  /** Why the last attempt was not carried through; null where it was, or the person stopped it. */
  readonly error: ErrorFacts | null
}

/** The steps that the server confirmed, in their order. */
export function confirmedSteps({ done, plan, phase }: Run): readonly Step[] {
  switch (phase.name) {
    case 'running':
      return [...done, ...plan.steps.slice(0, phase.at)]
    case 'reading-back':
      return [...done, ...plan.steps]
    case 'reading-rules':
    case 'preview':
    case 'left-out':
    case 'waiting':
    case 'checking':
    case 'stopped':
    case 'refused':
    case 'unclear':
    case 'unread':
    case 'unreachable':
      return done
  }
}

/** The confirmed steps, and after them the one that may have been carried out or not. */
export function attemptedSteps(run: Run): readonly Step[] {
  const [first] = run.plan.steps
  return run.isUnclear && first ? [...confirmedSteps(run), first] : confirmedSteps(run)
}

/** Whether all that is to be sent is one call that may be sent from what was read before. */
export function isOneSwitch({ plan: { steps } }: Pick<Run, 'plan'>): boolean {
  const [step, ...others] = steps
  return step !== undefined && others.length === 0 && !mustBeReadFirst(step)
}
