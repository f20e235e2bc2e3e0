import { refusalId } from '../grid-context'
import { type SwitchField, switchState } from '../rows/port-row'
import type { CellParts } from './cell-parts'
import cellClasses from './cells.module.css'
import classes from './switch-cell.module.css'

/** Renders a switch with its state in words, because colour alone must not say what is open. */
export function switchCell({ grid: { actions, words }, row, lockedBy }: CellParts, field: SwitchField) {
  const { on, pending } = switchState(row, field)
  const { refusal } = row.activity
  const refused = refusal !== null && refusal.desired !== 'delete' && refusal.desired[field] !== undefined
  const describedBy = [lockedBy, refused ? refusalId(row.id) : null].filter(Boolean).join(' ')

  return (
    <div
      key={field}
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
        onChange={({ currentTarget }) => {
          if (lockedBy === null) actions.toggle(row.id, field, currentTarget.checked)
        }}
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
