import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { basePath } from './base-path'
import { createGuardedLocation, type LeaveQuestion } from './guarded-location'

const guarded = createGuardedLocation(window, basePath)
const currentPath = () => guarded.address().path
const currentSearch = () => guarded.address().search

const useGuardedSearch = () => useSyncExternalStore(guarded.subscribe, currentSearch)

/** What wouter's `Router` needs: the hooks for location and search, and how a link becomes an address. */
export const useGuardedLocation = Object.assign(
  (): [string, typeof guarded.navigate] => [
    useSyncExternalStore(guarded.subscribe, currentPath),
    guarded.navigate,
  ],
  { searchHook: useGuardedSearch, hrefs: (path: string) => basePath + path },
)

/** Returns the path of the address, still encoded: wouter decodes it once, after which `%2F` in a name looks like `%252F`. */
export const useAddressPath = () => useSyncExternalStore(guarded.subscribe, currentPath)

/** Returns the search of the address, still encoded. Typing into a filter changes it, so that only what shows it renders again. */
export const useAddressSearch = useGuardedSearch

/** Returns a number that changes whenever an address is gone to, also where that is the present one. */
export const useVisit = () => useSyncExternalStore(guarded.subscribe, guarded.visit)

let hasMoved = false
const firstPath = currentPath()
guarded.subscribe(() => {
  hasMoved ||= currentPath() !== firstPath
})

/** Whether the page was opened from another one of this app, rather than by loading its address. */
export const isFollowed = () => hasMoved

/** The present address, which the address bar may lag behind. */
export const addressNow = guarded.address

export const navigate = guarded.navigate

/** Replaces what follows the `?`: for pages immediately, in the address bar when typing pauses. */
export const replaceSearch = guarded.replaceSearch

/** Asks everything that holds the page. Resolves with true where it may be left. */
export const mayLeave = guarded.mayLeave

/** Makes the browser ask before the tab is closed or reloaded. Returns a function that ends it. */
export const holdTab = guarded.holdTab

/**
 * While `active`, calls `confirm` before a link, Back or Forward leaves the page, which stays until it resolves with true;
 * makes the browser ask before the tab is closed. A change of the search alone does not leave the page.
 */
export function useNavigationGuard(active: boolean, confirm: LeaveQuestion): void {
  const ask = useEffectEvent(() => confirm())
  useEffect(() => (active ? guarded.hold(() => ask()) : undefined), [active])
}
