import { useDeferredValue, useMemo } from 'react'
import { addressNow, navigate, replaceSearch, useAddress } from '../../../lib/navigation/navigation-guard'
import type { ColumnId } from '../rows/columns'
import { formatSort, parseSort, type Sort } from '../rows/sort-rows'
import { withoutLanding } from './landing'

export interface GridSearch {
  filter: string
  /** Lags behind `filter` while many rows are filtered, so that typing stays smooth. */
  deferredFilter: string
  sort: Sort
  setFilter: (filter: string) => void
  setSort: (sort: Sort) => void
}

/** Returns the URL's search string with one parameter changed. */
function searchWith(name: string, value: string): string {
  const params = new URLSearchParams(addressNow().search)
  if (value === '') params.delete(name)
  else params.set(name, value)
  return params.size === 0 ? '' : `?${params}`
}

const setFilter = (text: string) => replaceSearch(withoutLanding(searchWith('filter', text)))

function setSort(sort: Sort) {
  navigate(addressNow().path + searchWith('sort', formatSort(sort) ?? ''), { replace: true })
}

/**
 * Returns filter and sort from the URL, which may sort by the `offered` columns (a constant). A change replaces the history
 * entry, so that Back leaves the page.
 */
export function useGridSearch(offered: readonly ColumnId[]): GridSearch {
  const { search } = useAddress()
  const params = useMemo(() => new URLSearchParams(search), [search])
  const filter = params.get('filter') ?? ''
  const sortText = params.get('sort')

  return {
    filter,
    deferredFilter: useDeferredValue(filter),
    sort: useMemo(() => parseSort(sortText, offered), [sortText, offered]),
    setFilter,
    setSort,
  }
}
