import { createEmitter } from '../emitter'

/** Asks whether what is on the screen may be left; true lets go. */
export type LeaveQuestion = () => boolean | Promise<boolean>

/** What is needed of the browser's `window`. */
export interface LocationHost {
  readonly location: { readonly href: string; readonly pathname: string; readonly search: string }
  readonly history: Pick<History, 'state' | 'pushState' | 'replaceState' | 'go'>
  addEventListener(type: string, listener: (event: Event) => void): void
  removeEventListener(type: string, listener: (event: Event) => void): void
}

interface NavigateOptions {
  replace?: boolean
  state?: unknown
}

interface Place {
  path: string
  search: string
}

/** How long the address bar may lag behind typing, in milliseconds. */
const lagMs = 400

/** What a person does on the way to the address bar, to another tab or away. */
const waysOut = ['blur', 'pagehide', 'visibilitychange', 'keydown', 'mouseout']

export interface GuardedLocation {
  /** The address as pages are to see it. */
  place: () => Place
  subscribe: (listener: () => void) => () => void
  /**
   * Replaces what follows the `?` in the address: for pages at once, in the address bar when no more of it has come for
   * a moment. Safari throws where the address is replaced more than 100 times in 30 seconds.
   */
  replaceSearch: (search: string) => void
  /** Goes to an address of this app; asks first when that leaves a page that is held. */
  navigate: (to: string, options?: NavigateOptions) => void
  /** Asks everybody who holds the page. Gives true when the person lets it go. */
  mayLeave: () => Promise<boolean>
  /** Holds the page until `question` says yes. Gives a function that lets it go. */
  hold: (question: LeaveQuestion) => () => void
  /** Lets the browser ask before the tab is closed or loaded again, and nothing else. Gives a function that ends that. */
  holdTab: () => () => void
}

/**
 * The address bar with a gate before it.
 *
 * Back and Forward have already changed the address when the browser tells of them, so nothing can hold them up; the
 * page can only be kept on the screen while the question is open, and the address be put back when the answer is no.
 * That is why the place that pages see is held here, apart from `location`, and each history entry carries its number:
 * the way back is the difference of two numbers. Where an entry has none (somebody else made it), a new entry is
 * made for the place that was kept. A change of the search alone leaves nothing and is never asked about.
 *
 * While somebody types, the address bar lags behind; it catches up before the entry is left, and before anybody can
 * copy it. What Back was faster than is not written into the entry that it led to.
 *
 * Takes the browser's window, and listens to it from then on.
 */
export function createGuardedLocation(host: LocationHost): GuardedLocation {
  const { history } = host
  const placeChanged = createEmitter()
  const questions = new Set<LeaveQuestion>()
  let tabHolds = 0
  let place = addressNow()
  let index = entryIndex(history.state) ?? 0
  let isAsking = false
  /** What the address bar has yet to show. */
  let lagging: { search: string; timer: ReturnType<typeof setTimeout> } | null = null
  /** What it had yet to show when Back was pressed, until it is known whether the page is left. */
  let overtaken: string | null = null

  function addressNow(): Place {
    return { path: host.location.pathname, search: host.location.search }
  }

  function show(next: Place) {
    if (next.path === place.path && next.search === place.search) return
    place = next
    placeChanged.emit()
  }

  function dropLagging(): string | null {
    const search = lagging?.search ?? null
    clearTimeout(lagging?.timer)
    lagging = null
    return search
  }

  function writeSearch(search: string | null) {
    if (search === null) return
    history.replaceState(stamped(null, index), '', place.path + search)
    show(addressNow())
  }

  const catchUp = () => writeSearch(dropLagging())

  function replaceSearch(search: string) {
    dropLagging()
    lagging = { search, timer: setTimeout(catchUp, lagMs) }
    show({ path: place.path, search })
  }

  async function mayLeave() {
    for (const question of [...questions]) if (!(await question())) return false
    return true
  }

  function go(to: string, { replace = false, state = null }: NavigateOptions) {
    catchUp()
    if (!replace) index += 1
    history[replace ? 'replaceState' : 'pushState'](stamped(state, index), '', to)
    show(addressNow())
  }

  function navigate(to: string, options: NavigateOptions = {}) {
    const leaves = new URL(to, host.location.href).pathname !== place.path
    if (!leaves || questions.size === 0) {
      go(to, options)
      return
    }
    void mayLeave().then((may) => {
      if (may) go(to, options)
    })
  }

  async function handlePopState() {
    overtaken = dropLagging() ?? overtaken
    const next = addressNow()
    const reachedNow = entryIndex(history.state) ?? index
    if (next.path === place.path || questions.size === 0) {
      const returned = reachedNow === index ? overtaken : null
      index = reachedNow
      overtaken = null
      if (returned === null) show(next)
      else writeSearch(returned)
      return
    }
    // A second Back while the question is open: the one answer decides about wherever it has led to.
    if (isAsking) return
    isAsking = true
    const may = await mayLeave()
    isAsking = false
    const reached = entryIndex(history.state)
    if (may) {
      index = reached ?? index
      overtaken = null
      show(addressNow())
    } else if (reached === undefined) {
      history.pushState(stamped(null, index), '', place.path + place.search)
    } else if (reached !== index) {
      // The popstate that this makes finds the place that is shown, and changes nothing.
      history.go(index - reached)
    }
  }

  function keepTab(event: Event) {
    event.preventDefault()
  }

  // Only while it is needed: a page that listens to this cannot be kept for Back by the browser.
  function holdTab() {
    if (tabHolds === 0) host.addEventListener('beforeunload', keepTab)
    tabHolds += 1
    let isHeld = true
    return () => {
      if (!isHeld) return
      isHeld = false
      tabHolds -= 1
      if (tabHolds === 0) host.removeEventListener('beforeunload', keepTab)
    }
  }

  history.replaceState(stamped(history.state, index), '')
  host.addEventListener('popstate', () => void handlePopState())
  for (const type of waysOut) {
    host.addEventListener(type, (event) => {
      if (leadsOut(event)) catchUp()
    })
  }

  return {
    place: () => place,
    subscribe: placeChanged.subscribe,
    replaceSearch,
    navigate,
    mayLeave,
    hold(question) {
      questions.add(question)
      const letTabGo = holdTab()
      return () => {
        if (questions.delete(question)) letTabGo()
      }
    },
    holdTab,
  }
}

/** A key that only writes, and a pointer that stays in the page, lead nowhere. */
function leadsOut(event: Event): boolean {
  if ('key' in event && 'ctrlKey' in event && 'metaKey' in event && 'altKey' in event) {
    return Boolean(event.ctrlKey || event.metaKey || event.altKey) || /^F\d+$/.test(String(event.key))
  }
  return !('relatedTarget' in event) || event.relatedTarget === null
}

function entryIndex(state: unknown): number | undefined {
  if (typeof state !== 'object' || state === null || !('portdeck' in state)) return undefined
  return typeof state.portdeck === 'number' ? state.portdeck : undefined
}

function stamped(state: unknown, index: number): object {
  return { ...(typeof state === 'object' ? state : {}), portdeck: index }
}
