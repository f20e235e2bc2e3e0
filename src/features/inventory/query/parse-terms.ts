import { plainText } from '../../../lib/text/clean-text'
import { readNumbers } from '../../../lib/text/read-numbers'
import { choiceOf, isChoiceKey, otherKeyNames } from './choices'
import { type FilterKey, filterKeys, type Term } from './query'

/** A key is letters alone, so that `10.0.0.1:80` and `a.example:80` are words; `//` follows the scheme of an address. */
const head = /^([-－−]?)(\p{L}+)[:：](?!\/\/)/u
const comma = /[,，、;；]/
const bare = /[^\s,，、;；]*/y
const quoted = /["“”＂]((?:\\.|[^\\"“”＂])*)(?:["“”＂]|$)/suy
const closedQuote = /^["“”＂]((?:\\.|[^\\"“”＂])*)["“”＂]$/su

const lastPort = 65_535

/**
 * Parses a search, in the order in which it is written: words, and filters such as `port:80,8000-8010` or `-app:"my shop"`.
 * Full-width colons and commas of an input method count as plain ones. Anything can be parsed; what can't be understood is a
 * problem.
 */
export function parseTerms(search: string): readonly Term[] {
  return textsOf(search).map(termOf)
}

/** Splits at blanks, except in quotes that begin a word or a value of a filter. */
function textsOf(search: string): string[] {
  const texts: string[] = []
  let at = 0
  while (at < search.length) {
    const blank = /\s*/y
    blank.lastIndex = at
    at += blank.exec(search)?.[0].length ?? 0
    const start = at
    at += head.exec(search.slice(at))?.[0].length ?? 0
    const isWord = at === start
    for (let isMore = true; isMore;) {
      at += lengthAt(quoted, search, at)
      at += lengthAt(bare, search, at)
      isMore = comma.test(search[at] ?? '')
      if (isMore) at += 1
    }
    const text = search.slice(start, at)
    if (isWord && !closedQuote.test(text)) at = start + (/^\S*/.exec(search.slice(start))?.[0].length ?? 0)
    if (at > start) texts.push(search.slice(start, at))
  }
  return texts
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

function termOf(text: string): Term {
  const [start = '', minus = '', name = ''] = head.exec(text) ?? []
  if (start === '') return { kind: 'word', text, word: closedQuote.test(text) ? unquoted(text) : text }
  const key = keyOf(plainText(name).toLowerCase())
  if (key === undefined)
    return { kind: 'problem', text, problem: { kind: 'unknown-key', key: name }, filter: null }

  const written = valuesOf(text.slice(start.length))
  const read = written.map((value) => readValue(key, value))
  const values = [...new Set(read.flatMap((known) => known ?? []))]
  const filter = values.length === 0 ? null : { key, isNegated: minus !== '', values }
  const wrong = written[read.indexOf(null)]
  if (wrong !== undefined)
    return { kind: 'problem', text, problem: { kind: 'unknown-value', key, value: wrong }, filter }
  return filter
    ? { kind: 'filter', text, filter }
    : { kind: 'problem', text, problem: { kind: 'no-value', key }, filter }
}

function keyOf(name: string): FilterKey | undefined {
  return filterKeys.find((key) => key === name) ?? otherKeyNames.get(name)
}

/** Splits the values of a filter at commas outside of quotes. Left out are those that are about to be typed. */
function valuesOf(text: string): string[] {
  const values: string[] = []
  for (let at = 0; at < text.length; at += 1) {
    const start = at
    at += lengthAt(quoted, text, at)
    at += lengthAt(bare, text, at)
    values.push(unquoted(text.slice(start, at)))
  }
  return values.filter((value) => !['', '='].includes(plainText(value)))
}

/** Returns the text in quotes, which may lack their end while it is typed; any other text unchanged. */
function unquoted(text: string): string {
  const inside = closedQuote.exec(text)?.[1] ?? /^["“”＂](.*)$/su.exec(text)?.[1]
  return inside === undefined ? text : inside.replace(/\\(.)/gsu, '$1')
}

/** Returns what is written as one value of a filter as `Filter` holds it; null where it can't be one. */
function readValue(key: FilterKey, written: string): readonly string[] | null {
  const text = plainText(written)
  if (key === 'port') return readRanges(text)
  if (!isChoiceKey(key)) return [text]
  const choice = choiceOf(key, text.toLowerCase())
  return choice === undefined ? null : [choice]
}

/** Several ports may be in quotes together. */
function readRanges(text: string): readonly string[] | null {
  const ranges = text.split(comma).map((range) => {
    const read = readNumbers(range, { least: 1, most: lastPort, count: lastPort })
    if ('problem' in read) return null
    const [first, last] = [read.numbers[0], read.numbers.at(-1)]
    return first === last ? String(first) : `${String(first)}-${String(last)}`
  })
  return ranges.every((range) => range !== null) ? ranges : null
}

/** Returns the part of a search that its end is still writing, with its place; empty after a blank outside of quotes. */
export function typedTerm(search: string): { text: string; start: number } {
  const text = textsOf(search).at(-1) ?? ''
  return text !== '' && search.endsWith(text)
    ? { text, start: search.length - text.length }
    : { text: '', start: search.length }
}

/** Returns the key of a filter that is being written, and its last value with the place where that begins; null for anything else. */
export function typedValue(text: string): { key: FilterKey; value: string; start: number } | null {
  const [start = '', , name = ''] = head.exec(text) ?? []
  const key = keyOf(plainText(name).toLowerCase())
  if (start === '' || key === undefined) return null
  let at = start.length
  for (;;) {
    const end = at + lengthAt(quoted, text, at)
    const next = end + lengthAt(bare, text, end)
    if (next >= text.length) return { key, value: unquoted(text.slice(at)), start: at }
    at = next + 1
  }
}
