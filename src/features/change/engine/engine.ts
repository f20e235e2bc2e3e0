import { ApiError } from '../../../api/errors/errors'
import { createKeyedEmitter } from '../../../lib/emitter'
import { createChanges, type ChangeOptions } from './changes'
import type { Effects } from './effects'
import type { Desired } from './job/job'
import type { Outcome } from './outcome'
import { approve, type Approved } from './stages/approve'
import { prepare, type Prepared } from './stages/prepare'
import { createDelays, type Delay, type Delays } from './stores/delays'
import { createPortActivities, type PortActivity } from './stores/port-activity'
import { createReviewQueue, type ReviewQueue } from './stores/review-queue'
import { createUnsent, type Unsent } from './stores/unsent'
import { componentOf, oncePerComponent, type Target } from './target'

/** What each component is to become, or one and the same for all. */
export type DesiredOf = Desired | ((target: Target) => Desired)

/**
 * The one way to change components. Changes of one component run one after the other, those of several side by side.
 * Each method takes any number of components, and resolves with one result for each, in their order; none rejects.
 */
export interface Engine {
  /** Plans a change, and sends nothing. */
  prepare: (targets: readonly Target[], desired: DesiredOf) => Promise<Prepared[]>
  /** Asks a person about plans, in one review; about none where nothing must be shown. */
  approve: (prepared: readonly Prepared[]) => Promise<Approved[]>
  /**
   * Carries out each approval once, and reads it back. What has changed since it was shown is asked about again; what was
   * not shown is planned again, and asks where it must by then.
   */
  execute: (approved: readonly Approved[], options?: ChangeOptions) => Promise<Outcome[]>
  /**
   * All three in one. Where nothing has to be read or asked first, the first request is sent before this returns, so
   * that a click shows in the next frame. A change that waits may be merged with the next one of the same port: both
   * resolve with the outcome of the two.
   */
  change: (targets: readonly Target[], desired: DesiredOf, options?: ChangeOptions) => Promise<Outcome[]>
  /** Calls `listener` when the activity of a component's ports, `isBusy` or `delay` of it may have changed. */
  subscribe: (component: string, listener: () => void) => () => void
  /** What is under way for a port, and what was refused last. */
  activity: (component: string, port: number) => PortActivity
  /** The same of all ports of a component that have any: another map whenever one of them changes. */
  activities: (component: string) => ReadonlyMap<number, PortActivity>
  /** Whether anything of a component is under way, so that nothing else should read it meanwhile. */
  isBusy: (component: string) => boolean
  /** Why what is under way for a component takes longer than a moment; null while it does not. */
  delay: (component: string) => Delay | null
  /** The components of which something takes longer, whatever page is shown. */
  delays: Pick<Delays, 'subscribe' | 'list'>
  /** Stops waiting for it: it may still be carried out, which reading back tells. */
  giveUp: (component: string) => void
  dismissRefusal: (component: string, port: number) => void
  /** What the person is asked about, or runs before their eyes. */
  reviews: Pick<ReviewQueue, 'subscribe' | 'current' | 'answer' | 'leaveOut' | 'stop'>
  /** Whether calls have yet to be sent, which would be lost with the tab. */
  unsent: Pick<Unsent, 'subscribe' | 'has'>
  /** Calls `listener` with the outcomes of every change, one for each component, before it resolves. */
  onOutcomes: (listener: (outcomes: readonly Outcome[]) => void) => () => void
  /** Sends nothing any more, not even the rest of a plan that runs, and leaves what is asked. */
  abandon: () => void
}

/** Returns an engine with which nothing is under way. */
export function createEngine(world: Effects): Engine {
  let isAbandoned = false
  const changed = createKeyedEmitter<string>()
  const delays = createDelays(changed.emit)
  const effects = delays.watched(unlessAbandoned(world, () => isAbandoned))
  const activities = createPortActivities()
  const reviews = createReviewQueue()
  const unsent = createUnsent()
  const changes = createChanges({ effects, reviews, activities, unsent, changed })

  return {
    prepare: (targets, desired) =>
      oncePerComponent(asked(targets, desired), (once) =>
        Promise.all(
          once.map(async (one) => prepare({ ...one, effects, ...changes.known(componentOf(one.target)) })),
        ),
      ),
    approve: (prepared) => oncePerComponent(prepared, (once) => approve(once, { effects, reviews })),
    execute: (approved, options = {}) =>
      changes.add(
        approved.map((one) => ({ target: one.prepared.target, desired: one.prepared.asked, approved: one })),
        options,
      ),
    change: (targets, desired, options = {}) =>
      changes.add(
        asked(targets, desired).map((one) => ({ ...one, approved: null })),
        options,
      ),
    subscribe: changed.subscribe,
    activity: activities.get,
    activities: activities.of,
    isBusy: changes.isBusy,
    delay: delays.of,
    delays,
    giveUp: delays.giveUp,
    dismissRefusal(component, port) {
      activities.setRefusal(component, port, null)
      changed.emit(component)
    },
    reviews,
    unsent,
    onOutcomes: changes.onOutcomes,
    abandon() {
      isAbandoned = true
      unsent.abandon()
      reviews.abandon()
    },
  }
}

function asked(targets: readonly Target[], desired: DesiredOf) {
  return targets.map((target) => ({
    target,
    desired: typeof desired === 'function' ? desired(target) : desired,
  }))
}

/** Once it is abandoned, nothing is sent or read in the name of somebody who may not be there any more. */
function unlessAbandoned(effects: Effects, isAbandoned: () => boolean): Effects {
  const refuse = () => Promise.reject(new ApiError({ kind: 'unauthenticated' }))
  return {
    ...effects,
    read: (...asked) => (isAbandoned() ? refuse() : effects.read(...asked)),
    send: (...asked) => (isAbandoned() ? refuse() : effects.send(...asked)),
  }
}
