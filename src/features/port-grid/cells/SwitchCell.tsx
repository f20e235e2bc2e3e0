import type { ChangeEvent } from 'react'
import { refusalId, useGrid, useRowLock } from '../grid-context'
import cellClasses from './cells.module.css'
import { type PortRow, type SwitchField, switchState } from '../rows/port-row'
import classes from './switch-cell.module.css'

interface SwitchCellProps {
  row: PortRow
  field: SwitchField
}

/** A switch with its state in words, because colour alone must not say what is open. */
export function SwitchCell({ row, field }: SwitchCellProps) {
  const { actions, words } = useGrid()
  const lockedBy = useRowLock(row)
  const { on, pending } = switchState(row, field)
  const { refusal } = row.activity
  const refused = refusal !== null && refusal.desired !== 'delete' && refusal.desired[field] !== undefined
  const describedBy = [lockedBy, refused ? refusalId(row.id) : null].filter(Boolean).join(' ')

  function handleChange(event: ChangeEvent<HTMLInputElement>) {
    if (lockedBy === null) actions.toggle(row.id, field, event.currentTarget.checked)
  }

  return (
    <div
      role="gridcell"
      className={cellClasses[field]}
      data-field={field}
      data-label={words[field]}
      data-on={on}
    >
      <input
        type="checkbox"
        role="switch"
        tabIndex={-1}
        className={classes['switch']}
        checked={on}
        onChange={handleChange}
        aria-label={words.switchName(field, row)}
        aria-busy={pending || undefined}
        aria-disabled={lockedBy === null ? undefined : true}
        aria-describedby={describedBy || undefined}
        aria-invalid={refused || undefined}
      />
      <span className={classes['state']} aria-hidden>
        {pending ? (on ? words.opening : words.closing) : on ? words.open : words.closed}
      </span>
    </div>
  )
}
