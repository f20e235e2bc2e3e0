import { readFileSync } from 'node:fs'
import { expect, it, test } from 'vitest'
import { longestAlias, longestInternalDomain } from '../model/port-validation'
import { columns, nameOf, sheetFields } from './fields'
import { defaultThresholds } from './matching/thresholds'
import { parseSheet, type ReadSheet } from './reading/parse-sheet'
import { mostRows, type SheetFormat, sheetFormats, sheetVersion, type SheetField } from './sheet'
import type { SheetError } from './sheet-error'

const page = readFileSync(new URL('../../../docs/sheets.md', import.meta.url), 'utf8')

const examples = [...page.matchAll(/^```(\w+)\n(.*?)^```/gms)].map(([, format = '', text = '']) => ({
  format,
  text,
}))

function sheetOf(text: string, format?: SheetFormat): ReadSheet {
  const parsed = parseSheet(text, format)
  if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors))
  return parsed.sheet
}

function said({ missing, rows }: ReadSheet) {
  return { missing, rows: rows.map((row) => columns.map((field: SheetField) => row[field])) }
}

test.each(examples)('the example in $format is a sheet: $text', ({ format, text }) => {
  expect(parseSheet(text)).toMatchObject({ format })
  expect(sheetOf(text).rows).not.toEqual([])
})

it('shows the same in CSV as in YAML', () => {
  const byFormat = (format: SheetFormat) =>
    examples.filter((one) => one.format === format).map((one) => sheetOf(one.text))
  expect(byFormat('csv').map(said)).toEqual(byFormat('yaml').map(said))
  expect(new Set(examples.map(({ format }) => format))).toEqual(new Set(sheetFormats))
})

/** The cells of a table, by the name in its head. */
function tableOf(head: string): string[][] {
  const [, rows = ''] = page.split(new RegExp(`^\\| ${head} .*\\n\\|.*\\n`, 'm'))
  return (/^(?:\|.*\n)*/.exec(rows)?.[0] ?? '')
    .trimEnd()
    .split('\n')
    .map((row) => row.split('|').slice(1, -1))
}

const codes = (text = '') => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)

it('lists the columns in their order, and what else they may be called', () => {
  const rows = tableOf('column')
  expect(rows.map(([name]) => codes(name))).toEqual(columns.map((field) => [nameOf(field)]))
  for (const [name, also] of rows)
    for (const other of codes(also))
      expect(sheetFields.find(other)).toBe(sheetFields.find(codes(name)[0] ?? ''))
})

const kinds = {
  ...{ syntax: true, 'open-quote': true, 'text-after-quote': true, 'too-long': true, 'too-many-rows': true },
  ...{ 'no-version': true, 'unknown-version': true, 'unknown-field': true, 'duplicate-field': true },
  ...{
    'missing-field': true,
    'cell-count': true,
    'stray-cell': true,
    'wrong-type': true,
    'not-a-port': true,
  },
  ...{ 'unknown-value': true, 'unknown-app': true, 'unknown-component': true, 'ambiguous-component': true },
  ...{
    'other-name': true,
    'other-id': true,
    'ports-unknown': true,
    'duplicate-row': true,
    'port-twice': true,
  },
  ...{ 'incomplete-port': true, alias: true, 'internal-domain': true, 'other-internal-domain': true },
  'external-without-internal': true,
} satisfies Record<SheetError['problem']['kind'], true>

it('lists every kind of error, and no other', () => {
  expect(
    tableOf('kind')
      .flatMap(([kind]) => codes(kind))
      .sort(),
  ).toEqual(Object.keys(kinds).sort())
})

it('states the version and the limits that apply', () => {
  const { deleted, exposed } = defaultThresholds
  expect(exposed).toEqual(deleted)
  for (const text of [
    `the sheet follows: \`${sheetVersion}\``,
    `At most ${mostRows.toLocaleString('en')} rows`,
    `more than ${String(deleted.count)} ports, and more than ${String(deleted.share * 100)} %`,
    `a capital first, at most ${String(longestAlias)}`,
    `no hyphen last, at most ${String(longestInternalDomain)}`,
  ])
    expect(page).toContain(text)
})
