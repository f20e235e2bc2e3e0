import { useMemo } from 'react'
import { useLoaded } from '../../../lib/use-loaded'
import type { Target } from '../../change/engine/target'
import type { RowMatcher } from '../../port-grid/rows/search-text'
import { formatQuery } from '../query/format-query'
import { hasHan } from '../query/has-han'
import { queryMatcher } from '../query/match-query'
import { parseTerms } from '../query/parse-terms'
import { type Query, queryOf } from '../query/query'

interface Search {
  /** Null where everything is found. The same function as long as the same is asked for. */
  matches: RowMatcher | null
  /** Another text whenever other rows may be found. */
  asked: string
  /** What names are found by besides their own letters; null while nobody needs it. */
  pinyinText: ((name: string) => string) | null
  /** A filter doesn't apply, because its code couldn't be fetched. */
  isLacking: boolean
}

const loadRisk = () => import('../query/risk-of-row')
const loadPinyin = () => import('../query/pinyin')

/** Returns what a search finds among the ports of some components. What only some searches need is loaded with the first. */
export function useSearch(filter: string, targets: readonly Target[]): Search {
  const text = formatQuery(queryOf(parseTerms(filter)))
  const query = useMemo(() => queryOf(parseTerms(text)), [text])
  const isChinese = useMemo(
    () => targets.some(({ app, component }) => hasHan(app.group_name) || hasHan(component.service_cname)),
    [targets],
  )
  const risk = useLoaded(
    loadRisk,
    query.filters.some(({ key }) => key === 'risk'),
  )
  const pinyin = useLoaded(loadPinyin, isChinese && hasSpelling(query))
  const riskOf = risk.module?.riskOfRow ?? null
  const pinyinText = pinyin.module?.pinyinText ?? null
  return {
    matches: useMemo(() => queryMatcher(query, { riskOf, pinyinText }), [query, riskOf, pinyinText]),
    asked: `${text} ${String(riskOf !== null)} ${String(pinyinText !== null)}`,
    pinyinText,
    isLacking: risk.hasFailed,
  }
}

/** Whether a search has Latin letters where a name may be meant. */
function hasSpelling({ words, filters }: Query): boolean {
  const values = filters.flatMap(({ key, values }) => (key === 'app' || key === 'component' ? values : []))
  return [...words, ...values].some((text) => /[a-z]/i.test(text))
}
