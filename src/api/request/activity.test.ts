import { afterEach, expect, test, vi } from 'vitest'
import { isBackground, watchActivity } from './activity'

afterEach(() => {
  vi.useRealTimers()
})

test('a read is a background one when nobody touched the page for a minute', () => {
  vi.useFakeTimers({ now: 10_000_000 })
  const page = new EventTarget()
  const stop = watchActivity(page)

  page.dispatchEvent(new Event('keydown'))
  expect(isBackground()).toBe(false)
  vi.advanceTimersByTime(60_001)
  expect(isBackground()).toBe(true)
  page.dispatchEvent(new Event('pointerdown'))
  expect(isBackground()).toBe(false)

  stop()
  vi.advanceTimersByTime(60_001)
  page.dispatchEvent(new Event('keydown'))
  expect(isBackground()).toBe(true)
})
