import { useMemo } from 'react'
import {
  addressNow,
  navigate,
  replaceSearch,
  useAddressSearch,
} from '../../../lib/navigation/navigation-guard'
import { usePainted } from '../../../lib/use-painted'
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
  /** Shows another search, which Back leads back from. */
  goTo: (filter: string, sort: Sort) => void
}

/** Returns the URL's search string with some parameters changed. */
function searchWith(changes: Readonly<Record<string, string>>): string {
  const params = new URLSearchParams(addressNow().search)
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') params.delete(name)
    else params.set(name, value)
  }
  return params.size === 0 ? '' : `?${params}`
}

const setFilter = (filter: string) => replaceSearch(withoutLanding(searchWith({ filter })))

function setSort(sort: Sort) {
  navigate(addressNow().path + searchWith({ sort: formatSort(sort) ?? '' }), { replace: true })
}

function goTo(filter: string, sort: Sort) {
  navigate(addressNow().path + searchWith({ filter, sort: formatSort(sort) ?? '' }))
}

/**
 * Returns filter and sort from the URL, which may sort by the `offered` columns (a constant). A change replaces the history
 * entry, so that Back leaves the page, except by `goTo`.
 */
export function useGridSearch(offered: readonly ColumnId[]): GridSearch {
  const search = useAddressSearch()
  const params = useMemo(() => new URLSearchParams(search), [search])
  const filter = params.get('filter') ?? ''
  const sortText = params.get('sort')

  return {
    filter,
    deferredFilter: usePainted(filter),
    sort: useMemo(() => parseSort(sortText, offered), [sortText, offered]),
    setFilter,
    setSort,
    goTo,
  }
}
