import { useSyncExternalStore } from 'react'
import { lazyPart } from '../../../components/lazy-part'
import { useLoadedSelection } from '../../port-grid/selection/use-loaded-selection'
import type { GridSelection } from '../../port-grid/selection/use-selection'
import type { BulkChangesProps } from '../BulkChanges'

const BulkBar = lazyPart(() => import('./BulkBar').then((module) => module.BulkBar))

type SelectedPortsProps = BulkChangesProps & { grid: GridSelection }

/** What can be done with the selected ports of a grid: nothing is shown while there are none. */
export function SelectedPorts({ grid, store, ids, targetOf }: SelectedPortsProps) {
  const selection = useLoadedSelection({ grid, store, ids })
  const isEmpty = useSyncExternalStore(selection.subscribe, () => selection.ids().size === 0)
  if (isEmpty) return null
  return <BulkBar selection={selection} store={store} targetOf={targetOf} onDismiss={selection.clear} />
}
