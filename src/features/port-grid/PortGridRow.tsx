import { memo, useCallback, useSyncExternalStore } from 'react'
import { AddressCell } from './addresses/AddressCell'
import { ProtocolCell } from './cells/ProtocolCell'
import { SwitchCell } from './cells/SwitchCell'
import { TextCell } from './cells/TextCell'
import { RowEditor } from './editing/RowEditor'
import { openDraft } from './editing/row-draft'
import { deletingId, useGrid } from './grid-context'
import classes from './port-grid.module.css'
import { isOutside } from './rows/port-row'

interface PortGridRowProps {
  id: string
  /** The index among all rows, from 0; set if not all of them are in the document. */
  index?: number
  /** Pixels from the top of the rows; set if the row is positioned absolutely. */
  top?: number
  /** Receives the row's element if its height has to be measured: an open editor makes it grow. */
  measure?: (element: HTMLElement | null) => void
}

/**
 * One port. It subscribes to its own port only, so that changes elsewhere don't render it. Its elements are native: a row
 * of React components costs ten times as much.
 */
export const PortGridRow = memo(function PortGridRow({ id, index, top, measure }: PortGridRowProps) {
  const { store, actions, words, drafts } = useGrid()
  const subscribe = useCallback((listener: () => void) => store.subscribeRow(id, listener), [store, id])
  const row = useSyncExternalStore(subscribe, () => store.row(id))
  const typed = useSyncExternalStore(drafts.subscribe, () => drafts.drafts().get(id))
  const placed = top === undefined ? undefined : ({ position: 'absolute', top } as const)
  if (!row)
    return (
      <div ref={measure} role="row" className={classes['row']} data-index={index} style={placed}>
        <div role="gridcell" className={classes['gone']}>
          {words.gone}
        </div>
      </div>
    )

  const { port, activity } = row
  const number = port.container_port
  const deletedBy = activity.pending === 'delete' ? deletingId(id) : null
  const draft = openDraft(row, typed)
  return (
    <div
      ref={measure}
      role="row"
      className={classes['row']}
      // The header is the first row.
      aria-rowindex={index === undefined ? undefined : index + 2}
      data-index={index}
      aria-busy={activity.pending ? true : undefined}
      data-id={id}
      data-outside={isOutside(row) || undefined}
      data-refused={activity.refusal ? true : undefined}
      data-editing={draft ? true : undefined}
      style={placed}
    >
      <div role="rowheader" className={classes['port']}>
        {number}
      </div>
      <ProtocolCell row={row} draft={draft} />
      <TextCell row={row} field="alias" />
      <TextCell row={row} field="domain" />
      <SwitchCell row={row} field="inner" />
      <SwitchCell row={row} field="outer" />
      <AddressCell row={row} />
      <div role="gridcell" className={classes['actions']}>
        <button
          type="button"
          className={classes['iconButton']}
          aria-label={words.actionsName(number)}
          aria-haspopup="menu"
          aria-disabled={deletedBy === null ? undefined : true}
          aria-describedby={deletedBy ?? undefined}
          onClick={(event) => deletedBy === null && actions.openMenu(id, event.currentTarget)}
        >
          ⋯
        </button>
      </div>
      {draft && (
        <div role="gridcell" className={classes['editor']}>
          <RowEditor row={row} draft={draft} />
        </div>
      )}
    </div>
  )
})
