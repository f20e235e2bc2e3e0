import type { DesiredState } from '../../../domain/model/desired-state'
import { createEmitter } from '../../../lib/emitter'
import type { Review } from '../engine/stores/review'

/** Which change is reviewed where it was asked for, instead of in a dialog of its own. */
export interface HostedReview {
  subscribe: (listener: () => void) => () => void
  /** Null where every review has a dialog of its own. */
  current: () => DesiredState | null
  /** Must be called before the change is asked for, so that no other dialog opens in between. */
  host: (desired: DesiredState) => void
  /** Leaves the review, if there is one, to a dialog of its own. */
  release: (desired: DesiredState) => void
}

export function createHostedReview(): HostedReview {
  const changed = createEmitter()
  let current: DesiredState | null = null

  function set(next: DesiredState | null) {
    if (next === current) return
    current = next
    changed.emit()
  }

  return {
    subscribe: changed.subscribe,
    current: () => current,
    host: set,
    release(desired) {
      if (desired === current) set(null)
    },
  }
}

/** Whether a review is about a change, and about nothing else. */
export function isReviewOf({ parts }: Review, desired: DesiredState | null): boolean {
  return desired !== null && parts.every((part) => part.desired === desired)
}
