import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'

// Some browsers say it by events, some by the media query, most by both and in an order of their own.
let isBetweenEvents = false
const isPrinting = () => isBetweenEvents || window.matchMedia('print').matches

function subscribe(listener: () => void) {
  // What gets on paper is what is in the document when these return.
  const render = () => flushSync(listener)
  const begin = () => {
    isBetweenEvents = true
    render()
  }
  const end = () => {
    isBetweenEvents = false
    render()
  }
  const query = window.matchMedia('print')
  query.addEventListener('change', render)
  window.addEventListener('beforeprint', begin)
  window.addEventListener('afterprint', end)
  return () => {
    query.removeEventListener('change', render)
    window.removeEventListener('beforeprint', begin)
    window.removeEventListener('afterprint', end)
  }
}

/** Whether the page is being printed, for what is otherwise made only as it comes into view. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, isPrinting)
}
