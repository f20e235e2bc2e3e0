import type { ApiError } from '../../../api/errors/errors'
import type { Change } from '../../../domain/impact/changes-made'
import type { Loss } from '../../../domain/impact/losses'
import type { DesiredState } from '../../../domain/model/desired-state'
import type { Step } from '../../../domain/model/step'
import type { LeftAlone } from '../../../domain/undo/undo-ports'
import type { PlanTarget } from './plan-target'
import type { PendingChange, RefusalReason } from './port-activity'

/** What became of a change. */
export type NoticeOutcome =
  /** Read back as desired. */
  | { kind: 'done' }
  /** Answered as done, but the ports could not be read back. */
  | { kind: 'not-read-back'; error: ApiError }
  /**
   * Left unfinished: by the person (no error), by a refusal, or by a console that said yes to a part and did not do it.
   * Where it could not be read back, the part is what was answered.
   */
  | { kind: 'partly'; error: ApiError | null; isReadBack: boolean }
  /** Nothing was changed. */
  | { kind: 'refused'; why: RefusalReason }
  /** An undo found nothing to take back. */
  | { kind: 'nothing-to-undo' }

/** A word about a change that has ended. Never changed in place. */
export interface Notice {
  id: number
  target: PlanTarget
  outcome: NoticeOutcome
  /** What was carried out and reads so, in its order; where nothing could be read back, what was answered. */
  done: readonly Step[]
  /** What reads otherwise than before because of it. */
  changes: readonly Change[]
  /** What was asked for: said where it was not carried out. */
  desired: ReadonlyMap<number, PendingChange>
  /** What to ask for again, where it was refused and may be granted yet; else null. */
  retry: DesiredState | null
  isUndo: boolean
  /** What this undo left as it is, because somebody else changed it since; empty for all else. */
  leftAlone: readonly LeftAlone[]
  /** What an undo of this cannot bring back. */
  losses: readonly Loss[]
  /** Whether it can be taken back: something was done, and it has not been taken back already. */
  canUndo: boolean
}
