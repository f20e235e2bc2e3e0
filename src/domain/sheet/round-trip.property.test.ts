import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { planPorts } from '../plan/plan'
import { arbitraryPresent } from '../testing/arbitrary-present'
import { imported, rowsOf } from '../testing/imported'
import { parseSheet } from './reading/parse-sheet'
import { missingChoices, sheetFormats } from './sheet'
import { formatSheet } from './writing/format-sheet'

const parameters = { seed: 20261128, numRuns: 500 }

const format = fc.constantFrom(...sheetFormats)

describe('a sheet that was exported', () => {
  test('changes nothing when it is imported', () => {
    fc.assert(
      fc.property(arbitraryPresent, format, fc.constantFrom(...missingChoices), (present, as, missing) => {
        const rows = rowsOf(present)
        const { components } = imported(formatSheet({ missing, rows }, as), present, as)
        expect(components.flatMap((one) => one.rows)).toHaveLength(rows.length)
        for (const { component, matchedBy, rows: own, unnamed, desired } of components) {
          expect(matchedBy).toBe('id')
          expect(own.flatMap(({ changes }) => changes)).toEqual([])
          expect(own.some(({ isNew }) => isNew)).toBe(false)
          expect(unnamed).toEqual([])
          expect(desired).toEqual({ ports: new Map() })
          const state = {
            ports: component.ports ?? [],
            gatewayRules: [],
            componentAlias: 'gr',
            meshed: false,
          }
          expect(planPorts(state, desired)).toMatchObject({ steps: [] })
        }
      }),
      parameters,
    )
  })

  test('changes nothing of components of the same names elsewhere', () => {
    fc.assert(
      fc.property(arbitraryPresent, format, (components, as) => {
        const present = components.map((one, at) => ({ ...one, component: `web-${String(at)}` }))
        const elsewhere = present.map((one) => ({ ...one, componentId: `other-${one.componentId}` }))
        const text = formatSheet({ missing: 'leave', rows: rowsOf(elsewhere) }, as)
        for (const { component, matchedBy, desired } of imported(text, present).components) {
          expect(matchedBy).toBe('name')
          expect(present).toContain(component)
          expect(desired).toEqual({ ports: new Map() })
        }
      }),
      parameters,
    )
  })

  test('is recognised as what it was written in', () => {
    fc.assert(
      fc.property(arbitraryPresent, format, (present, as) => {
        expect(parseSheet(formatSheet({ missing: 'leave', rows: rowsOf(present) }, as)).format).toBe(as)
      }),
      parameters,
    )
  })

  test('holds no formula, whatever separator a spreadsheet expects', () => {
    fc.assert(
      fc.property(arbitraryPresent, fc.constantFrom(',', ';', '\t'), (present, delimiter) => {
        const text = formatSheet({ missing: 'leave', rows: rowsOf(present) }, 'csv')
        const cells = Papa.parse<string[]>(text, { delimiter }).data.flat()
        expect(cells.filter((cell) => /^[\t\r]|^["\s]*[=+\-@＝＋－＠]/.test(cell))).toEqual([])
      }),
      parameters,
    )
  })
})
