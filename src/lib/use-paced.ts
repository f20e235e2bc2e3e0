import { useMemo, useSyncExternalStore } from 'react'
import { paced } from './paced'

type Subscribe = (listener: () => void) => () => void

/**
 * Returns what `read` returns, and follows the changes that `subscribe` reports, at most once in so many milliseconds.
 * Both functions have to stay the same; another `read` is followed at once.
 */
export function usePaced<T>(subscribe: Subscribe, read: () => T, milliseconds: number): T {
  const source = useMemo(() => createPaced(subscribe, read, milliseconds), [subscribe, read, milliseconds])
  return useSyncExternalStore(source.subscribe, source.shown)
}

function createPaced<T>(subscribe: Subscribe, read: () => T, milliseconds: number) {
  let shown = read()
  return {
    shown: () => shown,
    subscribe: (listener: () => void) => {
      const follow = paced(() => {
        const next = read()
        if (Object.is(next, shown)) return
        shown = next
        listener()
      }, milliseconds)
      const leave = subscribe(follow)
      // What changed between rendering and this.
      follow()
      return () => {
        leave()
        follow.cancel()
      }
    },
  }
}
