import { asJson, tabValue } from '../../lib/stored-value'
import type { Engine } from './engine/engine'
import { isFirstLook, isOfMany } from './engine/stores/review'

/** How far a change of several components was. */
export interface RunRecord {
  readonly components: number
  /** Of these, nothing more was to be sent or read. */
  readonly finished: number
}

/** The change of several components that is under way in this tab, or was when its page was left. */
export const runRecord = tabValue<RunRecord>(
  'portdeck.run',
  asJson((json) => {
    if (typeof json !== 'object' || json === null || !('components' in json && 'finished' in json))
      return null
    const { components, finished } = json
    return typeof components === 'number' && typeof finished === 'number' ? { components, finished } : null
  }),
)

/**
 * Keeps a record of changes of several components from the first call on until they have ended. Returns a function that ends
 * this.
 */
export function recordRuns({ reviews }: Pick<Engine, 'reviews'>): () => void {
  let last: RunRecord | null = null

  return reviews.subscribe(() => {
    const review = reviews.current()
    const parts = review?.parts.filter(({ phase }) => phase.name !== 'left-out') ?? []
    const isUnderWay = review !== null && isOfMany(review) && !isFirstLook(review)
    const next = isUnderWay
      ? { components: parts.length, finished: parts.filter(({ isOver }) => isOver).length }
      : null
    if (next?.components === last?.components && next?.finished === last?.finished) return
    last = next
    runRecord.write(next)
  })
}
