import { dump } from 'js-yaml'
import Papa from 'papaparse'
import { grouped } from '../../collections/grouped'
import { columns, nameOf, settings } from '../fields'
import { type Sheet, type SheetField, type SheetFormat, type SheetRow, sheetVersion } from '../sheet'
import { withGuard } from './formula-guard'

/** Makes spreadsheets read the file as UTF-8. */
const byteOrderMark = '\uFEFF'

const [versionName = '', missingName = ''] = settings.written

/**
 * Writes a sheet as a file (docs/sheets.md) that `parseSheet` reads back. A CSV opens in a spreadsheet as it is, and
 * none of its cells as a formula.
 */
export function formatSheet(sheet: Sheet, format: SheetFormat): string {
  switch (format) {
    case 'csv':
      return csvOf(sheet)
    case 'yaml':
      return dump(treeOf(sheet), { lineWidth: -1, noRefs: true, quoteStyle: 'double' })
    case 'json':
      return `${JSON.stringify(treeOf(sheet), null, 2)}\n`
  }
}

function csvOf({ missing, rows }: Sheet): string {
  const lines = [
    [versionName, sheetVersion],
    ...(missing === 'delete' ? [[missingName, missing]] : []),
    columns.map(nameOf),
    ...rows.map((row) => columns.map((field) => withGuard(cellOf(row, field)))),
  ]
  return `${byteOrderMark}${Papa.unparse(lines, { newline: '\r\n' })}\r\n`
}

/** Spreadsheets translate true and false, but neither yes nor no. */
function cellOf(row: SheetRow, field: SheetField): string {
  const value = row[field] ?? ''
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}

function treeOf({ missing, rows }: Sheet): object {
  return {
    [versionName]: Number(sheetVersion),
    ...(missing === 'delete' && { [missingName]: missing }),
    components: [...grouped(rows, keyOf).values()].map(componentOf),
  }
}

function keyOf({ app, component, componentId }: SheetRow): string {
  return JSON.stringify([app, component, componentId])
}

/** The internal domain is the component's, where all its rows say the same. */
function componentOf(rows: readonly SheetRow[]): object {
  const [first] = rows
  const isShared = rows.every((row) => row.internalDomain === first?.internalDomain)
  const ofComponent: readonly SheetField[] = ['app', 'component', 'componentId']
  const ofPort = columns.filter((field) => !ofComponent.includes(field))
  const domain: readonly SheetField[] = ['internalDomain']
  return {
    ...(first && written(first, isShared ? [...ofComponent, ...domain] : ofComponent)),
    ports: rows.map((row) =>
      written(
        row,
        ofPort.filter((field) => !isShared || !domain.includes(field)),
      ),
    ),
  }
}

function written(row: SheetRow, fields: readonly SheetField[]): Record<string, unknown> {
  return Object.fromEntries(
    fields.filter((field) => row[field] !== undefined).map((field) => [nameOf(field), row[field]]),
  )
}
