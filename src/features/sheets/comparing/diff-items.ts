import type { Target } from '../../change/engine/target'
import type { ComparedComponent, ComparedPort, Comparison } from '../work/comparison'

/** What the list of differences shows, one below the other. */
export type DiffItem =
  | {
      readonly kind: 'component'
      readonly id: string
      readonly target: Target
      readonly of: ComparedComponent
    }
  | { readonly kind: 'changed' | 'added'; readonly id: string; readonly port: ComparedPort }
  | { readonly kind: 'deleted'; readonly id: string; readonly port: number }
  | {
      readonly kind: 'left-alone'
      readonly id: string
      readonly target: Target
      readonly ports: readonly number[]
    }

type Targets = ReadonlyMap<string, Target>

/** Returns the components that a sheet changes, each with the ports that differ. */
export function diffItems({ missing, components }: Comparison, targets: Targets): DiffItem[] {
  return components.flatMap((component): DiffItem[] => {
    const { componentId, changed, unnamed } = component
    const target = targets.get(componentId)
    const deleted = missing === 'delete' ? unnamed : []
    if (!target || changed.length + deleted.length === 0) return []
    return [
      { kind: 'component', id: componentId, target, of: component },
      ...changed.map((port, at): DiffItem => ({
        ...{ kind: port.isNew ? 'added' : 'changed', id: `${componentId} row ${String(at)}`, port },
      })),
      ...deleted.map((port): DiffItem => ({
        ...{ kind: 'deleted', id: `${componentId} deleted ${String(port)}`, port },
      })),
    ]
  })
}

/** Returns the ports that a sheet leaves alone because it doesn't name them, by component. */
export function leftAloneItems({ missing, components }: Comparison, targets: Targets): DiffItem[] {
  if (missing === 'delete') return []
  return components.flatMap(({ componentId, unnamed }): DiffItem[] => {
    const target = targets.get(componentId)
    if (!target || unnamed.length === 0) return []
    return [{ kind: 'left-alone', id: `${componentId} left alone`, target, ports: unnamed }]
  })
}
