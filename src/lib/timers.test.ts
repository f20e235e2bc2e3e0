// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useLingering } from './timers'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function pass(milliseconds: number) {
  act(() => {
    vi.advanceTimersByTime(milliseconds)
  })
}

it('stays on for a while after the end, and longer where it is on again meanwhile', () => {
  const { result, rerender } = renderHook((isOn: boolean) => useLingering(isOn, 300), { initialProps: false })
  expect(result.current).toBe(false)
  rerender(true)
  expect(result.current).toBe(true)
  rerender(false)
  pass(299)
  expect(result.current).toBe(true)
  rerender(true)
  rerender(false)
  pass(299)
  expect(result.current).toBe(true)
  pass(1)
  expect(result.current).toBe(false)
})
