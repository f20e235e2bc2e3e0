import { useState } from 'react'
import { useEngine } from '../../change/use-engine'
import type { Selection } from '../../port-grid/selection/selection-store'
import { type PortChange, bulkChangeOf } from '../bulk-change'
import type { BulkChangesProps } from '../BulkChanges'

export interface SelectedRows extends Pick<BulkChangesProps, 'store' | 'targetOf'> {
  selection: Selection
}

interface BulkChanging {
  /** Asks for the same change of all selected ports, in one review. */
  change: (change: PortChange) => void
  /** The last change found everything as it asks for, and the selection is still the same. */
  hadNothingToDo: boolean
}

/** Returns what changes the selected ports through the engine. */
export function useBulkChange({ selection, store, targetOf }: SelectedRows): BulkChanging {
  const engine = useEngine()
  const [asDesired, setAsDesired] = useState<ReadonlySet<string> | null>(null)

  async function change(asked: PortChange) {
    const ids = selection.ids()
    setAsDesired(null)
    // The menu closes first: there may be tens of thousands of ports to look at.
    await new Promise((resolve) => setTimeout(resolve))
    const { targets, desired } = bulkChangeOf({ ids, store, targetOf, change: asked })
    const outcomes = await engine.change(targets, desired, { alwaysAsks: true })
    if (outcomes.every(({ kind, steps }) => kind === 'done' && steps.length === 0)) setAsDesired(ids)
  }

  return { change: (asked) => void change(asked), hadNothingToDo: asDesired === selection.ids() }
}
