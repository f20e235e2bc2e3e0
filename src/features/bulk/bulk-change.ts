import type { DesiredPort, DesiredState } from '../../domain/model/desired-state'
import { componentOf, type Target } from '../change/engine/target'
import { type GridRows, portsOfRows } from '../port-grid/rows/target-ports'

/** What is asked for of each selected port. */
export type PortChange = Partial<DesiredPort> | 'delete'

/** One change of many components, as the engine takes it. */
interface BulkChange {
  /** In the order in which the rows were selected. */
  targets: readonly Target[]
  desired: (target: Target) => DesiredState
}

interface BulkChangeParts extends GridRows {
  change: PortChange
}

/** Returns the one desired state that the same change of all selected ports comes to. What is gone is left out. */
export function bulkChangeOf({ change, ...rows }: BulkChangeParts): BulkChange {
  const selected = portsOfRows(rows)
  const portsOf = new Map(
    selected.map(({ target, ports }) => [
      componentOf(target),
      new Map([...ports].map((port) => [port, change])),
    ]),
  )
  return {
    targets: selected.map(({ target }) => target),
    desired: (target) => ({ ports: portsOf.get(componentOf(target)) ?? new Map() }),
  }
}
