import { expect, test } from 'vitest'
import { createTurns } from './turns'

test('makes one measurement of all turns of a subject under the same conditions', () => {
  const turns = createTurns('grid')
  for (const value of [3, 1, 2]) turns.add('heap', '100 ports', 'MiB', 'dom', value)
  turns.add('heap', '100 ports', 'MiB', 'portdeck', 7)
  turns.add('heap', '10,000 ports', 'MiB', 'dom', 9)
  const heap = { section: 'grid', name: 'heap', unit: 'MiB', better: 'lower' }
  expect(turns.measurements()).toEqual([
    { ...heap, at: '100 ports', subject: 'dom', value: 2, spread: 1, turns: 3 },
    { ...heap, at: '100 ports', subject: 'portdeck', value: 7, spread: 0, turns: 1 },
    { ...heap, at: '10,000 ports', subject: 'dom', value: 9, spread: 0, turns: 1 },
  ])
})
