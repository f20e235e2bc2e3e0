import type { DesiredPort, DesiredState } from '../../domain/model/desired-state'
import type { Target } from '../change/engine/target'
import { componentOfRow } from '../port-grid/rows/port-row'
import type { RowStore } from '../port-grid/rows/row-store'

/** What is asked for of each selected port. */
export type PortChange = Partial<DesiredPort> | 'delete'

/** One change of many components, as the engine takes it. */
interface BulkChange {
  /** In the order in which the rows were selected. */
  targets: readonly Target[]
  desired: (target: Target) => DesiredState
}

interface BulkChangeParts {
  /** The ids of the selected rows. */
  ids: Iterable<string>
  store: RowStore
  targetOf: (component: string) => Target | undefined
  change: PortChange
}

/** Returns the one desired state that the same change of all selected ports comes to. What is gone is left out. */
export function bulkChangeOf({ ids, store, targetOf, change }: BulkChangeParts): BulkChange {
  const targets: Target[] = []
  const portsOf = new Map<string, Map<number, PortChange>>()
  for (const id of ids) {
    const component = componentOfRow(id)
    const number = store.row(id)?.port.container_port
    const target = targetOf(component)
    if (number === undefined || !target) continue
    const ports = portsOf.get(component) ?? new Map<number, PortChange>()
    if (ports.size === 0) targets.push(target)
    portsOf.set(component, ports.set(number, change))
  }
  return { targets, desired: ({ ref }) => ({ ports: portsOf.get(ref.component) ?? new Map() }) }
}
