import { expect, test } from 'vitest'
import { asMarkdown, asText, shown, tableOf, times } from './table'
import { aMeasurement } from './testing/results-of'

const dom = aMeasurement({ subject: 'dom', value: 8, spread: 0.5 })

test('shows multiples of the hand-written grid, and whether the aim is met', () => {
  const agGrid = aMeasurement({ subject: 'ag-grid', value: 12 })
  expect(tableOf([dom, agGrid, aMeasurement()], 'page')).toEqual([
    ['what', 'with', 'hand-written DOM', 'AG Grid', 'Portdeck', 'aim', ''],
    [
      'switch → painted',
      '10,000 ports',
      '8 ms ± 0.5',
      '**1.5×** (12 ms ± 1)',
      '**2.5×** (20 ms ± 1)',
      '≤ 2×',
      '**missed**',
    ],
  ])
  expect(tableOf([dom, aMeasurement({ value: 16 })], 'page')[1]?.slice(-2)).toEqual(['≤ 2×', 'met'])
})

test('leaves out a multiple of nothing, and the aim of what has none', () => {
  const frames = { name: 'scroll 20,000 px, missed frames', unit: '', spread: 0 }
  const [, line] = tableOf(
    [aMeasurement({ ...dom, ...frames, value: 0 }), aMeasurement({ ...frames, value: 3 })],
    'page',
  )
  expect(line?.slice(2)).toEqual(['0', '', '3', '≤ 0', '**missed**'])
  const [, other] = tableOf([aMeasurement({ name: 'elements in view' })], 'page')
  expect(other?.slice(2)).toEqual(['', '', '20 ms ± 1', '', ''])
})

test('compares the gateway with nginx, where more is better', () => {
  const reads = {
    section: 'gateway',
    name: 'reads per CPU second',
    at: 'full speed',
    unit: '',
    better: 'higher',
  } as const
  const table = tableOf(
    [
      aMeasurement({ ...reads, subject: 'nginx', value: 10_000, spread: 0 }),
      aMeasurement({ ...reads, subject: 'gateway', value: 2_500, spread: 0 }),
    ],
    'server',
  )
  expect(table[1]?.slice(2)).toEqual(['10,000', '**0.25×** (2,500)', '≥ 0.2×', 'met'])
  expect(tableOf([dom], 'server')).toEqual([])
})

test.each([
  [0.1234, '0.123'],
  [12.34, '12.3'],
  [1234.5, '1,235'],
])('shows %d as %s', (value, text) => {
  expect(shown(value)).toBe(text)
})

test('a multiple of zero or of nothing isn’t shown', () => {
  expect([times(3, 2), times(3, 0), times(3, undefined)]).toEqual(['1.5×', '', ''])
})

test('writes a table for a document and for a terminal', () => {
  const table = [
    ['what', 'of'],
    ['**2×**', 'x'],
  ]
  expect(asMarkdown(table)).toBe('| what | of |\n| --- | --- |\n| **2×** | x |')
  expect(asText(table)).toBe('what  of\n2×    x')
})
