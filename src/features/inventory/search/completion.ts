import { plainText } from '../../../lib/text/clean-text'
import { formatValue } from '../query/format-query'
import { isChoiceKey, otherKeyNames } from '../query/choices'
import { typedTerm, typedValue } from '../query/parse-terms'
import { type FilterKey, filterKeys } from '../query/query'

/** A value of a filter as it can be chosen. */
export interface KnownValue {
  readonly value: string
  /** What people call it. */
  readonly label: string
}

/** What can complete a search. */
export interface Known {
  keyLabel: (key: FilterKey) => string
  values: (key: FilterKey) => readonly KnownValue[]
  /** As `pinyinText`; null where no name is found by pinyin. */
  pinyinText: ((name: string) => string) | null
}

/** What the end of a typed text can become. */
export interface Suggestion {
  /** The whole text with it. */
  readonly text: string
  /** As the search has it, and what people call it where that differs. */
  readonly name: string
  readonly detail: string | null
  /** It completes a filter, and not only its key. */
  readonly isWhole: boolean
}

interface Suggestions {
  readonly list: readonly Suggestion[]
  /** Enter chooses the first: there is a fixed set of values, and what is typed begins one. */
  readonly isSure: boolean
}

/** More would be slow to open, and nobody reads on: typing finds the rest. */
const mostShown = 50

/** Returns what the end of a typed text can become: the keys of filters, or the values of one. */
export function suggestionsFor(typed: string, known: Known): Suggestions {
  const { text, start } = typedTerm(typed)
  const open = typedValue(text)
  return open
    ? valuesFor(open, typed.slice(0, start + open.start), known)
    : { list: keysFor(text, typed.slice(0, start), known), isSure: false }
}

const folded = (text: string) => plainText(text).toLowerCase()

function keysFor(text: string, before: string, { keyLabel }: Known): readonly Suggestion[] {
  const minus = /^[-－−]/.test(text) ? '-' : ''
  const start = folded(text.slice(minus.length))
  return filterKeys
    .filter((key) => {
      const names = [key, folded(keyLabel(key)), ...otherNames(key)]
      return names.some((name) => name.startsWith(start))
    })
    .map((key) => ({
      text: `${before}${minus}${key}:`,
      name: `${minus}${key}:`,
      detail: keyLabel(key),
      isWhole: false,
    }))
}

function otherNames(key: FilterKey): string[] {
  return [...otherKeyNames].flatMap(([name, of]) => (of === key ? [name] : []))
}

function valuesFor(
  { key, value: written }: { key: FilterKey; value: string },
  before: string,
  { values, pinyinText }: Known,
): Suggestions {
  const start = folded(written)
  const all = values(key)
  const begin: KnownValue[] = []
  const hold: KnownValue[] = []
  for (const one of all) {
    const texts = [folded(one.value), folded(one.label)]
    const spoken = start !== '' && pinyinText?.(one.label).includes(`\n${start}`)
    if (texts.some((text) => text.startsWith(start))) begin.push(one)
    else if (spoken || texts.some((text) => text.includes(start))) hold.push(one)
  }
  const list = [...begin, ...hold].slice(0, mostShown).map(({ value, label }) => ({
    text: `${before}${formatValue(value)}`,
    name: label === value ? value : label,
    detail: label === value ? null : value,
    isWhole: true,
  }))
  return { list, isSure: isChoiceKey(key) && start !== '' && begin.length > 0 }
}

/** Returns names as a filter has them: with `=` where others hold one, so that it finds no more than what it names. */
export function valuesOfNames(names: readonly string[]): readonly KnownValue[] {
  const all = names.map(folded)
  return names.map((name, at) => {
    const own = all[at] ?? ''
    const isHeld = own.startsWith('=') || all.some((other) => other !== own && other.includes(own))
    return { value: isHeld ? `=${name}` : name, label: name }
  })
}
