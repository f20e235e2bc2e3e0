import type { PortRow } from './port-row'

/** The id of the note that says that the port of a row is being deleted. */
export const deletingId = (id: string) => `deleting-${id}`

/**
 * Gives the id of the element that says why nothing can be changed in a row: what locks the whole grid, or that its
 * port is being deleted; null where it can.
 */
export function lockOf({ id, activity }: PortRow, lockedBy: string | null): string | null {
  return lockedBy ?? (activity.pending === 'delete' ? deletingId(id) : null)
}
