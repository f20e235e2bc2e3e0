import { FieldEditor } from '../editing/FieldEditor'
import type { Draft } from '../editing/draft-store'
import { useGrid, useRowLock } from '../grid-context'
import classes from './cells.module.css'
import type { PortRow } from '../rows/port-row'

interface ProtocolCellProps {
  row: PortRow
  draft: Draft | null
}

/** The protocol of a port. The button lies over the pill, so that its name needn't hold the protocol. */
export function ProtocolCell({ row, draft }: ProtocolCellProps) {
  const { actions, words } = useGrid()
  const lockedBy = useRowLock(row)
  const { protocol } = row.port
  return (
    <div role="gridcell" className={classes['protocol']}>
      {draft?.texts.protocol !== undefined ? (
        <FieldEditor row={row} draft={draft} field="protocol" name={words.fieldName('protocol', row)} />
      ) : (
        <>
          <span className={classes['pill']}>{pendingProtocol(row) ?? protocol}</span>
          <button
            type="button"
            tabIndex={-1}
            className={classes['pillButton']}
            data-edit="protocol"
            data-tooltip={words.editName('protocol', row)}
            aria-label={words.editName('protocol', row)}
            aria-disabled={lockedBy === null ? undefined : true}
            aria-describedby={lockedBy ?? undefined}
            onClick={() => lockedBy === null && actions.edit(row.id, 'protocol')}
          />
        </>
      )}
    </div>
  )
}

function pendingProtocol({ activity }: PortRow): string | undefined {
  return activity.pending === 'delete' ? undefined : activity.pending?.protocol
}
