import { FieldEditor } from '../editing/FieldEditor'
import type { PortRow } from '../rows/port-row'
import type { CellParts } from './cell-parts'
import classes from './cells.module.css'

/** Renders the protocol of a port. The button lies over the pill, so that its name needn't hold the protocol. */
export function protocolCell({ grid: { actions, words }, row, draft, lockedBy }: CellParts) {
  if (draft?.texts.protocol !== undefined)
    return (
      <div key="protocol" role="gridcell" className={classes['protocol']} data-editing>
        <FieldEditor
          key={row.id}
          row={row}
          draft={draft}
          field="protocol"
          name={words.fieldName('protocol', row)}
        />
      </div>
    )
  const name = words.editName('protocol', row)
  return (
    <div key="protocol" role="gridcell" className={classes['protocol']}>
      <span className={classes['pill']}>{pendingProtocol(row) ?? row.port.protocol}</span>
      <button
        type="button"
        tabIndex={-1}
        className={classes['pillButton']}
        data-edit="protocol"
        data-tooltip=""
        aria-label={name}
        aria-disabled={lockedBy === null ? undefined : true}
        aria-describedby={lockedBy ?? undefined}
        onClick={() => lockedBy === null && actions.edit(row.id, 'protocol')}
      />
    </div>
  )
}

function pendingProtocol({ activity }: PortRow): string | undefined {
  return activity.pending === 'delete' ? undefined : activity.pending?.protocol
}
