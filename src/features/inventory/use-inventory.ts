import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Engine } from '../change/engine/engine'
import type { Target } from '../change/engine/target'
import { useEngine } from '../change/use-engine'
import { componentRows } from '../port-grid/rows/component-rows'
import { createRowStore, type RowSource, type RowStore } from '../port-grid/rows/row-store'
import type { InventoryReader } from './reading/inventory-reader'
import type { InventoryState } from './reading/inventory-state'
import type { InventoryPlace } from './reading/targets'
import { useInventoryReader } from './use-inventory-reader'

interface Inventory {
  reader: InventoryReader
  state: InventoryState
  store: RowStore
  /** The same function until a component comes, goes or changes. */
  targetOf: (component: string) => Target | undefined
}

/** Reads the ports of a place while it is shown, into one store of rows. `place` must stay the same: another one needs another `key`. */
export function useInventory(place: InventoryPlace): Inventory {
  const client = useQueryClient()
  const engine = useEngine()
  const { reader, state } = useInventoryReader(place)
  const { targets } = state
  const [store] = useState(() => createRowStore())
  const sourceOf = useMemo(() => createSources(client, engine), [client, engine])
  useEffect(() => store.set(targets.map(sourceOf)), [store, targets, sourceOf])

  const byId = useMemo(() => new Map(targets.map((target) => [target.ref.component, target])), [targets])
  const targetOf = useCallback((component: string) => byId.get(component), [byId])
  return { reader, state, store, targetOf }
}

/** Returns what makes the source of a component: the same one as long as the component is the same. */
function createSources(client: QueryClient, engine: Engine): (target: Target) => RowSource {
  const sources = new WeakMap<Target, RowSource>()
  return (target) => {
    const source = sources.get(target) ?? componentRows(client, engine, target, target)
    sources.set(target, source)
    return source
  }
}
