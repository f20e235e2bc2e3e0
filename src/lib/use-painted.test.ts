// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { usePainted } from './use-painted'

beforeEach(
  () =>
    void vi.useFakeTimers({
      toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'setTimeout', 'clearTimeout'],
    }),
)
afterEach(() => void vi.useRealTimers())

const paint = () => {
  act(() => {
    vi.advanceTimersByTime(20)
  })
}

test('follows a value once a frame has been painted, and then the last one', () => {
  const seen: string[] = []
  const { result, rerender } = renderHook(
    ({ value }) => {
      const painted = usePainted(value)
      seen.push(painted)
      return painted
    },
    { initialProps: { value: '' } },
  )
  rerender({ value: 'm' })
  expect(result.current).toBe('')
  paint()
  expect(result.current).toBe('m')
  rerender({ value: 'my' })
  rerender({ value: 'mys' })
  paint()
  expect(result.current).toBe('mys')
  expect(seen).not.toContain('my')
})

test('a value that is taken back before the paint changes nothing', () => {
  const { result, rerender } = renderHook(({ value }) => usePainted(value), { initialProps: { value: '' } })
  rerender({ value: 'm' })
  rerender({ value: '' })
  paint()
  expect(result.current).toBe('')
})
