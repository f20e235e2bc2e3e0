import type { RiskJudge } from '../../../domain/impact/exposures'
import type { ComponentState } from '../../../domain/model/component'
import type { Step } from '../../../domain/model/step'
import type { Target } from './target'

/** How many components are changed at the same time; the others wait for their turn. */
export const sideBySide = 4

/** All that the engine does to the world. */
export interface Effects {
  /** Returns a component as it was last read; null before that. */
  cached: (target: Target) => ComponentState | null
  /** When the ports were last read or answered, in milliseconds since 1970; null before that. */
  readAt: (target: Target) => number | null
  /** Whether some of what is cached was read by an earlier visit to the page, maybe days ago. */
  isFromLastVisit: (target: Target) => boolean
  /** Whether what is cached is without the gateway rules only because they have not come yet. */
  lacksRules: (target: Target) => boolean
  /** Reads a component again. Throws `ApiError`, or the signal's reason. */
  read: (target: Target, giveUp?: AbortSignal) => Promise<ComponentState>
  /** Sends one step, once. Throws `ApiError`, or the signal's reason: then it may still be carried out. */
  send: (target: Target, step: Step, giveUp?: AbortSignal) => Promise<void>
  /** Marks as old what else in the cache those steps may have changed. */
  markOld: (target: Target, sent: readonly Step[]) => void
  /**
   * Loads what judges the ports of a component that open outward; null where it cannot be loaded. It takes long tables,
   * which a page without such a plan does without.
   */
  riskJudge: (target: Target) => Promise<RiskJudge | null>
  /**
   * To be waited for before each of many components is planned or shown: null where that is nothing, so that the page can
   * paint in between.
   */
  turn: () => Promise<void> | null
  /** Resolves after so many milliseconds, or at once when the signal fires. */
  wait: (target: Target, milliseconds: number, signal: AbortSignal | undefined) => Promise<void>
}
