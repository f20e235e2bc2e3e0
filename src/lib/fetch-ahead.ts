import { createEmitter } from './emitter'

/** Fetches parts of the app before they are needed, so that they are there when the network no longer is. */
export interface FetchAhead {
  /** Adds a part. A failure is ignored: the part is fetched again when it is needed. */
  add: (fetch: () => Promise<unknown>) => void
  /** Fetches what was added, and whatever is added from now on: one part at a time, while the browser has nothing to do. */
  start: () => void
  isStarted: () => boolean
  /** Returns a function that ends the subscription. */
  subscribe: (listener: () => void) => () => void
}

/** @param whenIdle calls back once the browser has nothing more urgent to do */
export function createFetchAhead(whenIdle: (callback: () => void) => void): FetchAhead {
  const starts = createEmitter()
  const waiting: (() => Promise<unknown>)[] = []
  let isStarted = false
  let isFetching = false

  function fetchNext() {
    if (!isStarted || isFetching || waiting.length === 0) return
    isFetching = true
    whenIdle(() => {
      const end = () => {
        isFetching = false
        fetchNext()
      }
      const fetch = waiting.shift() ?? (() => Promise.resolve())
      fetch().then(end, end)
    })
  }

  return {
    add(fetch) {
      waiting.push(fetch)
      fetchNext()
    },
    start() {
      if (isStarted) return
      isStarted = true
      starts.emit()
      fetchNext()
    },
    isStarted: () => isStarted,
    subscribe: starts.subscribe,
  }
}

/** Of the whole app. A page starts it once it shows what it was opened for. */
export const ahead = createFetchAhead((callback) => {
  // Safari has no idle callbacks.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(callback)
  else setTimeout(callback, 200)
})
