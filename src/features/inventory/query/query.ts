/** What a filter can be about. Each says in the URL what it says here. */
export const filterKeys = [
  'app',
  'component',
  'status',
  'port',
  'protocol',
  'alias',
  'domain',
  'internal',
  'external',
  'address',
  'risk',
] as const

export type FilterKey = (typeof filterKeys)[number]

/** One filter: a port has to have any of its values, or none of them where it is negated. */
export interface Filter {
  readonly key: FilterKey
  readonly isNegated: boolean
  /** As `parseTerms` returns them: choices by their names in `choices.ts`, ports as `80` or `8000-8010`. At least one. */
  readonly values: readonly string[]
}

/** What is searched for: ports to which every filter and every word applies. */
export interface Query {
  readonly filters: readonly Filter[]
  readonly words: readonly string[]
}

/** Why a part of a search can't be understood. */
export type QueryProblem =
  | { readonly kind: 'unknown-key'; readonly key: string }
  | { readonly kind: 'unknown-value'; readonly key: FilterKey; readonly value: string }
  | { readonly kind: 'no-value'; readonly key: FilterKey }

/** One part of a search as it is written, between blanks, and what it means. */
export type Term = { readonly text: string } & (
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'filter'; readonly filter: Filter }
  /** `filter` holds those of its values that can be understood; null where there are none. */
  | { readonly kind: 'problem'; readonly problem: QueryProblem; readonly filter: Filter | null }
)

/** Returns what the parts of a search ask for together. What can't be understood asks for nothing. */
export function queryOf(terms: readonly Term[]): Query {
  return {
    filters: terms.flatMap((term) => (term.kind === 'word' || term.filter === null ? [] : [term.filter])),
    words: terms.flatMap((term) => (term.kind === 'word' ? [term.word] : [])),
  }
}
