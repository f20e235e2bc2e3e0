import { createContext, type ReactNode, use } from 'react'
import type { DraftField, DraftStore } from './editing/draft-store'
import type { EditSurroundings } from './editing/edit-problems'
import type { GridWords } from './grid-words'
import type { PortRow, SwitchField } from './rows/port-row'
import type { RowStore } from './rows/row-store'
import type { GridSelection } from './selection/use-selection'

/** The actions of a row. One object for the whole grid, so that rows need no handlers of their own. */
export interface GridActions {
  toggle: (id: string, field: SwitchField, on: boolean) => void
  /** Deletes a port, open or not: the plan closes it first. */
  remove: (id: string) => void
  openMenu: (id: string, button: HTMLButtonElement) => void
  dismissRefusal: (id: string) => void
  /** Opens a field for editing. */
  edit: (id: string, field: DraftField) => void
  /** Sends the change of one field of a row; closes a field without changes. */
  save: (id: string, field: DraftField) => void
}

export interface GridContext {
  store: RowStore
  actions: GridActions
  words: GridWords
  drafts: DraftStore
  /** Returns what an edit of a row is validated against. */
  surroundings: (row: PortRow) => EditSurroundings
  /** The id of the element that says why nothing can be changed; null if it can. */
  lockedBy: string | null
  /** Null or left out where no rows can be selected. */
  selection?: GridSelection | null
  /** Returns what stands above the ports of a component, where rows are grouped. The same function for all. */
  group?: (component: string) => ReactNode
}

const Context = createContext<GridContext | null>(null)

export const GridProvider = Context.Provider

/** Throws outside of a grid. */
export function useGrid(): GridContext {
  const context = use(Context)
  if (!context) throw new Error('A row stands outside of its grid')
  return context
}

/** The id of the note about a row's pending deletion. */
export const deletingId = (id: string) => `deleting-${id}`

/** The id of the note that says why a change of this row was refused. */
export const refusalId = (id: string) => `refused-${id}`

/** The id of the note that says why two ports with the same number can't be changed. */
export const twiceId = (id: string) => `twice-${id}`
