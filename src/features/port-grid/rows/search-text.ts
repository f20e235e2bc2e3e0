import { plainText } from '../../../lib/text/clean-text'
import { columns } from './columns'
import type { PortRow } from './port-row'

/** Whether a row is found. The same function as long as the same is searched for. */
export type RowMatcher = (row: PortRow) => boolean

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
 * Returns what finds the rows that contain every word of `filter` (separated by spaces, in upper or lower case) anywhere in
 * port, protocol, alias, internal domain, an open address, or the names of the app and the component; `internal` and
 * `external` find what is open so. Null where the filter is empty and every row is found.
 */
export function matcherOf(filter: string): RowMatcher | null {
  const words = plainText(filter).toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return null
  return (row) => {
    const text = searchText(row)
    return words.every((word) => text.includes(word))
  }
}
