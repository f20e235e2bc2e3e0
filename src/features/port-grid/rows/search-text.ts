import { plainText } from '../../../lib/text/clean-text'
import { columns } from './columns'
import type { PortRow } from './port-row'

const made = new WeakMap<PortRow, string>()

/** Returns the lower-cased text that the filter searches, computed once for each state of the row. */
export function searchText(row: PortRow): string {
  const known = made.get(row)
  if (known !== undefined) return known
  const text = columns
    .flatMap((column) => column.searchText(row))
    .join('\n')
    .toLowerCase()
  made.set(row, text)
  return text
}

/**
 * Returns the rows that contain every word of `filter` (separated by spaces, in upper or lower case) anywhere in port,
 * protocol, alias, internal domain or an open address; `internal` and `external` find what is open so. The rows with the ids
 * `always` are among them in any case.
 */
export function filterRows(
  rows: readonly PortRow[],
  filter: string,
  always: ReadonlySet<string> = new Set(),
): readonly PortRow[] {
  const words = plainText(filter).toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return rows
  return rows.filter((row) => {
    const text = searchText(row)
    return always.has(row.id) || words.every((word) => text.includes(word))
  })
}
