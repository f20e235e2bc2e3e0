import { answersOf, numberToType, type Review, type ReviewPart } from '../engine/stores/review'
import { isDestructive } from './danger'

/** What has the focus first. */
export type FocusFirst = 'run' | 'stop' | 'cancel' | 'number' | ReviewPart | undefined

/**
 * Returns what has the focus first: what somebody else changed is read before it is answered, and what takes something away
 * is not confirmed by a key that was pressed for something else.
 */
export function focusFirstOn(review: Review): FocusFirst {
  const { parts } = review
  if (parts.some(({ phase }) => phase.name === 'running')) return 'stop'
  const changed = parts.find(({ differences }) => differences.length > 0)
  if (changed) return changed
  if (answersOf(review).run === null) return parts.find(({ isOver }) => !isOver)
  if (numberToType(review) !== null) return 'number'
  const isFirstLook = parts.every(({ phase }) => phase.name === 'preview')
  const isLossy = parts.some(({ plan }) => isDestructive(plan))
  return isFirstLook && isLossy ? 'cancel' : 'run'
}
