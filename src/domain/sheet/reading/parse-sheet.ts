import { missings } from '../fields'
import { type Missing, mostCharacters, mostRows, type Sheet, type SheetFormat, sheetVersion } from '../sheet'
import {
  type Cell,
  createErrors,
  type ReadProblem,
  type Report,
  type SheetError,
  unknownValue,
} from '../sheet-error'
import type { RawSheet, Reader } from './raw-sheet'
import { readCsv } from './read-csv'
import { readRow, type ReadRow } from './read-row'
import { readJson, readYaml } from './read-tree'
import { formatOf } from './sheet-format'

export type ReadSheet = Sheet<ReadRow>

export type ParsedSheet = { readonly format: SheetFormat } & (
  { readonly sheet: ReadSheet } | { readonly errors: readonly SheetError<ReadProblem>[] }
)

const readers: Readonly<Record<SheetFormat, Reader>> = { csv: readCsv, yaml: readYaml, json: readJson }

/**
 * Reads a sheet (docs/sheets.md), in the format that is given or that it seems to have. Never throws: what can't be read is
 * an error with its place, and then nothing of the sheet counts.
 */
export function parseSheet(text: string, format: SheetFormat = formatOf(text)): ParsedSheet {
  const { report, found } = createErrors<ReadProblem>()
  const sheet = sheetOf(text, readers[format], report)
  const errors = found()
  return sheet && errors.length === 0 ? { format, sheet } : { format, errors }
}

const start: Cell = { line: 1, column: 1, text: '' }

function sheetOf(text: string, read: Reader, report: Report<ReadProblem>): ReadSheet | null {
  if (text.length > mostCharacters) {
    report(start, { kind: 'too-long', most: mostCharacters })
    return null
  }
  const raw = read(withPlainLines(text), report)
  return raw && understood(raw, report)
}

function withPlainLines(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
}

function understood(raw: RawSheet, report: Report<ReadProblem>): ReadSheet | null {
  checkVersion(raw.settings.version, report)
  const missing = missingOf(raw.settings.missing, report)
  const excess = raw.rows[mostRows]
  if (excess) {
    report(excess.at, { kind: 'too-many-rows', most: mostRows })
    return null
  }
  return { missing, rows: raw.rows.flatMap((row) => readRow(row, report) ?? []) }
}

function checkVersion(version: Cell | undefined, report: Report<ReadProblem>) {
  if (version === undefined) report(start, { kind: 'no-version' })
  else if (version.text.normalize('NFKC').trim() !== sheetVersion)
    report(version, { kind: 'unknown-version', known: sheetVersion })
}

function missingOf(cell: Cell | undefined, report: Report<ReadProblem>): Missing {
  if (cell === undefined) return 'leave'
  const missing = missings.find(cell.text)
  if (missing === undefined) report(cell, unknownValue(missings, cell.text))
  return missing ?? 'leave'
}
