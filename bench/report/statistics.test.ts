import { expect, test } from 'vitest'
import { quantile, summary } from './statistics'

test.each([
  [[3], 0.5, 3],
  [[4, 1, 3, 2], 0.5, 2.5],
  [[10, 20, 30, 40, 50], 0.98, 49.2],
])('of %j, the part %d lies below %d', (values, share, value) => {
  expect(quantile(values, share)).toBeCloseTo(value)
})

test('nothing can be said of no values', () => {
  expect(() => quantile([], 0.5)).toThrow('There are no values')
})

test('one slow turn changes neither the median nor the spread', () => {
  expect(summary([1, 2, 3, 4, 5])).toEqual({ value: 3, spread: 2 })
  expect(summary([1, 2, 3, 4, 500])).toEqual({ value: 3, spread: 2 })
})
