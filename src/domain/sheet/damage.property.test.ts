import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryPresent } from '../testing/arbitrary-present'
import { arbitrarySlip } from '../testing/arbitrary-slip'
import { readAndMatch, rowsOf } from '../testing/imported'
import { parseSheet } from './reading/parse-sheet'
import { sheetFormats } from './sheet'
import { formatSheet } from './writing/format-sheet'

const parameters = { seed: 20261128, numRuns: 3000 }

const format = fc.constantFrom(...sheetFormats)

/** A name may have a line break, two where one is guarded; what is lost of a header is missed in the next row. */
const linesOfCell = 3

test('damage is an error where it is, or leaves all other rows as they were', () => {
  const seen = { refused: 0, accepted: 0 }
  fc.assert(
    fc.property(arbitraryPresent, format, arbitrarySlip, (present, as, slip) => {
      const rows = rowsOf(present)
      fc.pre(rows.length > 0)
      const whole = formatSheet({ missing: 'leave', rows }, as).replace(/\r\n?/g, '\n')
      const { text, line } = slip(whole)
      const isHere = (one: number) => one > line - linesOfCell && one <= line + linesOfCell
      const result = readAndMatch(text, present, as)
      if ('errors' in result) {
        seen.refused += 1
        // An indentation or a bracket too many is right until something later isn't.
        const isFound = (one: number) => (as === 'csv' ? isHere(one) : one > line - linesOfCell)
        expect(result.errors.map((error) => error.line)).toSatisfy((lines: number[]) => lines.some(isFound))
        return
      }
      seen.accepted += 1
      const matched = result.components.flatMap((component) => component.rows)
      // Where a number is there twice, a row of it that says nothing may come in addition.
      expect(matched.length).toBeLessThanOrEqual(rows.length + 1)
      for (const { row, changes } of matched)
        if (changes.length > 0)
          expect([row.at, ...Object.values(row.cells)].map((cell) => cell.line)).toSatisfy(
            (lines: number[]) => lines.some(isHere),
          )
    }),
    parameters,
  )
  expect(Math.min(seen.refused, seen.accepted)).toBeGreaterThan(500)
})

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom('portdeck,1\n', 'portdeck: 1\n', '{"portdeck":1,', 'components:\n', '"components":['),
    fc.constantFrom(
      'app,component,port\n',
      'web',
      '80',
      ',',
      ';',
      '\t',
      '\n',
      '\r',
      '"',
      "'",
      ': ',
      '- ',
      '  ',
    ),
    fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '#',
      '&a',
      '*a',
      '!!map',
      '---\n',
      '? ',
      '|\n',
      '%YAML 1.2\n',
      '\\',
      '\0',
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
  )
  const anyText = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))

  test('is a sheet, or has errors at lines that it has', () => {
    fc.assert(
      fc.property(anyText, fc.option(format, { nil: undefined }), (text, as) => {
        const parsed = parseSheet(text, as)
        if (!('errors' in parsed)) return
        expect(parsed.errors).not.toEqual([])
        const lines = text.split(/\r\n?|\n/).length
        for (const { line, column } of parsed.errors) {
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(lines)
          expect(column).toBeGreaterThanOrEqual(1)
        }
      }),
      parameters,
    )
  })
})
