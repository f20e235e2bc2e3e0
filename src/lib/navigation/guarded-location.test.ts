import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createGuardedLocation, type GuardedLocation, type LocationHost } from './guarded-location'

interface Entry {
  path: string
  state: unknown
}

/** A browser's history: entries, the one that is shown, and a way to walk in it. */
class HistoryDouble extends EventTarget implements LocationHost {
  readonly origin = 'http://desk.test'
  entries: Entry[] = [{ path: '/teams', state: null }]
  at = 0

  get entry() {
    return this.entries[this.at] ?? { path: 'nowhere', state: null }
  }
  get location() {
    return new URL(this.entry.path, this.origin)
  }
  readonly history = this.makeHistory()

  walk(by: number) {
    this.at += by
    this.dispatchEvent(new Event('popstate'))
  }

  private makeHistory(): LocationHost['history'] {
    const entry = () => this.entry
    return {
      get state(): unknown {
        return entry().state
      },
      go: (by = 0) => {
        this.walk(by)
      },
      pushState: (state: unknown, _title, path) => {
        this.entries = [...this.entries.slice(0, this.at + 1), { path: String(path), state }]
        this.at += 1
      },
      replaceState: (state: unknown, _title, path) => {
        this.entries[this.at] = { path: String(path ?? this.entry.path), state }
      },
    }
  }
}

let host: HistoryDouble
let guarded: GuardedLocation
const shown = () => guarded.address().path + guarded.address().search
/** Lets everything that was asked and answered take its course. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

beforeEach(() => {
  host = new HistoryDouble()
  guarded = createGuardedLocation(host)
})

test('with nothing unsaved, links and Back are followed, and pages are notified', () => {
  const listener = vi.fn()
  guarded.subscribe(listener)
  guarded.navigate('/teams/a')
  expect([shown(), host.location.pathname]).toEqual(['/teams/a', '/teams/a'])
  host.walk(-1)
  expect(shown()).toBe('/teams')
  expect(listener).toHaveBeenCalledTimes(2)
})

describe('with something unsaved', () => {
  test('a link is followed only after a yes', async () => {
    const question = vi.fn(() => false)
    guarded.hold(question)
    guarded.navigate('/teams/a')
    await settled()
    expect([shown(), host.location.pathname]).toEqual(['/teams', '/teams'])
    question.mockReturnValue(true)
    guarded.navigate('/teams/a')
    await settled()
    expect(shown()).toBe('/teams/a')
  })

  test('a change of the search is not asked about', () => {
    const question = vi.fn(() => false)
    guarded.hold(question)
    guarded.navigate('/teams?filter=web')
    expect(shown()).toBe('/teams?filter=web')
    host.walk(-1)
    expect(shown()).toBe('/teams')
    expect(question).not.toHaveBeenCalled()
  })

  test('Back keeps the page while the question is open, and a no puts the address back', async () => {
    for (const path of ['/teams/a', '/teams/b', '/teams/c']) guarded.navigate(path)
    const answers: ((may: boolean) => void)[] = []
    guarded.hold(() => new Promise((resolve) => answers.push(resolve)))

    host.walk(-2)
    expect([shown(), host.location.pathname]).toEqual(['/teams/c', '/teams/a'])
    answers[0]?.(false)
    await settled()
    expect([shown(), host.location.pathname]).toEqual(['/teams/c', '/teams/c'])
    expect(host.entries).toHaveLength(4)

    host.walk(-1)
    answers[1]?.(true)
    await settled()
    expect([shown(), host.location.pathname]).toEqual(['/teams/b', '/teams/b'])
  })

  test('an entry of somebody else is left again by a new entry', async () => {
    guarded.navigate('/teams/a')
    host.entries[0] = { path: '/teams', state: null }
    guarded.hold(() => false)
    host.walk(-1)
    await settled()
    expect([shown(), host.location.pathname]).toEqual(['/teams/a', '/teams/a'])
  })

  test('a second Back is decided by the answer to the first', async () => {
    for (const path of ['/teams/a', '/teams/b']) guarded.navigate(path)
    const question = vi.fn(() => Promise.resolve(true))
    guarded.hold(question)
    host.walk(-1)
    host.walk(-1)
    await settled()
    expect(question).toHaveBeenCalledOnce()
    expect(shown()).toBe('/teams')
  })

  test('closing the tab asks, until it is let go', () => {
    const closes = () => host.dispatchEvent(new Event('beforeunload', { cancelable: true }))
    expect(closes()).toBe(true)
    const letGo = guarded.hold(() => false)
    expect(closes()).toBe(false)
    letGo()
    expect(closes()).toBe(true)
  })

  test('everybody is asked, up to the first no', async () => {
    guarded.hold(() => true)
    expect(await guarded.mayLeave()).toBe(true)
    guarded.hold(() => false)
    expect(await guarded.mayLeave()).toBe(false)
  })
})

test('a held tab makes the browser ask before it is closed, and holds up no link', () => {
  const asks = () => {
    const event = new Event('beforeunload', { cancelable: true })
    host.dispatchEvent(event)
    return event.defaultPrevented
  }
  const letGo = guarded.holdTab()
  const letOtherGo = guarded.holdTab()
  guarded.navigate('/elsewhere')
  expect(shown()).toBe('/elsewhere')
  letGo()
  letGo()
  expect(asks()).toBe(true)
  letOtherGo()
  expect(asks()).toBe(false)
})

describe('while somebody types', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())
  const type = (...texts: string[]) => texts.forEach((text) => guarded.replaceSearch(`?filter=${text}`))
  const inBar = () => host.location.pathname + host.location.search

  test('pages see every letter at once, the address bar only the last of them', () => {
    const replace = vi.spyOn(host.history, 'replaceState')
    type('w', 'we', 'web')
    expect([shown(), inBar()]).toEqual(['/teams?filter=web', '/teams'])
    vi.advanceTimersByTime(1000)
    expect([shown(), inBar()]).toEqual(['/teams?filter=web', '/teams?filter=web'])
    expect(replace).toHaveBeenCalledOnce()
  })

  test('for half a minute without a pause the address is replaced less than 100 times', () => {
    const replace = vi.spyOn(host.history, 'replaceState')
    for (let typed = 0; typed < 30_000; typed += 45) {
      type(String(typed))
      vi.advanceTimersByTime(typed % 900 === 0 ? 450 : 45)
    }
    expect(replace.mock.calls.length).toBeGreaterThan(10)
    expect(replace.mock.calls.length).toBeLessThan(100)
  })

  test.each([
    ['the window loses the focus', new Event('blur')],
    ['the tab is hidden', new Event('visibilitychange')],
    ['the page is left', new Event('pagehide')],
    ['Ctrl+L is pressed', keyEvent('l', { ctrlKey: true })],
    ['Alt+Left is pressed', keyEvent('ArrowLeft', { altKey: true })],
    ['F5 is pressed', keyEvent('F5')],
    ['the pointer leaves the page', Object.assign(new Event('mouseout'), { relatedTarget: null })],
  ])('the address bar catches up when %s', (_, event) => {
    type('web')
    host.dispatchEvent(event)
    expect(inBar()).toBe('/teams?filter=web')
  })

  test.each([
    ['a letter', keyEvent('F')],
    ['a pointer in the page', Object.assign(new Event('mouseout'), { relatedTarget: {} })],
  ])('%s does not make it catch up', (_, event) => {
    type('web')
    host.dispatchEvent(event)
    expect(inBar()).toBe('/teams')
  })

  test('a link leaves the last letter behind in its entry', () => {
    type('web')
    guarded.navigate('/teams/a')
    expect([shown(), inBar()]).toEqual(['/teams/a', '/teams/a'])
    host.walk(-1)
    expect([shown(), inBar()]).toEqual(['/teams?filter=web', '/teams?filter=web'])
  })

  test('nothing typed is written into the entry that Back leads to', () => {
    guarded.navigate('/teams/a')
    type('web')
    host.walk(-1)
    vi.advanceTimersByTime(1000)
    expect([shown(), inBar()]).toEqual(['/teams', '/teams'])
  })

  test('a Back that is not followed costs no letter', async () => {
    guarded.navigate('/teams/a')
    guarded.hold(() => false)
    type('web')
    host.walk(-1)
    await vi.advanceTimersByTimeAsync(1000)
    expect([shown(), inBar()]).toEqual(['/teams/a?filter=web', '/teams/a?filter=web'])
  })
})

function keyEvent(key: string, held: { ctrlKey?: boolean; altKey?: boolean } = {}): Event {
  const none = { ctrlKey: false, metaKey: false, altKey: false }
  return Object.assign(new Event('keydown'), { key, ...none, ...held })
}

describe('below a base path', () => {
  beforeEach(() => {
    host = new HistoryDouble()
    host.entries = [{ path: '/portdeck/teams', state: null }]
    guarded = createGuardedLocation(host, '/portdeck')
  })
  const inBar = () => host.location.pathname + host.location.search

  test('paths are without it, the address bar is with it', async () => {
    expect(shown()).toBe('/teams')
    guarded.navigate('/teams/a?filter=web')
    expect([shown(), inBar()]).toEqual(['/teams/a?filter=web', '/portdeck/teams/a?filter=web'])
    guarded.replaceSearch('?filter=db')
    host.dispatchEvent(new Event('blur'))
    expect(inBar()).toBe('/portdeck/teams/a?filter=db')
    host.walk(-1)
    await settled()
    expect(shown()).toBe('/teams')
  })

  test('a change of the search is not asked about, and a no restores the address', async () => {
    guarded.navigate('/teams/a')
    const question = vi.fn(() => false)
    guarded.hold(question)
    guarded.navigate('/teams/a?filter=web')
    expect(question).not.toHaveBeenCalled()
    host.entries[0] = { path: '/portdeck/teams', state: null }
    host.walk(-2)
    await settled()
    expect([shown(), inBar()]).toEqual(['/teams/a?filter=web', '/portdeck/teams/a?filter=web'])
  })
})
