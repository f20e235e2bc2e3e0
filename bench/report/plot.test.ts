import { expect, test } from 'vitest'
import { plot } from './plot'
import { aMeasurement, resultsOf } from './testing/results-of'

const widthsOf = (svg: string, subject: string) =>
  [...svg.matchAll(new RegExp(`<rect class="${subject}" .*width="([\\d.]+)" height="16"`, 'g'))].map(
    ([, width]) => Number(width),
  )

const dom = aMeasurement({ subject: 'dom', value: 10 })

test('draws a bar for each of both grids, on a scale where twice as much is as far everywhere', () => {
  const svg = plot(
    resultsOf(
      dom,
      aMeasurement({ subject: 'ag-grid', value: 20 }),
      aMeasurement({ value: 10 }),
      aMeasurement({ ...dom, name: 'heap' }),
      aMeasurement({ name: 'heap', value: 40 }),
    ),
  )
  const [one = 0, four = 0] = widthsOf(svg, 'portdeck')
  const [two = 0] = widthsOf(svg, 'ag-grid')
  expect(one).toBeGreaterThan(0)
  expect(two - one).toBeCloseTo(four - two, 0)
  expect(svg).toContain('>4×</text>')
})

test('leaves out other sizes, and what the hand-written grid doesn’t do at all', () => {
  const svg = plot(
    resultsOf(
      { ...dom, at: '100 ports' },
      aMeasurement({ at: '100 ports' }),
      { ...dom, name: 'missed frames', value: 0 },
      aMeasurement({ name: 'missed frames', value: 3 }),
    ),
  )
  expect(widthsOf(svg, 'portdeck')).toEqual([])
})

test('marks the aim, and escapes names', () => {
  const svg = plot(resultsOf(dom, aMeasurement(), { ...dom, name: 'a < b' }))
  // That of the legend, too.
  expect(svg.match(/<line class="aim"/g)).toHaveLength(2)
  expect(svg).toContain('a &lt; b')
})
