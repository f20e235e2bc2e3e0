import { parseTerms } from './parse-terms'
import type { Filter, FilterKey, Query } from './query'

/** Writes a search so that `parseTerms` reads the same. */
export function formatQuery({ filters, words }: Query): string {
  return [...filters.map(formatFilter), ...words.map(formatWord)].join(' ')
}

export function formatFilter({ key, isNegated, values }: Filter): string {
  return `${isNegated ? '-' : ''}${key}:${values.map(formatValue).join(',')}`
}

export function formatValue(value: string): string {
  return /[\s,，、;；"“”＂]/u.test(value) ? inQuotes(value) : value
}

function formatWord(word: string): string {
  const [term, ...more] = parseTerms(word)
  const isPlain = term?.kind === 'word' && term.word === word && more.length === 0
  return isPlain && !/^["“”＂]/u.test(word) ? word : inQuotes(word)
}

function inQuotes(text: string): string {
  return `"${text.replace(/[\\"“”＂]/gu, '\\$&')}"`
}

/**
 * Returns a search with one filter of a key in place of those that it has, unless they are negated. Without values there is
 * none. All else stays as it is written.
 */
export function withFilter(search: string, key: FilterKey, values: readonly string[]): string {
  const others = parseTerms(search).filter(
    (term) => term.kind === 'word' || term.filter?.key !== key || term.filter.isNegated,
  )
  const own = values.length === 0 ? [] : [formatFilter({ key, isNegated: false, values })]
  return [...own, ...others.map(({ text }) => text)].join(' ')
}
