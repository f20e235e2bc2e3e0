import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLowestFirst } from './lowest-first'

test('the lowest number that waits is taken first, whatever was added and taken before', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: -20, max: 20 }), { freq: 3 })), (values) => {
      const queue = createLowestFirst()
      const waiting: number[] = []
      for (const value of values) {
        if (value === null) {
          waiting.sort((one, other) => one - other)
          expect(queue.take()).toBe(waiting.shift())
        } else {
          queue.add(value)
          waiting.push(value)
        }
      }
    }),
    { seed: 20261126, numRuns: 500 },
  )
})
