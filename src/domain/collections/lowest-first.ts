/** Numbers that wait, of which the lowest is taken first. */
export interface LowestFirst {
  add: (value: number) => void
  /** Removes the lowest number; undefined where none waits. */
  take: () => number | undefined
}

/** Returns an empty queue. Adding and taking cost the logarithm of how many wait. */
export function createLowestFirst(): LowestFirst {
  // A heap: no number is lower than the one at half its place.
  const heap: number[] = [Number.NEGATIVE_INFINITY]
  const valueAt = (place: number) => heap[place] ?? Number.POSITIVE_INFINITY

  return {
    add(value) {
      let place = heap.length
      for (; valueAt(place >> 1) > value; place >>= 1) heap[place] = valueAt(place >> 1)
      heap[place] = value
    },
    take() {
      if (heap.length < 2) return undefined
      const lowest = valueAt(1)
      const last = heap.pop()
      if (last === undefined || heap.length < 2) return lowest
      let place = 1
      for (;;) {
        const left = place * 2
        const child = valueAt(left + 1) < valueAt(left) ? left + 1 : left
        if (valueAt(child) >= last) break
        heap[place] = valueAt(child)
        place = child
      }
      heap[place] = last
      return lowest
    },
  }
}
