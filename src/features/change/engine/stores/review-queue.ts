import { createEmitter } from '../../../../lib/emitter'
import type { NoPlan } from '../stages/prepare'
import { componentOf } from '../target'
import {
  answersOf,
  answersOfPart,
  isFirstLook,
  numberToType,
  type Review,
  type ReviewAnswer,
  type ReviewPart,
} from './review'

/** What a person says to one plan: what they answer to all, or that these ports are to be left out of it. */
export type PlaceAnswer = ReviewAnswer | { readonly leftOut: ReadonlySet<number> }

/** Where one plan of a review is shown and answered. */
export interface ReviewPlace {
  show: (part: ReviewPart) => void
  /** Resolves with the person's answer to what is shown. */
  ask: () => Promise<PlaceAnswer>
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
  /**
   * Answers all plans that are asked about; ignored while one of the review runs. `typed` is the number that the person has
   * typed: without the right one, what asks for it (`numberToType`) does not run.
   */
  answer: (answer: ReviewAnswer, typed?: number | null) => void
  /**
   * Plans components again without these ports, those with all of their ports not at all; others are as they were. Ignored
   * once something of the review has been agreed to.
   */
  leaveOut: (leftOut: ReadonlyMap<string, ReadonlySet<number>>) => void
  /** Stops the plans that run, each after its step under way. */
  stop: () => void
  /** Returns what opens a place for each plan of one review, which is shown when those before it are closed. */
  open: (unplanned: readonly NoPlan[]) => () => ReviewPlace
  /** Answers all reviews with `cancel`, those to come too. */
  abandon: () => void
}

interface Place {
  part: ReviewPart | null
  resolve: ((answer: PlaceAnswer) => void) | null
  stop: AbortController
}

interface OpenReview {
  places: Place[]
  /** What its places show, in their order. */
  parts: ReviewPart[]
  /** How many places show nothing yet. */
  missing: number
  unplanned: readonly NoPlan[]
}

/** Returns a queue without reviews. */
export function createReviewQueue(): ReviewQueue {
  const changed = createEmitter()
  const reviews: OpenReview[] = []
  let current: Review | null = null
  let isAbandoned = false

  function update(review: OpenReview | undefined) {
    if (review !== reviews[0]) return
    // All plans of a review are shown at once.
    const isWhole = review !== undefined && review.missing === 0
    if (!isWhole && current === null) return
    current = isWhole ? { parts: [...review.parts], unplanned: review.unplanned } : null
    changed.emit()
  }

  function answerPlace(place: Place, answer: ReviewAnswer) {
    const { resolve, part } = place
    if (!resolve || !part) return
    place.resolve = null
    // What cannot go on is left, whatever becomes of the others.
    resolve(answersOfPart(part).run === null ? 'cancel' : answer)
  }

  function openPlace(review: OpenReview): ReviewPlace {
    const place: Place = { part: null, resolve: null, stop: new AbortController() }
    const at = review.places.push(place) - 1
    review.missing += 1
    if (!reviews.includes(review)) reviews.push(review)
    const put = (part: ReviewPart) => {
      if (!place.part) review.missing -= 1
      place.part = part
      review.parts[at] = part
    }
    return {
      show(part) {
        put(part)
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
        if (place.part) put({ ...place.part, isOver: true })
        if (review.places.every(({ part }) => !part || part.isOver)) remove(review)
        else update(review)
      },
    }
  }

  function remove(review: OpenReview) {
    const at = reviews.indexOf(review)
    if (at === -1) return
    reviews.splice(at, 1)
    if (at === 0) update(reviews[0])
  }

  return {
    subscribe: changed.subscribe,
    current: () => current,
    answer(answer, typed = null) {
      if (!current || !answersOf(current)[answer]) return
      const asked = answer === 'run' ? numberToType(current) : null
      if (asked !== null && asked !== typed) return
      for (const place of reviews[0]?.places ?? []) answerPlace(place, answer)
    },
    leaveOut(leftOut) {
      if (!current || !isFirstLook(current)) return
      for (const { part, resolve } of reviews[0]?.places ?? []) {
        const ports = part && leftOut.get(componentOf(part.target))
        if (ports) resolve?.({ leftOut: ports })
      }
    },
    stop() {
      for (const { stop, resolve } of reviews[0]?.places ?? []) if (!resolve) stop.abort()
    },
    open(unplanned) {
      const review: OpenReview = { places: [], parts: [], missing: 0, unplanned }
      return () => openPlace(review)
    },
    abandon() {
      isAbandoned = true
      for (const place of reviews.flatMap(({ places }) => places)) answerPlace(place, 'cancel')
    },
  }
}
