import type { Draft } from '../editing/draft-store'
import { deletingId, type GridContext, twiceId } from '../grid-context'
import type { PortRow } from '../rows/port-row'

/** What a cell is made of. Cells are functions that a row calls: with a component for each, a row costs twice as much. */
export interface CellParts {
  grid: GridContext
  row: PortRow
  /** What is typed into the row's fields; null while none is open. */
  draft: Draft | null
  /** The id of the element that says why nothing can be changed in the row; null if it can. */
  lockedBy: string | null
}

/** Returns what locks a row: the grid, its twin, or its deletion. */
export function lockOf({ lockedBy }: GridContext, { id, isTwice, activity }: PortRow): string | null {
  if (lockedBy !== null) return lockedBy
  if (isTwice) return twiceId(id)
  return activity.pending === 'delete' ? deletingId(id) : null
}
