import { createContext, use } from 'react'
import type { DraftField, DraftStore } from './editing/draft-store'
import type { EditSurroundings } from './editing/edit-problems'
import type { GridWords } from './grid-words'
import type { PortRow, SwitchField } from './rows/port-row'
import type { RowStore } from './rows/row-store'

/** What a person can do in a row. One object for the whole grid, so that rows need no handlers of their own. */
export interface GridActions {
  toggle: (id: string, field: SwitchField, on: boolean) => void
  /** Deletes a port, open or not: what has to close first is the plan's to know. */
  remove: (id: string) => void
  openMenu: (id: string, button: HTMLButtonElement) => void
  dismissRefusal: (id: string) => void
  /** Opens a field for typing. */
  edit: (id: string, field: DraftField) => void
  /** Sends what the draft of a row changes; a draft that changes nothing is put away. */
  save: (id: string) => void
}

export interface GridContext {
  store: RowStore
  actions: GridActions
  words: GridWords
  drafts: DraftStore
  /** What an edit of a row is checked against. */
  surroundings: (row: PortRow) => EditSurroundings
  /** The id of the element that says why nothing can be changed here; null where it can. */
  lockedBy: string | null
}

const Context = createContext<GridContext | null>(null)

export const GridProvider = Context.Provider

/** Gives what the grid shares with its rows. Throws outside of a grid. */
export function useGrid(): GridContext {
  const context = use(Context)
  if (!context) throw new Error('A row stands outside of its grid')
  return context
}

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
