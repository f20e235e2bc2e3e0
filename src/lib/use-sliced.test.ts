// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { useSliced } from './use-sliced'

/** Returns what each rendering got. */
function renderings(isShown: boolean) {
  const seen: boolean[] = []
  const { rerender } = renderHook(
    (value: boolean) => {
      seen.push(useSliced(value))
    },
    { initialProps: isShown },
  )
  return { seen, rerender }
}

describe('what appears with an answer', () => {
  it('is rendered in a second step', () => {
    const { seen, rerender } = renderings(false)
    rerender(true)
    expect(seen).toEqual([false, false, true])
  })

  it('is there in the first rendering where it is known by then', () => {
    expect(renderings(true).seen).toEqual([true])
  })

  it('goes at once, and comes back in a second step', () => {
    const { seen, rerender } = renderings(true)
    rerender(false)
    expect(seen.slice(1)).not.toContain(true)
    const before = seen.length
    rerender(true)
    expect(seen.slice(before)).toEqual([false, true])
  })
})
