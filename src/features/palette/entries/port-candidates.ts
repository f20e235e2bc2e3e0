import { rankMatches } from '../../../lib/text/rank-matches'
import type { ComponentEntry } from './entry'
import { searchedFor } from './found-groups'

/** The ports of so many components are read for one search. */
const mostRead = 5

/** The components whose ports may be what is searched for. */
export interface PortCandidates {
  /** The best ones. */
  components: readonly ComponentEntry[]
  /** How many there are. */
  total: number
}

const wordsOf = (typed: string) => searchedFor(typed).split(/\s+/)

const isNumber = (word: string) => /^\d{1,5}$/.test(word)

/** Whether a text may name a port by its component and its number. */
export function namesPort(typed: string): boolean {
  const words = wordsOf(typed)
  return words.length > 1 && words.some(isNumber)
}

/**
 * Returns the components that match all words but one that may be the number of a port, best first. Without another word
 * there are none: the number alone says nothing of the component.
 */
export function portCandidates(components: readonly ComponentEntry[], typed: string): PortCandidates {
  const words = wordsOf(typed)
  if (words.length === 1) return { components: [], total: 0 }
  const found = new Set(
    words.flatMap((word, at) =>
      isNumber(word) ? rankMatches(components, words.toSpliced(at, 1).join(' ')) : [],
    ),
  )
  return { components: [...found].slice(0, mostRead), total: found.size }
}
