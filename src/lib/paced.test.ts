import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { paced } from './paced'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('calls at once, and then once for all that comes within the time', () => {
  const call = vi.fn()
  const ask = paced(call, 100)
  ask()
  expect(call).toHaveBeenCalledTimes(1)
  for (let n = 0; n < 5; n += 1) ask()
  expect(call).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(100)
  expect(call).toHaveBeenCalledTimes(2)
  ask()
  vi.advanceTimersByTime(100)
  expect(call).toHaveBeenCalledTimes(3)
  vi.advanceTimersByTime(1000)
  expect(call).toHaveBeenCalledTimes(3)
})

it('drops what waits when it is cancelled, and starts again with the next', () => {
  const call = vi.fn()
  const ask = paced(call, 100)
  ask()
  ask()
  ask.cancel()
  vi.advanceTimersByTime(1000)
  expect(call).toHaveBeenCalledTimes(1)
  ask()
  expect(call).toHaveBeenCalledTimes(2)
})

it('makes every call at once where there is no time to wait', () => {
  const call = vi.fn()
  const ask = paced(call, 0)
  ask()
  ask()
  expect(call).toHaveBeenCalledTimes(2)
})
