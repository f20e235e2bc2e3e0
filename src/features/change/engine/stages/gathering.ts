import type { Effects } from '../effects'
import type { ReviewPlace, ReviewQueue } from '../stores/review-queue'
import type { NoPlan, Prepared, PreparedPlan } from './prepare'

/** Brings together what was prepared for the components of one change, which a person decides on as one. */
export interface Gathering {
  /** To be waited for before a component is begun, and before it is shown; null where it is not one of many. */
  turn: Effects['turn']
  /**
   * Adds what was prepared for one component (by its job). Returns what resolves when the others are added too; null
   * where none has to be waited for.
   */
  add: (job: number, prepared: Prepared) => Promise<void> | null
  /** Returns where a plan is shown, once all are added; null where it is not. */
  placeOf: (prepared: Prepared) => ReviewPlace | null
  /** Counts a component as added of which nothing is decided, or nothing any more. */
  leave: (job: number) => void
  /** Opens a place for what was approved before, in one review for all of them. */
  openPlace: () => ReviewPlace
}

type Places = ReadonlyMap<Prepared, ReviewPlace>

interface GatheringParts {
  readonly reviews: ReviewQueue
  readonly effects: Pick<Effects, 'turn'>
}

/** Returns a gathering of so many components, which decides when the last of them is added. */
export function createGathering(count: number, { reviews, effects }: GatheringParts): Gathering {
  const added = new Map<number, Prepared | null>()
  let places: Places | null = null
  let resolve: () => void = () => undefined
  const decided = new Promise<void>((resolveDecided) => {
    resolve = resolveDecided
  })

  function put(job: number, prepared: Prepared | null) {
    added.set(job, prepared)
    if (places || added.size < count) return
    // Jobs are numbered in the order in which their components were named.
    const inOrder = [...added].sort(([one], [other]) => one - other)
    places = openPlaces(
      inOrder.flatMap(([, one]) => one ?? []),
      reviews,
    )
    resolve()
  }

  return {
    turn: count > 1 ? effects.turn : () => null,
    openPlace: reviews.open([]),
    add(job, prepared) {
      put(job, prepared)
      return places ? null : decided
    },
    placeOf: (prepared) => places?.get(prepared) ?? null,
    leave(job) {
      const known = added.get(job)
      put(job, known && known.kind !== 'planned' ? known : null)
    },
  }
}

/**
 * Opens one review for plans that are decided on together, and returns the place of each; none where nothing must be
 * shown: no plan of its own, and they come to one step in all. The review also names what has no plan.
 */
export function openPlaces(prepared: readonly Prepared[], reviews: ReviewQueue): Places {
  const plans = prepared.filter((one): one is PreparedPlan => one.kind === 'planned')
  const unplanned = prepared.filter((one): one is NoPlan => one.kind !== 'planned')
  const steps = plans.reduce((count, { plan }) => count + plan.steps.length, 0)
  if (steps <= 1 && !plans.some((plan) => plan.mustBeShown)) return new Map()
  const openPlace = reviews.open(unplanned)
  return new Map(plans.map((plan) => [plan, openPlace()]))
}
