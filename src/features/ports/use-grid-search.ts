import { useCallback, useDeferredValue, useMemo } from 'react'
import { useSearchParams } from 'wouter'
import { formatSort, parseSort, type Sort } from '../port-grid/sort-rows'

export interface GridSearch {
  filter: string
  /** The filter to compute with: lags behind while many rows are filtered, so that typing stays smooth. */
  deferredFilter: string
  sort: Sort
  setFilter: (filter: string) => void
  setSort: (sort: Sort) => void
}

/** Gives filter and sort as the URL holds them. Changing one replaces the history entry, so that Back leaves the page. */
export function useGridSearch(): GridSearch {
  const [params, setParams] = useSearchParams()
  const filter = params.get('filter') ?? ''
  const sortText = params.get('sort')

  const set = useCallback(
    (name: string, value: string | null) => {
      setParams(
        (last) => {
          const next = new URLSearchParams(last)
          if (value) next.set(name, value)
          else next.delete(name)
          return next
        },
        { replace: true },
      )
    },
    [setParams],
  )

  return {
    filter,
    deferredFilter: useDeferredValue(filter),
    sort: useMemo(() => parseSort(sortText), [sortText]),
    setFilter: useCallback((text) => set('filter', text), [set]),
    setSort: useCallback((sort) => set('sort', formatSort(sort)), [set]),
  }
}
