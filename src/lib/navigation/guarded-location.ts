import { createEmitter } from '../emitter'

/** Asks whether the page may be left; true means yes. */
export type LeaveQuestion = () => boolean | Promise<boolean>

/** The part of the browser's `window` that is used. */
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

interface Address {
  path: string
  search: string
}

/** Milliseconds that the address bar may lag behind typing. */
const lagMs = 400

/** Events of a person who is on the way to the address bar, to another tab or away. */
const waysOut = ['blur', 'pagehide', 'visibilitychange', 'keydown', 'mouseout']

export interface GuardedLocation {
  /** The address for pages. */
  address: () => Address
  /** Counts on with each address that is gone to, also where that is the present one. */
  visit: () => number
  subscribe: (listener: () => void) => () => void
  /**
   * Replaces what follows the `?`: for pages immediately, in the address bar when typing pauses. Safari throws where the
   * address is replaced more than 100 times in 30 seconds.
   */
  replaceSearch: (search: string) => void
  /** Goes to an address of this app; asks first when that leaves a held page. */
  navigate: (to: string, options?: NavigateOptions) => void
  /** Asks everything that holds the page. Resolves with true when the person agrees to leave. */
  mayLeave: () => Promise<boolean>
  /** Holds the page until `question` resolves with true. Returns a function that releases it. */
  hold: (question: LeaveQuestion) => () => void
  /** Only makes the browser ask before the tab is closed or reloaded. Returns a function that ends it. */
  holdTab: () => () => void
}

/**
 * Guards the address bar against leaving a held page, and listens to `host` from then on.
 *
 * Back and Forward have already changed the address when the browser reports them, so they can't be prevented: the page
 * stays on the screen while the question is open, and the address is restored when the answer is no. That is why the
 * address for pages is kept here, apart from `location`, and each history entry has a number: the difference of two
 * numbers leads back. Where an entry has none (something else created it), a new entry restores the address. A change of
 * the search alone is never asked about.
 *
 * While somebody types, the address bar lags behind. It catches up before its entry is left, and before anybody can copy
 * it. A text that Back overtook is not written into the entry that Back led to.
 * @param base what precedes every path in the address bar; paths here are without it
 */
export function createGuardedLocation(host: LocationHost, base = ''): GuardedLocation {
  const { history } = host
  const addressChanged = createEmitter()
  const questions = new Set<LeaveQuestion>()
  let tabHolds = 0
  let address = addressNow()
  let index = entryIndex(history.state) ?? 0
  let isAsking = false
  let visits = 0
  /** The search that the address bar does not show yet. */
  let lagging: { search: string; timer: ReturnType<typeof setTimeout> } | null = null
  /** The same at the moment of a Back, until it is known whether the page is left. */
  let overtaken: string | null = null

  function addressNow(): Address {
    return { path: host.location.pathname.slice(base.length), search: host.location.search }
  }

  function show(next: Address) {
    if (next.path === address.path && next.search === address.search) return
    address = next
    addressChanged.emit()
  }

  function dropLagging(): string | null {
    const search = lagging?.search ?? null
    clearTimeout(lagging?.timer)
    lagging = null
    return search
  }

  function writeSearch(search: string | null) {
    if (search === null) return
    history.replaceState(stamped(history.state, index), '', base + address.path + search)
    show(addressNow())
  }

  const catchUp = () => writeSearch(dropLagging())

  function replaceSearch(search: string) {
    dropLagging()
    lagging = { search, timer: setTimeout(catchUp, lagMs) }
    show({ path: address.path, search })
  }

  async function mayLeave() {
    for (const question of [...questions]) if (!(await question())) return false
    return true
  }

  function go(to: string, { replace = false, state = null }: NavigateOptions) {
    catchUp()
    if (!replace) {
      index += 1
      visits += 1
    }
    history[replace ? 'replaceState' : 'pushState'](stamped(state, index), '', base + to)
    address = addressNow()
    addressChanged.emit()
  }

  function navigate(to: string, options: NavigateOptions = {}) {
    const leaves = new URL(base + to, host.location.href).pathname !== base + address.path
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
    if (next.path === address.path || questions.size === 0) {
      const returned = reachedNow === index ? overtaken : null
      index = reachedNow
      overtaken = null
      if (returned === null) show(next)
      else writeSearch(returned)
      return
    }
    // For a second Back while the question is open, the one answer decides.
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
      history.pushState(stamped(null, index), '', base + address.path + address.search)
    } else if (reached !== index) {
      // The popstate of this finds the address that is shown, and changes nothing.
      history.go(index - reached)
    }
  }

  function keepTab(event: Event) {
    event.preventDefault()
  }

  // Only while it is needed: browsers don't keep a page with this listener in memory for Back.
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
    address: () => address,
    visit: () => visits,
    subscribe: addressChanged.subscribe,
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

/** Returns false for a key that only writes, and for a pointer that stays in the page. */
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
