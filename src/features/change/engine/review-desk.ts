import type { Review, ReviewAnswer } from './review'
import type { ReviewScreen } from './reviewed-job'

/** The plans that are shown to the person, one at a time. */
export interface ReviewDesk {
  /** The plan that is shown; null where none is. */
  current: () => Review | null
  /** Answers the plan that is shown; ignored while it is not asking. */
  answer: (answer: ReviewAnswer) => void
  /** Stops the plan that is shown after the step under way. */
  stop: () => void
  /** Opens a place for one plan, shown when those before it are closed. `onShow` is told all that is shown in it. */
  open: (onShow: (review: Review) => void) => ReviewScreen & { close: () => void }
}

interface Place {
  review: Review | null
  resolve: ((answer: ReviewAnswer) => void) | null
  stop: AbortController | null
}

/** Gives an empty desk that calls `onChange` whenever `current` may give something else. */
export function createReviewDesk(onChange: () => void): ReviewDesk {
  const places: Place[] = []

  return {
    current: () => places[0]?.review ?? null,
    answer(answer) {
      const place = places[0]
      const resolve = place?.resolve
      if (!place || !resolve) return
      place.resolve = null
      resolve(answer)
    },
    stop() {
      places[0]?.stop?.abort()
    },
    open(onShow) {
      const place: Place = { review: null, resolve: null, stop: null }
      places.push(place)
      const show = (review: Review) => {
        place.review = review
        onShow(review)
        onChange()
      }
      return {
        show,
        ask(review) {
          const answered = new Promise<ReviewAnswer>((resolve) => {
            place.resolve = resolve
          })
          show(review)
          return answered
        },
        stopSignal() {
          place.stop = new AbortController()
          return place.stop.signal
        },
        close() {
          places.splice(places.indexOf(place), 1)
          onChange()
        },
      }
    },
  }
}
