import { formatFilter } from '../query/format-query'
import { parseTerms, typedTerm } from '../query/parse-terms'
import type { Filter } from '../query/query'

/** What the box of a search holds: finished filters, and the text after them. */
export interface BoxText {
  readonly chips: readonly Filter[]
  readonly typed: string
}

/** Returns a search as its box holds it: each filter that can be understood is finished. */
export function boxTextOf(search: string): BoxText {
  return finished({ chips: [], typed: search })
}

/** Returns the search that a box holds, as the address has it. */
export function searchOf({ chips, typed }: BoxText): string {
  return [...chips.map(formatFilter), typed.trim()].filter(Boolean).join(' ')
}

/** Finishes the filters in the text of a box; all else stays as it is written. */
export function finished({ chips, typed }: BoxText): BoxText {
  const terms = parseTerms(typed)
  const filters = terms.flatMap((term) => (term.kind === 'filter' ? [term.filter] : []))
  if (filters.length === 0) return { chips, typed }
  const rest = terms.flatMap((term) => (term.kind === 'filter' ? [] : [term.text]))
  return { chips: [...chips, ...filters], typed: rest.join(' ') }
}

/** Finishes the filters that a blank follows; the one at the end may still be written. */
export function typedOn({ chips, typed }: BoxText): BoxText {
  const { text: open, start } = typedTerm(typed)
  const before = typed.slice(0, start)
  const done = finished({ chips, typed: before })
  if (done.typed === before) return { chips, typed }
  return { chips: done.chips, typed: done.typed === '' ? open : `${done.typed} ${open}` }
}
