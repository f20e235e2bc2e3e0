import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useComponentWords } from '../../../i18n/use-component-words'
import { choices, isChoiceKey, otherChoiceNames } from '../query/choices'
import { type Filter, type FilterKey, filterKeys, type QueryProblem } from '../query/query'

/** What the search says in the person's language. */
export interface SearchWords {
  keyLabel: (key: FilterKey) => string
  valueLabel: (key: FilterKey, value: string) => string
  filterLabel: (filter: Filter) => string
  problem: (problem: QueryProblem) => string
}

export function useSearchWords(): SearchWords {
  const t = useTranslations('inventory.search')
  const tPorts = useTranslations('ports')
  const { status } = useComponentWords()
  return useMemo(() => {
    const keyLabel: SearchWords['keyLabel'] = (key) => {
      if (key === 'risk') return t('risk')
      if (key === 'internal') return tPorts('columns.inner')
      if (key === 'external') return tPorts('columns.outer')
      return tPorts(`columns.${key}`)
    }
    const valueLabel: SearchWords['valueLabel'] = (key, value) => {
      if (key === 'internal' || key === 'external')
        return tPorts(value === 'open' ? 'state.open' : 'state.closed')
      if (key === 'status') return statusWord(value, status)
      const named = valueNames.find((name) => name === value)
      return named !== undefined && (key === 'risk' || key === 'protocol') ? t(`values.${named}`) : value
    }
    return {
      keyLabel,
      valueLabel,
      filterLabel: ({ key, isNegated, values }) =>
        t(isNegated ? 'notChip' : 'chip', {
          key: keyLabel(key),
          values: values.map((value) => valueLabel(key, value)).join(', '),
        }),
      problem(problem) {
        if (problem.kind === 'unknown-key')
          return t('unknownKey', { key: problem.key, keys: filterKeys.join(', ') })
        const { kind, key } = problem
        if (kind === 'no-value') return t('noValue', { key })
        const { value } = problem
        if (!isChoiceKey(key)) return t('unknownPort', { value })
        return t('unknownValue', {
          value,
          key,
          values: choices[key].map((choice) => choice.value).join(', '),
        })
      },
    }
  }, [t, tPorts, status])
}

const valueNames = [
  'any',
  'none',
  'other',
  'database',
  'cache',
  'search',
  'queue',
  'remote-login',
  'file-sharing',
  'cluster-control',
  'admin',
  'monitoring',
  'reflection',
  'surface',
] as const

/** The words for a status are under Rainbond's own name of it. */
function statusWord(value: string, status: (own: string) => string): string {
  const own = [value, ...otherChoiceNames('status', value)].find((name) => status(name) !== name)
  return status(own ?? value)
}
