// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { asJson, eraseStored, oneOf, storedTexts, storedValue } from './stored-value'

const key = 'test.size'
const sizes = storedValue(key, oneOf(['small', 'large']))

beforeEach(() => {
  vi.unstubAllGlobals()
  localStorage.clear()
})

describe('a stored value', () => {
  it('is read as it was written, and as plain text', () => {
    expect(sizes.read()).toBeNull()
    sizes.write('large')
    expect(localStorage.getItem(key)).toBe('large')
    expect(sizes.read()).toBe('large')
  })

  it('is removed by null', () => {
    sizes.write('large')
    sizes.write(null)
    expect(localStorage.getItem(key)).toBeNull()
    expect(sizes.read()).toBeNull()
  })

  it.each(['', 'Large', 'large ', 'null', '{}'])('is null where the browser holds “%s”', (text) => {
    localStorage.setItem(key, text)
    expect(sizes.read()).toBeNull()
  })

  it('is null, and written to no effect, where storage is switched off', () => {
    vi.stubGlobal('localStorage', {
      get getItem() {
        throw new DOMException('denied', 'SecurityError')
      },
      get setItem() {
        throw new DOMException('denied', 'SecurityError')
      },
      get removeItem() {
        throw new DOMException('denied', 'SecurityError')
      },
    })
    sizes.write('large')
    sizes.write(null)
    expect(sizes.read()).toBeNull()
  })

  it('keeps what was there where storage is full', () => {
    sizes.write('small')
    const text = localStorage.getItem(key)
    vi.stubGlobal('localStorage', {
      getItem: () => text,
      setItem() {
        throw new DOMException('full', 'QuotaExceededError')
      },
    })
    sizes.write('large')
    expect(sizes.read()).toBe('small')
  })

  it('tells of what another tab wrote or cleared, and of no other key', () => {
    const listener = vi.fn()
    const stop = sizes.subscribe(listener)
    window.dispatchEvent(new StorageEvent('storage', { key: 'test.other' }))
    expect(listener).not.toHaveBeenCalled()
    window.dispatchEvent(new StorageEvent('storage', { key }))
    window.dispatchEvent(new StorageEvent('storage', { key: null }))
    expect(listener).toHaveBeenCalledTimes(2)
    stop()
    window.dispatchEvent(new StorageEvent('storage', { key }))
    expect(listener).toHaveBeenCalledTimes(2)
  })
})

describe('the formats', () => {
  it('reads a number of a choice as a number', () => {
    const seconds = storedValue(key, oneOf([0, 10, 30]))
    seconds.write(30)
    expect(localStorage.getItem(key)).toBe('30')
    expect(seconds.read()).toBe(30)
    localStorage.setItem(key, '20')
    expect(seconds.read()).toBeNull()
  })

  it('reads JSON of the right shape, and nothing else', () => {
    const names = storedValue(
      key,
      asJson((json) => (Array.isArray(json) ? json.filter((name) => typeof name === 'string') : null)),
    )
    names.write(['a', 'b'])
    expect(names.read()).toEqual(['a', 'b'])
    for (const text of ['not json', '{"a":1}', 'null']) {
      localStorage.setItem(key, text)
      expect(names.read()).toBeNull()
    }
  })
})

describe('erasing', () => {
  const entries = () => Object.fromEntries(Object.entries<string>(localStorage))

  beforeEach(() => {
    localStorage.setItem('portdeck.language', 'zh')
    localStorage.setItem('portdeck.scheme', 'dark')
    localStorage.setItem('portdeck.session', '1')
    localStorage.setItem('portdeck.scope:https://console.test:1', '{"names":{"team":"Shop"}}')
    localStorage.setItem('portdeck.refresh.https://console.test:1', '30')
    localStorage.setItem('another.app', 'x')
  })

  it('leaves preferences and other apps alone', () => {
    eraseStored()
    expect(entries()).toEqual({
      'portdeck.language': 'zh',
      'portdeck.scheme': 'dark',
      'another.app': 'x',
    })
  })

  it('stores preferences again that the browser has cleared', () => {
    const before = storedTexts()
    localStorage.clear()
    eraseStored(before)
    expect(entries()).toEqual({
      'portdeck.language': 'zh',
      'portdeck.scheme': 'dark',
      'another.app': 'x',
    })
  })

  it('does nothing where storage is switched off', () => {
    vi.stubGlobal('localStorage', null)
    expect(storedTexts()).toEqual([])
    expect(() => eraseStored([['portdeck.scheme', 'dark']])).not.toThrow()
  })
})
