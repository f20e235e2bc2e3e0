import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'

// Browsers signal printing by events, by the media query, or by both in varying order.
let isBetweenEvents = false
let known: MediaQueryList | undefined
const printQuery = () => (known ??= window.matchMedia('print'))
const isPrinting = () => isBetweenEvents || printQuery().matches

function subscribe(listener: () => void) {
  // What is in the document when these return gets printed.
  const render = () => flushSync(listener)
  const begin = () => {
    isBetweenEvents = true
    render()
  }
  const end = () => {
    isBetweenEvents = false
    render()
  }
  const query = printQuery()
  query.addEventListener('change', render)
  window.addEventListener('beforeprint', begin)
  window.addEventListener('afterprint', end)
  return () => {
    query.removeEventListener('change', render)
    window.removeEventListener('beforeprint', begin)
    window.removeEventListener('afterprint', end)
  }
}

/** Returns whether the page is being printed, when what is out of view must be rendered too. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, isPrinting)
}
