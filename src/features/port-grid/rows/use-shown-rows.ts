import { useCallback, useMemo } from 'react'
import { usePaced } from '../../../lib/use-paced'
import type { RowStore } from './row-store'
import { createShownRows, type RowChoice, type ShownRows } from './shown-rows'

/**
 * Returns the rows to show: those that `choice` (the same object until something about it changes) leaves, in its order.
 * While many components arrive, the list follows them every `paceMs` milliseconds; 0 follows each at once.
 */
export function useShownRows(store: RowStore, choice: RowChoice, paceMs: number): ShownRows {
  const look = useMemo(() => createShownRows(store), [store])
  return usePaced(
    store.subscribe,
    useCallback(() => look(choice), [look, choice]),
    paceMs,
  )
}
