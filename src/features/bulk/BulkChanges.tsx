import { useSyncExternalStore } from 'react'
import { lazyPart } from '../../components/lazy-part'
import { withLaterMessages } from '../../i18n/later-messages'
import { ahead } from '../../lib/fetch-ahead'
import type { Target } from '../change/engine/target'
import type { RowStore } from '../port-grid/rows/row-store'
import type { GridSelection } from '../port-grid/selection/use-selection'
import type { SheetPlace } from '../sheets/sheet-place'

const SelectedPorts = lazyPart(
  withLaterMessages(() => import('./bar/SelectedPorts').then((module) => module.SelectedPorts)),
)

export interface BulkChangesProps {
  grid: GridSelection | null
  store: RowStore
  /** The ids of the listed rows. */
  ids: readonly string[]
  /** Returns the component of a row by its id. */
  targetOf: (component: string) => Target | undefined
  /** The place that the rows are all of, as far as it has been read; undefined where all of them are there. */
  place?: SheetPlace
}

/** Makes the rows of a grid selectable, and changes those that are selected: to be rendered below the grid. */
export function BulkChanges({ grid, ids, ...rest }: BulkChangesProps) {
  // Nothing is fetched for it before the first rows are there.
  const isStarted = useSyncExternalStore(ahead.subscribe, ahead.isStarted)
  if (!grid || !isStarted || (ids.length === 0 && !grid.loaded)) return null
  return <SelectedPorts grid={grid} ids={ids} {...rest} />
}
