import { useEffect, useMemo } from 'react'
import type { RowStore } from '../rows/row-store'
import * as boxes from './SelectBoxes'
import { handleSelectionKey } from './selection-keys'
import { createSelection, type Selection } from './selection-store'
import type { GridSelection } from './use-selection'

interface SelectionParts {
  grid: GridSelection
  store: RowStore
  /** The ids of the listed rows. */
  ids: readonly string[]
}

/** Returns the selection of a grid, and tells the grid of it. */
export function useLoadedSelection({ grid: { onLoad }, store, ids }: SelectionParts): Selection {
  const selection = useMemo(() => createSelection(store), [store])
  useEffect(
    () => onLoad({ selection, boxes, onKeyDown: (event) => handleSelectionKey(event, selection) }),
    [selection, onLoad],
  )
  useEffect(() => selection.list(ids), [selection, ids])
  useEffect(() => store.subscribe(selection.dropGone), [selection, store])
  return selection
}
