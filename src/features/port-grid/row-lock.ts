import { useGrid } from './grid-context'
import type { PortRow } from './port-row'

/** The id of the note that says that the port of a row is being deleted. */
export const deletingId = (id: string) => `deleting-${id}`

/** The id of the note that says why ports under one number cannot be changed apart. */
export const twiceId = (id: string) => `twice-${id}`

/**
 * Returns the id of the element that says why nothing can be changed in a row: what locks the whole grid, or what locks
 * this row; null where it can.
 */
export function useRowLock({ id, isTwice, activity }: PortRow): string | null {
  const { lockedBy } = useGrid()
  if (lockedBy !== null) return lockedBy
  if (isTwice) return twiceId(id)
  return activity.pending === 'delete' ? deletingId(id) : null
}
