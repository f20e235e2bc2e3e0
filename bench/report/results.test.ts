import { expect, test } from 'vitest'
import { parseResults } from './results'
import { aMeasurement, resultsOf } from './testing/results-of'

const results = resultsOf(aMeasurement())

test('reads what it has written', () => {
  expect(parseResults(JSON.stringify(results), 'a.json')).toEqual(results)
})

test.each([
  ['what is not JSON', '{', 'a.json isn’t JSON.'],
  ['another format', '{"name":"portdeck"}', 'a.json doesn’t hold results of npm run bench.'],
  [
    'another version',
    JSON.stringify({ ...results, schema: 0 }),
    'a.json has version 0 of the format, and this is version 1. Measure again.',
  ],
  [
    'a negative spread',
    JSON.stringify(resultsOf(aMeasurement({ spread: -1 }))),
    'a.json doesn’t hold results of npm run bench.',
  ],
  ['no measurement', JSON.stringify(resultsOf()), 'a.json doesn’t hold results of npm run bench.'],
])('says that a file holds %s', (_, text, message) => {
  expect(() => parseResults(text, 'a.json')).toThrow(message)
})
