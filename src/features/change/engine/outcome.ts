import type { ErrorFacts } from '../../../api/errors/errors'
import type { ChangeDetail } from '../../../domain/impact/change-details'
import type { Change } from '../../../domain/impact/changes-made'
import type { Loss } from '../../../domain/undo/loss'
import type { ComponentState } from '../../../domain/model/component'
import type { Step } from '../../../domain/model/step'
import type { StoredDesiredState } from '../../../domain/model/stored-desired-state'
import type { Unreachable } from '../../../domain/plan/unreachable'
import type { LeftAlone } from '../../../domain/undo/loss'
import type { Target } from './target'

/**
 * What became of one step:
 * - `done`: carried out; it reads so, or a later step changed the same again
 * - `answered`: the server said yes, and nothing could be read since
 * - `no-effect`: the server said yes, and the component does not read so
 * - `refused`: sent, and not carried out
 * - `unclear`: it failed unclearly, and nothing could be read since: nobody knows
 * - `not-sent`: nothing of it reached the server
 */
export type StepResult = 'done' | 'answered' | 'no-effect' | 'refused' | 'unclear' | 'not-sent'

export interface StepOutcome {
  readonly step: Step
  readonly result: StepResult
}

/** Why a component is not as desired. */
export type RefusalReason =
  | { readonly reason: 'error'; readonly error: ErrorFacts }
  /** What is there rules the desired state out. */
  | { readonly reason: 'unreachable'; readonly why: Unreachable }
  /** The server said yes, and the component does not read so; `standing` are addresses that are still open. */
  | { readonly reason: 'not-as-desired'; readonly standing: readonly string[] }

/** How the change of a component ended. */
export type Ending =
  /** It reads as desired; without steps it did so before. */
  | { readonly kind: 'done' }
  /** Nothing was changed. */
  | { readonly kind: 'refused'; readonly why: RefusalReason }
  /** It could not be read back. `isAnswered`: the server said yes to all of it; else nobody knows whether it is done. */
  | { readonly kind: 'unclear'; readonly error: ErrorFacts; readonly isAnswered: boolean }
  /**
   * Left unfinished: by the person (no error), by a refusal, or by a server that said yes to a part and did not do it.
   * Where it could not be read back, the part is what was answered.
   */
  | { readonly kind: 'partly'; readonly error: ErrorFacts | null; readonly isReadBack: boolean }
  /** Nothing was sent, because somebody left it or stopped it before; `error`: why the component could not be read by then. */
  | { readonly kind: 'not-started'; readonly error?: ErrorFacts }

/** What a change did, as far as taking it back needs it. */
export interface DoneChange {
  readonly before: ComponentState
  readonly after: ComponentState
  readonly steps: readonly Step[]
}

/** What came of a change of one component. Plain data: it survives JSON. */
export type Outcome = Ending & OutcomeFacts

export interface OutcomeFacts {
  readonly target: Target
  readonly isUndo: boolean
  /** What was asked for; of an undo what it came to, and null where it was never planned. */
  readonly desired: StoredDesiredState | null
  /** A later change had the last word on all of it: the ending is that one's. */
  readonly isOverruled: boolean
  /** In their order. */
  readonly steps: readonly StepOutcome[]
  /** The ports that don't read as this change asked for, unless a later one asked for something else; none if unread. */
  readonly unmet: readonly number[]
  /**
   * Where nothing had to be done: when the component was read that was as desired, in milliseconds since 1970. It isn't read
   * again for that. Else null.
   */
  readonly asDesiredAt: number | null
  /** What reads otherwise than before because of it. */
  readonly changes: readonly Change[]
  /** What their sentences leave out. */
  readonly details: readonly ChangeDetail[]
  /** What an undo left as it is, because somebody else has changed it since. */
  readonly leftAlone: readonly LeftAlone[]
  /** What it did, for an undo of it; null where nothing can be taken back. */
  readonly undo: DoneChange | null
  /** What an undo of it does not bring back. */
  readonly losses: readonly Loss[]
}
