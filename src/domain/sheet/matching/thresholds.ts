import type { PresentComponent } from '../sheet'
import type { MatchedSheet } from './matched-sheet'

/** How many ports a sheet concerns, of the components that it names. */
export interface SheetCounts {
  /** There now. */
  readonly ports: number
  readonly same: number
  readonly changed: number
  readonly added: number
  readonly deleted: number
  /** Not named by the sheet, and left as they are. */
  readonly leftAlone: number
  /** Opened to the outside: changed and added ones that are open after it and are not now. */
  readonly exposed: number
}

export function countsOf({ missing, components }: MatchedSheet<PresentComponent>): SheetCounts {
  const rows = components.flatMap((component) => component.rows)
  const count = (what: readonly unknown[]) => what.length
  const added = count(rows.filter(({ isNew }) => isNew))
  const same = count(rows.filter(({ changes }) => changes.length === 0))
  const unnamed = count(components.flatMap((component) => component.unnamed))
  return {
    ports: count(components.flatMap(({ component }) => component.ports ?? [])),
    ...{ same, added, changed: rows.length - added - same },
    deleted: missing === 'delete' ? unnamed : 0,
    leftAlone: missing === 'delete' ? 0 : unnamed,
    exposed: count(
      rows.filter(({ changes }) => changes.some(({ field, after }) => field === 'outer' && after === true)),
    ),
  }
}

/** Exceeded where both are: a share says nothing of few ports. */
export interface Threshold {
  /** From 0 to 1. */
  readonly share: number
  readonly count: number
}

export interface Thresholds {
  /** Of the ports that are there. */
  readonly deleted: Threshold
  /** Of the ports that are there or added. */
  readonly exposed: Threshold
}

export const defaultThresholds: Thresholds = {
  deleted: { share: 0.2, count: 10 },
  exposed: { share: 0.2, count: 10 },
}

export interface ExceededThreshold {
  readonly what: keyof Thresholds
  readonly count: number
  /** Of so many ports. */
  readonly of: number
  readonly threshold: Threshold
}

/** Returns the thresholds that a sheet exceeds: it may be a wrong file. */
export function checkThresholds(counts: SheetCounts, thresholds: Thresholds): ExceededThreshold[] {
  const { ports, added, deleted, exposed } = counts
  const measured = [
    { what: 'deleted', count: deleted, of: ports },
    { what: 'exposed', count: exposed, of: ports + added },
  ] as const
  return measured
    .map((one) => ({ ...one, threshold: thresholds[one.what] }))
    .filter(({ count, of, threshold }) => count > threshold.count && count > threshold.share * of)
}
