import { memo, useCallback, useSyncExternalStore } from 'react'
import { AddressCell } from './AddressCell'
import { useGrid } from './grid-context'
import classes from './port-grid.module.css'
import { isOutside } from './port-row'
import { SwitchCell } from './SwitchCell'

interface PortGridRowProps {
  id: string
  /** Counted from 1, with the header as 1: given where not all rows are in the document. */
  ariaRowIndex?: number
  /** Pixels from the top of the rows: given where the row is placed by the window. */
  top?: number
}

/**
 * One port. It watches its own port only, so that a change elsewhere does not render it. The elements are native:
 * a row of components costs ten times as much.
 */
export const PortGridRow = memo(function PortGridRow({ id, ariaRowIndex, top }: PortGridRowProps) {
  const { store, actions, words } = useGrid()
  const subscribe = useCallback((listener: () => void) => store.subscribeRow(id, listener), [store, id])
  const row = useSyncExternalStore(subscribe, () => store.row(id))
  if (!row) return null

  const { port, activity } = row
  const number = port.container_port
  return (
    <div
      role="row"
      className={classes['row']}
      aria-rowindex={ariaRowIndex}
      aria-busy={activity.pending ? true : undefined}
      data-id={id}
      data-outside={isOutside(row) || undefined}
      data-refused={activity.refusal ? true : undefined}
      style={top === undefined ? undefined : { position: 'absolute', top }}
    >
      <div role="rowheader" className={classes['port']}>
        {number}
      </div>
      <div role="gridcell" className={classes['protocol']}>
        <span className={classes['badge']}>{port.protocol}</span>
      </div>
      <div role="gridcell" className={classes['alias']} title={port.port_alias}>
        {port.port_alias || words.none}
      </div>
      <div role="gridcell" className={classes['domain']} title={port.k8s_service_name}>
        {port.k8s_service_name || words.none}
      </div>
      <SwitchCell row={row} field="inner" />
      <SwitchCell row={row} field="outer" />
      <AddressCell row={row} />
      <div role="gridcell" className={classes['actions']}>
        <button
          type="button"
          className={classes['menuButton']}
          aria-label={words.actionsName(number)}
          aria-haspopup="menu"
          onClick={(event) => actions.openMenu(id, event.currentTarget)}
        >
          ⋯
        </button>
      </div>
    </div>
  )
})
