import { useCallback, useSyncExternalStore } from 'react'
import { lockOf } from '../cells/cell-parts'
import { menuCell } from '../cells/menu-cell'
import { columnCells } from './column-cells'
import { openDraft } from '../editing/row-draft'
import { useGrid } from '../grid-context'
import classes from '../port-grid.module.css'
import { type ColumnId, columns } from '../rows/columns'
import { isOutside } from '../rows/port-row'
import { SelectSlot } from '../selection/SelectSlot'

const noSubscription = () => undefined

export interface PortGridRowProps {
  id: string
  shown: ReadonlySet<ColumnId>
  /** The index among all rows, from 0; set if not all of them are in the document. */
  index?: number
  /** The last row of the grid. */
  isLast: boolean
  /** Pixels from the top of the rows; set if the row is positioned absolutely. */
  top?: number | undefined
  /** Receives the row's element if its height has to be measured: that of a card depends on its texts. */
  measure?: (element: HTMLElement | null) => void
}

/**
 * One port. It subscribes to its own port only, so that changes elsewhere don't render it. Its elements are native: a row
 * of React components costs ten times as much.
 */
export function PortGridRow(props: PortGridRowProps) {
  const { id, shown, index, isLast, top, measure } = props
  const grid = useGrid()
  const { store, words, drafts, selection } = grid
  const selected = selection?.loaded?.selection
  const subscribe = useCallback((listener: () => void) => store.subscribeRow(id, listener), [store, id])
  const row = useSyncExternalStore(subscribe, () => store.row(id))
  const typed = useSyncExternalStore(drafts.subscribe, () => drafts.drafts().get(id))
  const subscribeSelected = useCallback(
    (listener: () => void) => selected?.subscribeRow(id, listener) ?? noSubscription,
    [selected, id],
  )
  const isSelected = useSyncExternalStore(subscribeSelected, () => selected?.has(id) ?? false)
  const placed = top === undefined ? undefined : ({ position: 'absolute', top } as const)
  if (!row)
    return (
      <div
        ref={measure}
        role="row"
        className={classes['row']}
        data-index={index}
        data-last={isLast || undefined}
        style={placed}
      >
        <div role="gridcell" className={classes['gone']}>
          {words.gone}
        </div>
      </div>
    )

  const { activity } = row
  const parts = { grid, row, draft: openDraft(row, typed), lockedBy: lockOf(grid, row) }
  return (
    <div
      ref={measure}
      role="row"
      className={classes['row']}
      // The header is the first row.
      aria-rowindex={index === undefined ? undefined : index + 2}
      data-index={index}
      aria-selected={selection ? isSelected : undefined}
      aria-busy={activity.pending ? true : undefined}
      data-id={id}
      data-last={isLast || undefined}
      data-floats={activity.refusal !== null || parts.draft !== null || undefined}
      data-outside={isOutside(row) || undefined}
      data-old={row.isFromLastVisit || undefined}
      data-refused={activity.refusal ? true : undefined}
      style={placed}
    >
      <SelectSlot role="gridcell">
        {(loaded) => (
          <loaded.boxes.SelectRow selection={loaded.selection} row={row} isSelected={isSelected} />
        )}
      </SelectSlot>
      {columns.map(({ id: column }) => (shown.has(column) ? columnCells[column](parts) : null))}
      {menuCell(parts)}
    </div>
  )
}
