import type { ApiError } from '../../../api/errors/errors'
import type { Difference } from '../../../domain/model/diff'
import type { ComponentState } from '../../../domain/model/component'
import type { DesiredState } from '../../../domain/model/desired-state'
import type { Step } from '../../../domain/model/step'
import type { Plan } from '../../../domain/plan/plan'
import type { Unreachable } from '../../../domain/plan/unreachable'
import type { PlanTarget } from './plan-target'
import type { Review, ReviewAnswer } from './review'

/** Where a review is shown and answered. */
export interface ReviewScreen {
  show: (review: Review) => void
  /** Shows a review and resolves with the person's answer. */
  ask: (review: Review) => Promise<ReviewAnswer>
  /** Returns a signal that fires when the person presses Stop from now on. */
  stopSignal: () => AbortSignal
}

export interface ReviewedJob {
  target: PlanTarget
  desired: DesiredState
  /** The component that the first plan was made from. */
  seen: ComponentState
  plan: Plan
  isUndo: boolean
  /** `seen` is without the gateway rules because they have not come yet: they are read before anything is asked. */
  lacksRules: boolean
  /** What was sent for this component before, and has not been read back. */
  unread: readonly Step[]
  /** What somebody else changed since the person last looked, where that is why the plan is shown. */
  differences: readonly Difference[]
  /** Why the first try was refused, where somebody else's change made another plan of it. */
  refused?: ApiError
}

/** How a reviewed plan ended. */
export interface ReviewedResult {
  /** The component without what was sent: as it was before the first step, with what others have changed since. */
  before: ComponentState
  /** The steps that were carried out. */
  sent: readonly Step[]
  /** The step of which nobody knows whether it was carried out; null where there is none. */
  unclear: Step | null
  /** Why it was left unfinished; null where nothing was left to do, or the person just stopped it. */
  error: ApiError | null
  /** What is there by now does not allow the desired state; null where it does. */
  unreachable: Unreachable | null
  /** Nothing was left to do. */
  isComplete: boolean
  /** The component, where it was read after the last step that was sent; else null. */
  after: ComponentState | null
}
