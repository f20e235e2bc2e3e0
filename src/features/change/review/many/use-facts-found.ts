import { useEffect, useState } from 'react'
import { createSlices } from '../../../../lib/slices'
import type { ReviewPart } from '../../engine/stores/review'
import { planFacts } from './part-facts'

/** So many plans are looked at in one rendering. */
const atOnce = 50

/** How long others may be looked at without a break, in milliseconds. */
const sliceMs = 16

/**
 * Returns whether the numbers of all plans of a review have been found, as they were when it was first shown: those of a
 * thousand components in slices, which don't keep the browser from painting.
 */
export function useFactsFound(parts: readonly ReviewPart[]): boolean {
  const [first] = useState(parts)
  const [isFound, setIsFound] = useState(first.length <= atOnce)
  useEffect(() => {
    if (first.length <= atOnce) return
    const left = new AbortController()
    void findAll(first, left.signal).then(() => setIsFound(true))
    return () => left.abort()
  }, [first])
  return isFound
}

async function findAll(parts: readonly ReviewPart[], left: AbortSignal): Promise<void> {
  const turn = createSlices(sliceMs)
  for (const part of parts) {
    await turn()
    if (left.aborted) return
    planFacts(part)
  }
}
