// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { steadyIds, useSteadyIds } from './use-steady-ids'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  document.body.replaceChildren()
})

it('leaves every row that is shown in its place, and puts new ones below', () => {
  expect(steadyIds(['b', 'c', 'd'], ['a', 'b', 'd'])).toEqual(['b', 'c', 'd', 'a'])
})

it('is the order of filter and sort again as soon as nothing is held back', () => {
  const fresh = ['a', 'b']
  expect(steadyIds(['a', 'b'], fresh)).toBe(fresh)
})

it('is the same list where nothing new is to be shown', () => {
  const shown = ['a', 'b']
  expect(steadyIds(shown, ['b'])).toBe(shown)
})

it('keeps the list as it is behind a question, however many rows leave it, and follows once when it is answered', () => {
  vi.useFakeTimers()
  const grid = document.createElement('div')
  grid.role = 'grid'
  document.body.append(grid)
  const all = Array.from({ length: 100 }, (_, at) => String(at))
  const lists = new Set<readonly string[]>()
  const { rerender, result } = renderHook(
    (props: { fresh: readonly string[]; isAsked: boolean }) => {
      const ids = useSteadyIds({ ...props, order: '' })
      lists.add(ids)
      return ids
    },
    { initialProps: { fresh: all, isAsked: true } },
  )
  for (let gone = 1; gone < all.length; gone += 1) rerender({ fresh: all.slice(gone), isAsked: true })
  act(() => void vi.runAllTimers())
  expect([...lists]).toEqual([all])
  rerender({ fresh: all.slice(99), isAsked: false })
  act(() => void vi.runAllTimers())
  expect(result.current).toEqual(['99'])
  expect(lists.size).toBe(2)
})
