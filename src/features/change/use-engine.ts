import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import { holdTab } from '../../lib/navigation/navigation-guard'
import { consoleEffects } from './engine/console/console-effects'
import { createEngine, type Engine } from './engine/engine'
import type { Review } from './engine/stores/review'
import { engines, type ClientEngine } from './engines'
import { createNotices, type Notices } from './notices/notices'
import { createHostedReview, type HostedReview, isReviewOf } from './review/hosted-review'

/** Returns the one engine by which the changes of this page are made. */
export function useEngine(): Engine {
  return engineFor(useQueryClient()).engine
}

/** Returns what became of the changes of this page. */
export function useNotices(): Notices {
  return engineFor(useQueryClient()).notices
}

/** Returns what a component's changes have to say of it, read again whenever something about the component changes. */
export function useOfComponent<T>(component: string, read: (engine: Engine) => T): T {
  const engine = useEngine()
  const subscribe = useCallback(
    (listener: () => void) => engine.subscribe(component, listener),
    [engine, component],
  )
  return useSyncExternalStore(subscribe, () => read(engine))
}

/** Whether anything of a component is under way. */
export function useIsBusy(component: string): boolean {
  return useOfComponent(component, (engine) => engine.isBusy(component))
}

/** Whether the person is asked about something, or something runs before their eyes. */
export function useIsAsked(): boolean {
  const { reviews } = useEngine()
  return useSyncExternalStore(reviews.subscribe, () => reviews.current() !== null)
}

/** Returns what the person is asked about, or what runs before their eyes; null where nothing is. */
function useReview(): Review | null {
  const { reviews } = useEngine()
  return useSyncExternalStore(reviews.subscribe, reviews.current)
}

/** Returns where a change can be reviewed other than in a dialog of its own. */
export function useHostedReview(): HostedReview {
  return engineFor(useQueryClient()).hostedReview
}

/** Returns the review that is shown where its change was asked for, or the one that has a dialog of its own; else null. */
export function useReviewIn(place: 'host' | 'own-dialog'): Review | null {
  const hosted = useHostedReview()
  const review = useReview()
  const desired = useSyncExternalStore(hosted.subscribe, hosted.current)
  return review && isReviewOf(review, desired) === (place === 'host') ? review : null
}

function engineFor(client: QueryClient): ClientEngine {
  const known = engines.get(client)
  if (known) return known
  const engine = createEngine(consoleEffects(client))
  const made = { engine, notices: createNotices(engine), hostedReview: createHostedReview() }
  engines.set(client, made)
  holdTabFor(engine)
  return made
}

/** A closed tab cuts a plan short: the browser asks while calls have yet to be sent, whatever page is shown. */
function holdTabFor({ unsent }: Engine) {
  let letGo: (() => void) | null = null
  unsent.subscribe(() => {
    letGo?.()
    letGo = unsent.has() ? holdTab() : null
  })
}
