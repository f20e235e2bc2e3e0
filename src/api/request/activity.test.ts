import { afterEach, expect, test, vi } from 'vitest'
import { isBackground, watchActivity } from './activity'

afterEach(() => {
  vi.useRealTimers()
})

test('a read is a background one when nobody touched the page for a minute', () => {
  vi.useFakeTimers({ now: 10_000_000 })
  const page = new EventTarget()
  const stop = watchActivity(page, () => undefined)

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

test('somebody who uses the page renews at most every two minutes, and nobody else does', () => {
  vi.useFakeTimers({ now: 20_000_000 })
  const page = new EventTarget()
  const renew = vi.fn()
  const stop = watchActivity(page, renew)
  page.dispatchEvent(new Event('keydown'))
  const before = renew.mock.calls.length

  for (let second = 0; second < 600; second += 1) {
    vi.advanceTimersByTime(1000)
    page.dispatchEvent(new Event('keydown'))
  }
  expect(renew.mock.calls.length - before).toBe(5)
  vi.advanceTimersByTime(3_600_000)
  expect(renew.mock.calls.length - before).toBe(5)
  page.dispatchEvent(new Event('wheel'))
  expect(renew.mock.calls.length - before).toBe(6)
  stop()
  vi.advanceTimersByTime(3_600_000)
  page.dispatchEvent(new Event('wheel'))
  expect(renew.mock.calls.length - before).toBe(6)
})
