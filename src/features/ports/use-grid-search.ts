import { useDeferredValue, useMemo } from 'react'
import { addressNow, navigate, replaceSearch, useAddress } from '../../lib/navigation/navigation-guard'
import { formatSort, parseSort, type Sort } from '../port-grid/rows/sort-rows'

export interface GridSearch {
  filter: string
  /** The filter to compute with: lags behind while many rows are filtered, so that typing stays smooth. */
  deferredFilter: string
  sort: Sort
  setFilter: (filter: string) => void
  setSort: (sort: Sort) => void
}

/** Returns the search of the address with one parameter of it changed. */
function searchWith(name: string, value: string): string {
  const params = new URLSearchParams(addressNow().search)
  if (value === '') params.delete(name)
  else params.set(name, value)
  return params.size === 0 ? '' : `?${params}`
}

const setFilter = (text: string) => replaceSearch(searchWith('filter', text))

function setSort(sort: Sort) {
  navigate(addressNow().path + searchWith('sort', formatSort(sort) ?? ''), { replace: true })
}

/** Gives filter and sort as the URL holds them. Changing one replaces the history entry, so that Back leaves the page. */
export function useGridSearch(): GridSearch {
  const { search } = useAddress()
  const params = useMemo(() => new URLSearchParams(search), [search])
  const filter = params.get('filter') ?? ''
  const sortText = params.get('sort')

  return {
    filter,
    deferredFilter: useDeferredValue(filter),
    sort: useMemo(() => parseSort(sortText), [sortText]),
    setFilter,
    setSort,
  }
}
