import { basePath } from '../lib/navigation/base-path'
import { addressNow } from '../lib/navigation/navigation-guard'

/** Milliseconds that pointer or focus stay on a link before its data are read: less is passing by. */
const dwellMs = 120

/** What a link leads to, by its path within the app. */
export interface Destination {
  /** Fetches the page's code. Called as soon as pointer or focus reach the link. */
  fetchCode: (path: string) => unknown
  /** Reads what the page shows. Called once they have stayed, and not before an earlier call has ended. */
  readData: (path: string) => Promise<unknown>
}

/**
 * Fetches what a link leads to before it is followed, as soon as somebody points at it or focuses it. A finger that touches a
 * link follows it at once, so it isn't waited for. Returns a function that ends this.
 */
export function fetchOnIntent({ fetchCode, readData }: Destination): () => void {
  let intended: string | undefined
  /** The same once it has lasted. */
  let due: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isReading = false

  function intend(event: Event) {
    const path = 'pointerType' in event && event.pointerType === 'touch' ? undefined : pathAt(event.target)
    if (path === intended) return
    intended = path
    due = undefined
    clearTimeout(timer)
    if (path === undefined) return
    fetchCode(path)
    timer = setTimeout(() => {
      due = path
      readNext()
    }, dwellMs)
  }

  function readNext() {
    if (due === undefined || isReading) return
    const path = due
    due = undefined
    isReading = true
    void readData(path).finally(() => {
      isReading = false
      readNext()
    })
  }

  // Not `pointerover`, which also comes where a link comes to lie under a pointer at rest.
  document.addEventListener('pointermove', intend)
  document.addEventListener('focusin', intend)
  return () => {
    clearTimeout(timer)
    document.removeEventListener('pointermove', intend)
    document.removeEventListener('focusin', intend)
  }
}

/** Returns the path of the link around an element, without the base path; undefined for the present page and for others. */
function pathAt(target: EventTarget | null): string | undefined {
  const link = target instanceof Element ? target.closest('a') : null
  if (!link || link.target === '_blank' || link.origin !== location.origin) return undefined
  const { pathname } = link
  if (!pathname.startsWith(`${basePath}/`)) return undefined
  const path = pathname.slice(basePath.length)
  return path === addressNow().path ? undefined : path
}
