import type { App } from '../../../api/contract/app'
import type { Component } from '../../../api/contract/component'
import type { Region } from '../../../api/contract/region'
import type { ComponentRef } from '../../../api/paths'

/** The component that a change is about, with what a plan and an address need to know of where it is. */
export interface Target {
  ref: ComponentRef
  region: Region
  app: App
  component: Component
}

/** The governance mode in which other components reach this one through a mesh on their own side. */
const meshMode = 'BUILD_IN_SERVICE_MESH'

/** Whether the component's app runs the built-in mesh (docs/contract.md, "Changing"). */
export function isMeshed({ app }: Target): boolean {
  return app.governance_mode === meshMode
}

/** The key by which a component is told from all others: its `service_id`. */
export function componentOf({ ref }: Target): string {
  return ref.component
}

/** Has `make` work on the first of each component, and resolves with a result for each of `all`, in their order. */
export async function oncePerComponent<T extends { readonly target: Target }, Result extends object>(
  all: readonly T[],
  make: (once: readonly T[]) => Promise<readonly Result[]>,
): Promise<Result[]> {
  const at = new Map<string, number>()
  const once = all.filter(({ target }) => {
    const isFirst = !at.has(componentOf(target))
    if (isFirst) at.set(componentOf(target), at.size)
    return isFirst
  })
  const results = await make(once)
  return all.flatMap(({ target }) => results[at.get(componentOf(target)) ?? -1] ?? [])
}
