import type { ApiError } from '../../../api/errors/errors'
import type { DesiredPort } from '../../../domain/model/desired-state'
import type { Unreachable } from '../../../domain/plan/unreachable'

/** The fields of a port that are being changed, with the values they shall have; 'delete' for the whole port. */
export type PendingChange = Partial<DesiredPort> | 'delete'

/** Why a change was not made. */
export type RefusalReason =
  | { reason: 'error'; error: ApiError }
  /** It may have been carried out: it failed unclearly, and could not be read back either. */
  | { reason: 'not-known'; error: ApiError }
  /** What is there does not allow the desired state. */
  | { reason: 'unreachable'; why: Unreachable }
  /** The answer was a success, but what was read back is not what was asked for; `standing` are addresses still open. */
  | { reason: 'not-as-desired'; standing: readonly string[] }

/** Why a change of a port was not made, and which change. */
export type PortRefusal = RefusalReason & { desired: PendingChange }

/** What is under way for one port, and what was refused last. Both null: nothing. */
export interface PortActivity {
  pending: PendingChange | null
  refusal: PortRefusal | null
}

/** The activity of every port that has none; one object, so that it compares as equal. */
export const noActivity: PortActivity = { pending: null, refusal: null }
