import type { DesiredState } from '../../../domain/model/desired-state'
import type { CellChange } from '../../../domain/sheet/matching/cell-changes'
import type { MatchedBy } from '../../../domain/sheet/matching/find-component'
import type { MatchedComponent, MatchedSheet } from '../../../domain/sheet/matching/matched-sheet'
import {
  checkThresholds,
  countsOf,
  defaultThresholds,
  type ExceededThreshold,
  type SheetCounts,
} from '../../../domain/sheet/matching/thresholds'
import type { Missing, PresentComponent } from '../../../domain/sheet/sheet'

/** A port that is to change, or to be added. */
export interface ComparedPort {
  readonly port: number
  readonly isNew: boolean
  readonly changes: readonly CellChange[]
}

/** What a sheet comes to for one component, without what stays the same. */
export interface ComparedComponent {
  readonly componentId: string
  readonly matchedBy: MatchedBy
  readonly changed: readonly ComparedPort[]
  readonly same: number
  /** The ports that the sheet doesn't name: deleted where it asks for that, else left alone. */
  readonly unnamed: readonly number[]
  readonly desired: DesiredState
}

export interface Comparison {
  readonly missing: Missing
  readonly counts: SheetCounts
  /** Why it may be the wrong sheet. */
  readonly exceeded: readonly ExceededThreshold[]
  readonly components: readonly ComparedComponent[]
}

/** Returns what a screen shows of a matched sheet. Small, because it is copied from thread to thread. */
export function comparisonOf(matched: MatchedSheet<PresentComponent>): Comparison {
  const counts = countsOf(matched)
  return {
    missing: matched.missing,
    counts,
    exceeded: checkThresholds(counts, defaultThresholds),
    components: matched.components.map(comparedComponent),
  }
}

function comparedComponent({
  component,
  matchedBy,
  rows,
  unnamed,
  desired,
}: MatchedComponent<PresentComponent>): ComparedComponent {
  const changed = rows
    .filter(({ isNew, changes }) => isNew || changes.length > 0)
    .map(({ row, isNew, changes }) => ({ port: row.port, isNew, changes }))
  return {
    componentId: component.componentId,
    ...{ matchedBy, changed, desired },
    same: rows.length - changed.length,
    unnamed: unnamed.map((port) => port.container_port),
  }
}
