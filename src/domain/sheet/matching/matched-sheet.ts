import type { DesiredState } from '../../model/desired-state'
import type { Port } from '../../model/port'
import type { ReadRow } from '../reading/read-row'
import type { Missing, PresentComponent, SheetRow } from '../sheet'
import type { CellChange } from './cell-changes'
import type { MatchedBy } from './find-component'

/** A row and what it changes; nothing where it says what is there. */
export interface MatchedRow<Row extends SheetRow = SheetRow> {
  readonly row: Row
  readonly isNew: boolean
  readonly changes: readonly CellChange[]
}

/** What a sheet comes to for one component. */
export interface MatchedComponent<P extends PresentComponent, Row extends SheetRow = SheetRow> {
  readonly component: P
  readonly matchedBy: MatchedBy
  readonly rows: readonly MatchedRow<Row>[]
  /** The ports that the sheet doesn't name; they are left alone, or deleted where it asks for that. */
  readonly unnamed: readonly Port[]
  /** Only what differs from what is there; nothing where all is as the sheet says. */
  readonly desired: DesiredState
}

export interface MatchedSheet<P extends PresentComponent, Row extends SheetRow = SheetRow> {
  readonly missing: Missing
  readonly components: readonly MatchedComponent<P, Row>[]
}

/** The rows of one component. */
export interface Matched<P extends PresentComponent> {
  readonly component: P
  readonly matchedBy: MatchedBy
  readonly rows: readonly ReadRow[]
}
