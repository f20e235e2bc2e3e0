import type { ChangeEvent, KeyboardEvent } from 'react'
import { isProtocol, protocolChoices } from '../../../domain/model/port'
import type { Draft } from '../editing/draft-store'
import { useGrid, useRowLock } from '../grid-context'
import classes from '../port-grid.module.css'
import type { PortRow } from '../rows/port-row'

interface ProtocolCellProps {
  row: PortRow
  draft: Draft | null
}

/**
 * The protocol of a port. A choice is a draft like typed text, because some browsers choose with every arrow key. A
 * protocol of old data is added to the choices, so that it is shown.
 */
export function ProtocolCell({ row, draft }: ProtocolCellProps) {
  const { actions, drafts, words } = useGrid()
  const lockedBy = useRowLock(row)
  const { protocol, container_port: port } = row.port
  // It keeps its place in the list.
  const isDeleting = row.activity.pending === 'delete'
  const chosen = draft?.texts.protocol ?? pendingProtocol(row) ?? protocol

  function handleChange(event: ChangeEvent<HTMLSelectElement>) {
    if (lockedBy !== null) return
    const { value } = event.currentTarget
    const isAlone = Object.keys(draft?.texts ?? {}).every((field) => field === 'protocol')
    if (value === protocol && isAlone) drafts.discard(row.id)
    else drafts.type(row.id, 'protocol', value)
  }

  function handleKeyDown(event: KeyboardEvent<HTMLSelectElement>) {
    if (draft?.texts.protocol === undefined) return
    if (event.key === 'Escape') drafts.discard(row.id)
    if (event.key !== 'Enter') return
    event.preventDefault()
    actions.save(row.id)
  }

  return (
    <div role="gridcell" className={classes['protocol']}>
      {lockedBy === null || isDeleting ? (
        <select
          className={classes['select']}
          data-edit="protocol"
          aria-label={words.fieldName('protocol', port)}
          value={chosen}
          aria-describedby={lockedBy ?? undefined}
          aria-disabled={lockedBy === null ? undefined : true}
          onChange={handleChange}
          onKeyDown={handleKeyDown}
        >
          {!isProtocol(protocol) && <option value={protocol}>{protocol}</option>}
          {protocolChoices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      ) : (
        <span className={classes['badge']}>{protocol}</span>
      )}
    </div>
  )
}

function pendingProtocol({ activity }: PortRow): string | undefined {
  return activity.pending === 'delete' ? undefined : activity.pending?.protocol
}
