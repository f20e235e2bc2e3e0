import Papa from 'papaparse'
import { nameOf, type Setting, settings, sheetFields } from '../fields'
import type { SheetField } from '../sheet'
import type { Cell, ReadProblem, Report } from '../sheet-error'
import { withoutGuard } from '../writing/formula-guard'
import { delimiterOf } from './delimiter'
import { placesOf } from './places'
import type { RawRow, Reader } from './raw-sheet'

const isBlank = ({ text }: Cell) => text.trim() === ''

/** Reads settings, the header and rows, as a spreadsheet saves or copies them. */
export const readCsv: Reader = (text, report) => {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text), newline: '\n' })
  // What follows from the first stray quotation mark is none of its own.
  const [error] = errors
  if (error) {
    const kind = error.code === 'MissingQuotes' ? 'open-quote' : 'text-after-quote'
    report(placesOf(text).cellAt((error.index ?? 1) - 1), { kind })
    return null
  }
  const lines = locatedCells(text, data).filter((cells) => !cells.every(isBlank))
  const found: Partial<Record<Setting, Cell>> = {}
  let at = 0
  for (; settingOf(lines[at]) !== undefined; at += 1) readSetting(lines[at] ?? [], found, report)
  return { settings: found, rows: rowsOf(lines.slice(at), report) }
}

/** Finds where each cell begins. It is written as it is, or in quotation marks that blanks may follow. */
function locatedCells(text: string, rows: readonly (readonly string[])[]): Cell[][] {
  let offset = 0
  let line = 1
  let lineStart = 0
  return rows.map((row) => {
    const cells = row.map((value) => {
      const cell = { line, column: offset - lineStart + 1, text: withoutGuard(value) }
      if (text[offset] === '"') {
        const breaks = value.split('\n').length - 1
        offset += value.length + value.split('"').length + 1
        if (breaks > 0) {
          line += breaks
          lineStart = text.lastIndexOf('\n', offset - 1) + 1
        }
        while (text[offset] === ' ') offset += 1
      } else offset += value.length
      offset += 1
      return cell
    })
    line += 1
    lineStart = offset
    return cells
  })
}

function settingOf(cells: readonly Cell[] | undefined): Setting | undefined {
  return cells?.[0] && settings.find(cells[0].text)
}

function readSetting(
  [name, value, ...more]: readonly Cell[],
  found: Partial<Record<Setting, Cell>>,
  report: Report<ReadProblem>,
) {
  const setting = name && settings.find(name.text)
  if (name === undefined || setting === undefined) return
  const before = found[setting]
  if (before) report(name, { kind: 'duplicate-field', firstLine: before.line })
  for (const cell of more) if (!isBlank(cell)) report(cell, { kind: 'stray-cell' })
  if (value && !isBlank(value)) found[setting] = value
}

function rowsOf([header, ...rows]: readonly Cell[][], report: Report<ReadProblem>): RawRow[] {
  const fields = header && readHeader(header, report)
  return fields ? rows.flatMap((cells) => readRow(cells, fields, report) ?? []) : []
}

/** Returns the field of each column, but for those that have neither a name nor anything in it. */
function readHeader(header: readonly Cell[], report: Report<ReadProblem>): (SheetField | undefined)[] | null {
  const fields = header.map(({ text }) => sheetFields.find(text))
  const problems = header.flatMap((_, index) => headerProblem(header, fields, index) ?? [])
  const lacks = (...wanted: SheetField[]) => !wanted.some((field) => fields.includes(field))
  const [start] = header
  if (start && problems.length === 0 && lacks('port'))
    problems.push({ at: start, problem: { kind: 'missing-field', field: nameOf('port') } })
  if (start && problems.length === 0 && lacks('component', 'componentId'))
    problems.push({ at: start, problem: { kind: 'missing-field', field: nameOf('component') } })
  for (const { at, problem } of problems) report(at, problem)
  return problems.length === 0 ? fields : null
}

function headerProblem(
  header: readonly Cell[],
  fields: readonly (SheetField | undefined)[],
  index: number,
): { at: Cell; problem: ReadProblem } | null {
  const at = header[index]
  if (at === undefined || isBlank(at)) return null
  const field = fields[index]
  const nearest = sheetFields.nearest(at.text) ?? settings.nearest(at.text)
  if (field === undefined) return { at, problem: { kind: 'unknown-field', nearest } }
  return fields.indexOf(field) === index
    ? null
    : { at, problem: { kind: 'duplicate-field', firstLine: at.line } }
}

function readRow(
  row: readonly Cell[],
  fields: readonly (SheetField | undefined)[],
  report: Report<ReadProblem>,
): RawRow | null {
  const [at] = row
  if (at === undefined) return null
  const expected = fields.findLastIndex((field) => field !== undefined) + 1
  if (row.length < expected) {
    report(at, { kind: 'cell-count', expected, found: row.length })
    return null
  }
  const cells: Partial<Record<SheetField, Cell>> = {}
  for (const [index, cell] of row.entries()) {
    if (isBlank(cell)) continue
    const field = fields[index]
    if (field === undefined) report(cell, { kind: 'stray-cell' })
    else cells[field] = cell
  }
  return { at, cells }
}
