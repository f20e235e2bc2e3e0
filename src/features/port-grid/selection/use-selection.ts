import { type KeyboardEvent, useMemo, useState } from 'react'
import type * as Boxes from './SelectBoxes'
import type { Selection } from './selection-store'

/** The selection of a grid, and what shows it: loaded later than the grid. */
export interface LoadedSelection {
  selection: Selection
  boxes: typeof Boxes
  /** To be called after the grid has handled the key. */
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** How the rows of a grid are selected. */
export interface GridSelection {
  /** Null until its code is there, which the grid doesn't wait for. */
  loaded: LoadedSelection | null
  onLoad: (loaded: LoadedSelection) => void
}

/** Returns the selection of a grid, which lasts as long as its page; null where nothing can be changed. */
export function useSelection(isReadOnly: boolean): GridSelection | null {
  const [loaded, onLoad] = useState<LoadedSelection | null>(null)
  return useMemo(() => (isReadOnly ? null : { loaded, onLoad }), [loaded, isReadOnly])
}
