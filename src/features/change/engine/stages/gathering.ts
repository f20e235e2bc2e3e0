import type { ReviewPlace, ReviewQueue } from '../stores/review-queue'
import type { Prepared, PreparedPlan } from './prepare'

/** Brings together what was prepared for the components of one change, which a person decides on as one. */
export interface Gathering {
  /**
   * Adds what was prepared for one component (by its job), and returns where its plan is shown, null where it is not.
   * Returns no promise where no other component has to be waited for.
   */
  add: (job: number, prepared: Prepared) => ReviewPlace | null | Promise<ReviewPlace | null>
  /** Counts a component as added for which nothing is to be decided. */
  leave: (job: number) => void
  /** Opens a place for what was approved before, in one review for all of them. */
  openPlace: () => ReviewPlace
}

type Places = ReadonlyMap<Prepared, ReviewPlace>

/** Returns a gathering of so many components, which decides when the last of them is added. */
export function createGathering(count: number, reviews: ReviewQueue): Gathering {
  const added = new Map<number, Prepared | null>()
  let resolve: (places: Places) => void = () => undefined
  const opened = new Promise<Places>((resolveOpened) => {
    resolve = resolveOpened
  })

  return {
    openPlace: reviews.open(),
    add(job, prepared) {
      added.set(job, prepared)
      if (added.size < count) return opened.then((places) => places.get(prepared) ?? null)
      const places = openPlaces(plansAmong(added.values()), reviews)
      resolve(places)
      return places.get(prepared) ?? null
    },
    leave(job) {
      if (added.has(job)) return
      added.set(job, null)
      if (added.size === count) resolve(openPlaces(plansAmong(added.values()), reviews))
    },
  }
}

/**
 * Opens one review for plans that are decided on together, and returns the place of each; none where nothing must be
 * shown: no plan of its own, and they come to one step in all.
 */
export function openPlaces(plans: readonly PreparedPlan[], reviews: ReviewQueue): Places {
  const steps = plans.reduce((count, { plan }) => count + plan.steps.length, 0)
  if (steps <= 1 && !plans.some((plan) => plan.mustBeShown)) return new Map()
  const openPlace = reviews.open()
  return new Map(plans.map((plan) => [plan, openPlace()]))
}

export function plansAmong(all: Iterable<Prepared | null>): PreparedPlan[] {
  return [...all].filter((one) => one?.kind === 'planned')
}
