import { plainText } from './clean-text'

/** `name` is what people call the thing, `more` whatever else they may type, `id` what they only ever paste. */
export interface SearchText {
  name: string
  more: string
  id: string
}

/** Anything shorter occurs in some id by chance. */
const shortestOfId = 8

/** Returns a text in the form in which texts are compared: plain, lower case, single spaces. */
function foldText(text: string): string {
  return plainText(text).toLowerCase().replace(/\s+/g, ' ')
}

/** Prepares texts for `rankMatches`; call it once, not on each key. */
export function searchText(name: string, more: readonly string[], id = ''): SearchText {
  return { name: foldText(name), more: foldText(more.join(' ')), id: foldText(id) }
}

/**
 * Returns the things in which every typed word occurs, best first: the whole name, then its beginning, the beginning of a
 * word in it, anywhere in it, and last in the other texts. An id is found by its first 8 characters or more. Equals keep
 * their order. Without typed text, returns everything.
 */
export function rankMatches<T extends { search: SearchText }>(
  things: readonly T[],
  typed: string,
): readonly T[] {
  const query = readQuery(typed)
  return query.text === '' ? things : matchesByRank(things, query).flat()
}

/** What was typed, in the form in which texts are compared. */
export interface RankQuery {
  text: string
  words: readonly string[]
}

export function readQuery(typed: string): RankQuery {
  const text = foldText(typed)
  return { text, words: text.split(' ') }
}

/** A list for each rank, best first. */
export const noMatches = <T>(): T[][] => [[], [], [], [], []]

/** Returns the same things as `rankMatches`, in a list for each rank. */
export function matchesByRank<T extends { search: SearchText }>(
  things: readonly T[],
  query: RankQuery,
): readonly T[][] {
  const byRank = noMatches<T>()
  for (const thing of things)
    if (query.words.every((word) => holds(thing.search, word)))
      byRank[rank(thing.search.name, query)]?.push(thing)
  return byRank
}

/** Whether a typed word finds a thing. */
export function holds({ name, more, id }: SearchText, word: string): boolean {
  return name.includes(word) || more.includes(word) || (word.length >= shortestOfId && id.startsWith(word))
}

/** Returns the rank of a thing that all words find, by its name. */
export function rank(name: string, { text, words }: RankQuery): number {
  if (name === text) return 0
  if (name.startsWith(text)) return 1
  if (words.every((word) => startsAWord(name, word))) return 2
  return words.every((word) => name.includes(word)) ? 3 : 4
}

// Chinese has no spaces between words, so a match anywhere in the name counts as one at its beginning.
const letterOrDigit = /[\p{L}\p{N}]/u
const han = /\p{Script=Han}/u

function startsAWord(name: string, word: string): boolean {
  for (let at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1)) {
    const before = name.slice(0, at).at(-1)
    if (before === undefined || !letterOrDigit.test(before) || han.test(before) || han.test(word)) return true
  }
  return false
}
