import type { RiskKind } from '../../../domain/impact/known-services/known-service'
import { isProtocol } from '../../../domain/model/port'
import { plainText } from '../../../lib/text/clean-text'
import { readNumbers } from '../../../lib/text/read-numbers'
import { columns } from '../../port-grid/rows/columns'
import { isOutside, type PortRow } from '../../port-grid/rows/port-row'
import { type RowMatcher, type SearchTerm, searchText } from '../../port-grid/rows/search-text'
import { statusChoice } from './choices'
import type { Filter, FilterKey, Query } from './query'

/** What is loaded only when a search needs it. */
export interface Knowledge {
  /** What opening a row would expose; null for nothing. Null while that can't be told: then no filter by risk applies. */
  riskOf: ((row: PortRow) => RiskKind | null) | null
  /** As `pinyinText`; null where no name is found by pinyin. */
  pinyinText: ((name: string) => string) | null
}

/** Returns what finds the rows to which all of a search applies; null where it asks for nothing. */
export function queryMatcher({ filters, words }: Query, knowledge: Knowledge): RowMatcher | null {
  const tests = [
    ...filters.map((filter) => filterTest(filter, knowledge)),
    ...words.map((word) => wordTest(folded(word), knowledge)),
  ]
  if (tests.length === 0) return null
  const matches = (row: PortRow) => tests.every((test) => test(row))
  return Object.assign(matches, { terms: termsOf({ filters, words }, knowledge) })
}

/** Where names are found by pinyin, a longer word may find more: it is the same or another one. */
function termsOf({ filters, words }: Query, { riskOf, pinyinText }: Knowledge): SearchTerm[] {
  const knows = `${String(riskOf !== null)} ${String(pinyinText !== null)}`
  return [
    ...filters.map((filter) => ({ other: `${knows} ${JSON.stringify(filter)}` })),
    ...words.map(folded).map((word) => (pinyinText ? { other: `${knows} ${word}` } : { word })),
  ]
}

const folded = (text: string) => plainText(text).toLowerCase()

function wordTest(word: string, { pinyinText }: Knowledge): RowMatcher {
  const spoken = pinyinText && isSpelled(word) ? `\n${word}` : null
  return (row) =>
    searchText(row).includes(word) ||
    (spoken !== null && namesOf(row).some((name) => pinyinText?.(name).includes(spoken) === true))
}

const isSpelled = (word: string) => /^[a-z0-9]*[a-z][a-z0-9]*$/.test(word)

/** The names of a row that may be Chinese. */
function namesOf({ place }: PortRow): readonly string[] {
  return place ? [place.app.group_name, place.component.service_cname] : []
}

function filterTest({ key, isNegated, values }: Filter, knowledge: Knowledge): RowMatcher {
  const test = keyTest(key, values, knowledge)
  return isNegated && test !== all ? (row) => !test(row) : test
}

const all: RowMatcher = () => true

function keyTest(key: FilterKey, values: readonly string[], { riskOf, pinyinText }: Knowledge): RowMatcher {
  const asked = new Set(values)
  switch (key) {
    case 'port': {
      const numbers = new Set(values.flatMap(numbersOf))
      return ({ port }) => numbers.has(port.container_port)
    }
    case 'protocol':
      return ({ port: { protocol } }) => asked.has(isProtocol(protocol) ? protocol : 'other')
    case 'status':
      return ({ place }) => asked.has(statusChoice(place?.component.status))
    case 'internal':
      return ({ port }) => asked.has(port.is_inner_service ? 'open' : 'closed')
    case 'external':
      return (row) => asked.has(isOutside(row) ? 'open' : 'closed')
    case 'risk':
      return riskOf ? riskTest(asked, riskOf) : all
    case 'app':
      return textTest(key, values, pinyinText && (({ place }) => pinyinText(place?.app.group_name ?? '')))
    case 'component':
      return textTest(
        key,
        values,
        pinyinText && (({ place }) => pinyinText(place?.component.service_cname ?? '')),
      )
    case 'alias':
    case 'domain':
    case 'address':
      return textTest(key, values, null)
  }
}

const lastPort = 65_535

function numbersOf(range: string): readonly number[] {
  const read = readNumbers(range, { least: 1, most: lastPort, count: lastPort })
  return 'numbers' in read ? read.numbers : []
}

function riskTest(asked: ReadonlySet<string>, riskOf: (row: PortRow) => RiskKind | null): RowMatcher {
  return (row) => {
    const kind = riskOf(row)
    return kind === null ? asked.has('none') : asked.has('any') || asked.has(kind)
  }
}

/** The columns of text that have a filter of their own name. */
type TextKey = 'app' | 'component' | 'alias' | 'domain' | 'address'

/** Whether a text of the column holds a value, or is the same as one that begins with `=`. */
function textTest(
  key: TextKey,
  values: readonly string[],
  pinyinOf: ((row: PortRow) => string) | null,
): RowMatcher {
  const textsOf = columns.find(({ id }) => id === key)?.searchText ?? (() => [])
  const asked = values.map(folded)
  const whole = asked.flatMap((value) => (value.startsWith('=') ? [value.slice(1)] : []))
  const parts = asked.filter((value) => !value.startsWith('='))
  const spoken = parts.filter(isSpelled).map((value) => `\n${value}`)
  return (row) => {
    const texts = textsOf(row).map((text) => text.toLowerCase())
    if (texts.some((text) => whole.includes(text) || parts.some((part) => text.includes(part)))) return true
    if (!pinyinOf || spoken.length === 0) return false
    const pinyin = pinyinOf(row)
    return spoken.some((value) => pinyin.includes(value))
  }
}
