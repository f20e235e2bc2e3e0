import type { Target } from '../../change/engine/target'
import { componentOfRow, isGroup } from './port-row'
import type { RowStore } from './row-store'

export interface GridRows {
  /** The ids of rows; those of groups count for nothing. */
  ids: Iterable<string>
  store: RowStore
  targetOf: (component: string) => Target | undefined
}

/** A component and the numbers of some of its ports. */
export interface TargetPorts {
  readonly target: Target
  readonly ports: ReadonlySet<number>
}

/** Returns the ports of rows by component, both in the order of the rows. What is gone is left out. */
export function portsOfRows({ ids, store, targetOf }: GridRows): readonly TargetPorts[] {
  const byComponent = new Map<string, { target: Target; ports: Set<number> }>()
  for (const id of ids) {
    const component = componentOfRow(id)
    const number = isGroup(id) ? undefined : store.row(id)?.port.container_port
    const target = targetOf(component)
    if (number === undefined || !target) continue
    const of = byComponent.get(component) ?? { target, ports: new Set() }
    of.ports.add(number)
    byComponent.set(component, of)
  }
  return [...byComponent.values()]
}
