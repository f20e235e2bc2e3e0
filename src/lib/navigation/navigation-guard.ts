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

/**
 * The path and the search of the address, still encoded: wouter decodes both once before it gives them, after which
 * nobody can tell `%2F` in a name from `%252F`.
 */
export const useAddress = () => ({
  path: useSyncExternalStore(guarded.subscribe, currentPath),
  search: useGuardedSearch(),
})

/** The same at this moment; the address bar may lag behind it. */
export const addressNow = guarded.place

/** Goes to an address of this app, as links do. */
export const navigate = guarded.navigate

/** Replaces what follows the `?`: for pages at once, in the address bar when typing pauses. */
export const replaceSearch = guarded.replaceSearch

/** Asks everybody who holds something unsaved, before something that ends the page. True: go on. */
export const mayLeave = guarded.mayLeave

/** Lets the browser ask, in its own words, before the tab is closed or loaded again. Gives a function that ends that. */
export const holdTab = guarded.holdTab

/**
 * Asks before the page is left while `active`: by a link, by Back and Forward, and (in the browser's own words) by
 * closing the tab. `confirm` gives true to let go; it may take its time, the page stays meanwhile.
 * A change of the search alone is not leaving.
 */
export function useNavigationGuard(active: boolean, confirm: LeaveQuestion): void {
  const ask = useEffectEvent(() => confirm())
  useEffect(() => (active ? guarded.hold(() => ask()) : undefined), [active])
}
