import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { createGuardedLocation, type LeaveQuestion } from './guarded-location'

const guarded = createGuardedLocation(window)
const currentPath = () => guarded.place().path
const currentSearch = () => guarded.place().search

const useGuardedSearch = () => useSyncExternalStore(guarded.subscribe, currentSearch)

/** The location hook, and with it the hook for the search, in the form that wouter's `Router` takes. */
export const useGuardedLocation = Object.assign(
  (): [string, typeof guarded.navigate] => [
    useSyncExternalStore(guarded.subscribe, currentPath),
    guarded.navigate,
  ],
  { searchHook: useGuardedSearch },
)

/** Asks everybody who holds something unsaved, before something that ends the page. True: go on. */
export const mayLeave = guarded.mayLeave

/**
 * Asks before the page is left while `active`: by a link, by Back and Forward, and (in the browser's own words) by
 * closing the tab. `confirm` gives true to let go; it may take its time, the page stays meanwhile.
 * A change of the search alone is not leaving.
 */
export function useNavigationGuard(active: boolean, confirm: LeaveQuestion): void {
  const ask = useEffectEvent(() => confirm())
  useEffect(() => (active ? guarded.hold(() => ask()) : undefined), [active])
}
