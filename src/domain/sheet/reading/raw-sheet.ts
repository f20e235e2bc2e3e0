import type { Setting } from '../fields'
import type { Cell, Cells, ReadProblem, Report } from '../sheet-error'

/** A row as it is written. */
export interface RawRow {
  /** Where it begins. */
  readonly at: Cell
  readonly cells: Cells
}

/** What a sheet says, not yet understood. */
export interface RawSheet {
  readonly settings: Readonly<Partial<Record<Setting, Cell>>>
  readonly rows: readonly RawRow[]
}

/** Reads a text whose lines end with a line feed. Returns null where nothing more can be said of it than was reported. */
export type Reader = (text: string, report: Report<ReadProblem>) => RawSheet | null
