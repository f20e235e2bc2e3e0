import { expect, test } from 'vitest'
import { compare, doubtsAbout } from './comparison'
import { aMeasurement, resultsOf } from './testing/results-of'

const verdictOf = (before: object, after: object) =>
  compare(resultsOf(aMeasurement(before)), resultsOf(aMeasurement(after)))[1]?.at(-1)

test.each([
  ['WORSE', 'more milliseconds', { value: 20 }, { value: 22 }],
  ['better', 'fewer milliseconds', { value: 20 }, { value: 18 }],
  ['', 'no more than the spread before', { value: 20, spread: 3 }, { value: 22 }],
  ['', 'no more than the spread after', { value: 20 }, { value: 22, spread: 2 }],
  ['WORSE', 'fewer reads per second', { value: 20, better: 'higher' }, { value: 18, better: 'higher' }],
])('%j is said of %s', (verdict, _, before, after) => {
  expect(verdictOf(before, after)).toBe(verdict)
})

test('compares each subject with itself, and names what only one of the files holds', () => {
  const dom = aMeasurement({ subject: 'dom', value: 8 })
  const heap = aMeasurement({ name: 'heap', unit: 'MiB' })
  expect(compare(resultsOf(dom, aMeasurement()), resultsOf(aMeasurement({ value: 30 }), heap))).toEqual([
    ['section', 'what', 'of', 'before', 'after', 'ratio', ''],
    ['grid', 'switch → painted, 10,000 ports', 'portdeck', '20 ± 1 ms', '30 ± 1 ms', '1.5×', 'WORSE'],
    ['grid', 'switch → painted, 10,000 ports', 'dom', '8', '–', '', 'only before'],
    ['grid', 'heap, 10,000 ports', 'portdeck', '–', '20', '', 'only after'],
  ])
})

test('says why two files can hardly be compared', () => {
  const before = resultsOf(aMeasurement())
  const after = { ...before, isQuick: true, versions: { ...before.versions, chromium: '157.0' } }
  expect(doubtsAbout(before, before)).toEqual([])
  expect(doubtsAbout(before, after)).toEqual([
    'Chromium: 156.0 before, 157.0 after',
    'Measured with --quick: too few turns for a judgement',
  ])
})
