import { createEmitter } from '../../../../lib/emitter'
import { answersOf, answersOfPart, type Review, type ReviewAnswer, type ReviewPart } from './review'

/** Where one plan of a review is shown and answered. */
export interface ReviewPlace {
  show: (part: ReviewPart) => void
  /** Resolves with the person's answer to what is shown. */
  ask: () => Promise<ReviewAnswer>
  /** Returns a signal that fires when the person presses Stop, or has pressed it since the last answer. */
  stopSignal: () => AbortSignal
  /** Closes the place; with the last one of its review, the review goes. */
  close: () => void
}

/** The reviews that a person is shown, one at a time. */
export interface ReviewQueue {
  subscribe: (listener: () => void) => () => void
  /** The same object until something of it changes; null where nothing is shown. */
  current: () => Review | null
  /** Answers all plans that are asked about; ignored while one of the review runs. */
  answer: (answer: ReviewAnswer) => void
  /** Stops the plans that run, each after its step under way. */
  stop: () => void
  /** Returns what opens a place for each plan of one review, which is shown when those before it are closed. */
  open: () => () => ReviewPlace
  /** Answers all reviews with `cancel`, those to come too. */
  abandon: () => void
}

interface Place {
  part: ReviewPart | null
  resolve: ((answer: ReviewAnswer) => void) | null
  stop: AbortController
}

/** Returns a queue without reviews. */
export function createReviewQueue(): ReviewQueue {
  const changed = createEmitter()
  const reviews: Place[][] = []
  let current: Review | null = null
  let isAbandoned = false

  function update(review: readonly Place[] | undefined) {
    if (review !== reviews[0]) return
    const parts = review?.flatMap(({ part }) => part ?? []) ?? []
    current = parts.length > 0 ? { parts } : null
    changed.emit()
  }

  function answerPlace(place: Place, answer: ReviewAnswer) {
    const { resolve, part } = place
    if (!resolve || !part) return
    place.resolve = null
    // What cannot go on is left, whatever becomes of the others.
    resolve(answersOfPart(part).run === null ? 'cancel' : answer)
  }

  function openPlace(review: Place[]): ReviewPlace {
    const place: Place = { part: null, resolve: null, stop: new AbortController() }
    review.push(place)
    if (!reviews.includes(review)) reviews.push(review)
    return {
      show(part) {
        place.part = part
        update(review)
      },
      ask: () =>
        new Promise((resolve) => {
          place.resolve = resolve
          place.stop = new AbortController()
          if (isAbandoned) answerPlace(place, 'cancel')
        }),
      stopSignal: () => place.stop.signal,
      close() {
        if (place.part) place.part = { ...place.part, isOver: true }
        if (review.every(({ part }) => !part || part.isOver)) remove(review)
        else update(review)
      },
    }
  }

  function remove(review: Place[]) {
    const at = reviews.indexOf(review)
    if (at === -1) return
    reviews.splice(at, 1)
    if (at === 0) update(reviews[0])
  }

  return {
    subscribe: changed.subscribe,
    current: () => current,
    answer(answer) {
      if (!current || !answersOf(current)[answer]) return
      for (const place of reviews[0] ?? []) answerPlace(place, answer)
    },
    stop() {
      for (const { stop, resolve } of reviews[0] ?? []) if (!resolve) stop.abort()
    },
    open() {
      const review: Place[] = []
      return () => openPlace(review)
    },
    abandon() {
      isAbandoned = true
      for (const place of reviews.flat()) answerPlace(place, 'cancel')
    },
  }
}
