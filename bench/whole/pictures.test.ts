import { expect, test } from 'vitest'
import { inSteps } from './pictures'

const taken = [
  { ms: 250, data: 'shell' },
  { ms: 900, data: 'skeleton' },
  { ms: 1350, data: 'ports' },
]

test('shows what was on the screen at equal distances, up to what was waited for', () => {
  expect(inSteps(taken, 1390)).toEqual([
    { ms: 0, data: '' },
    { ms: 200, data: '' },
    { ms: 400, data: 'shell' },
    { ms: 600, data: 'shell' },
    { ms: 800, data: 'shell' },
    { ms: 1000, data: 'skeleton' },
    { ms: 1200, data: 'skeleton' },
    { ms: 1400, data: 'ports' },
  ])
})

test('is empty where nothing was painted', () => {
  expect(inSteps([], 700).map(({ data }) => data)).toEqual(Array.from({ length: 8 }, () => ''))
})
