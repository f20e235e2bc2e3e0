import { createSlices } from '../../../lib/slices'
import { plainText } from '../../../lib/text/clean-text'
import { columns } from './columns'
import type { PortRow } from './port-row'
import type { RowStore } from './row-store'

/** Whether a row is found. The same function as long as the same is searched for. */
export interface RowMatcher {
  (row: PortRow): boolean
  /** What a row has to meet, all of it; left out where that can't be compared with another search. */
  readonly terms?: readonly SearchTerm[]
}

/** One thing that a search asks for. */
export interface SearchTerm {
  /** A word that the row's text contains. */
  word?: string
  /** Anything else: the same text means the same. */
  other?: string
}

/** Whether a search can find nothing that another one, asked before it, did not. */
export function isNarrowed(last: RowMatcher | null, next: RowMatcher | null): boolean {
  if (last === null) return true
  if (!last.terms || !next?.terms) return false
  const { terms } = next
  return last.terms.every(({ word, other }) =>
    terms.some((term) =>
      word === undefined ? term.other === other : term.word !== undefined && term.word.includes(word),
    ),
  )
}

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

/** How long texts are made without a break, in milliseconds: what is typed meanwhile waits no longer. */
const sliceMs = 8

/** Makes the texts of all rows before somebody searches: those of many thousand rows take too long for the first key. */
export async function makeSearchTexts(store: Pick<RowStore, 'components' | 'listed'>): Promise<void> {
  const turn = createSlices(sliceMs)
  for (const component of store.components()) {
    await turn()
    for (const row of store.listed(component).values()) searchText(row)
  }
}

/**
 * Returns what finds the rows that contain every word of `filter` (separated by spaces, in upper or lower case) anywhere in
 * port, protocol, alias, internal domain, an open address, or the names of the app and the component; `internal` and
 * `external` find what is open so. Null where the filter is empty and every row is found.
 */
export function matcherOf(filter: string): RowMatcher | null {
  const words = plainText(filter).toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return null
  const matches = (row: PortRow) => {
    const text = searchText(row)
    return words.every((word) => text.includes(word))
  }
  return Object.assign(matches, { terms: words.map((word) => ({ word })) })
}
