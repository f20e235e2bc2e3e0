// @vitest-environment happy-dom
import { cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { aPort, settled } from '../../testing/fake-effects'
import { desired } from '../../testing/fake-page'
import { someComponents } from '../../testing/some-components'
import { planFacts } from './part-facts'
import { useFactsFound } from './use-facts-found'

vi.mock('./part-facts', { spy: true })

afterEach(() => {
  cleanup()
  vi.mocked(planFacts).mockClear()
})

async function partsOf(count: number) {
  const names = Array.from({ length: count }, (_, at) => `c${at}`)
  const { engine, targets } = someComponents(names, [aPort(80)])
  void engine.change(targets, desired(80, { outer: true }))
  await settled()
  return engine.reviews.current()?.parts ?? []
}

it('finds the numbers of many plans outside of rendering, each once', async () => {
  const parts = await partsOf(200)
  const { result, rerender } = renderHook(() => useFactsFound(parts))
  expect(result.current).toBe(false)
  expect(planFacts).toHaveBeenCalledTimes(0)
  await waitFor(() => expect(result.current).toBe(true))
  rerender()
  expect(planFacts).toHaveBeenCalledTimes(200)
})

it('doesn’t wait for those of a few plans', async () => {
  const parts = await partsOf(50)
  expect(renderHook(() => useFactsFound(parts)).result.current).toBe(true)
})
