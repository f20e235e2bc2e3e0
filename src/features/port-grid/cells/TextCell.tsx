import { visibleText } from '../../../lib/text/clean-text'
import { savedText } from '../editing/row-draft'
import { useGrid, useRowLock } from '../grid-context'
import classes from '../port-grid.module.css'
import type { PortRow } from '../rows/port-row'

interface TextCellProps {
  row: PortRow
  field: 'alias' | 'domain'
}

/** A text of a port and the button that opens it for editing. */
export function TextCell({ row, field }: TextCellProps) {
  const { actions, words } = useGrid()
  const lockedBy = useRowLock(row)
  const text = visibleText(savedText(row.port, field))
  return (
    <div role="gridcell" className={classes[field]}>
      <bdi className={classes['text']} title={text}>
        {text || words.none}
      </bdi>
      <button
        type="button"
        className={classes['editButton']}
        data-edit={field}
        aria-label={words.editName(field, row.port.container_port)}
        aria-disabled={lockedBy === null ? undefined : true}
        aria-describedby={lockedBy ?? undefined}
        onClick={() => lockedBy === null && actions.edit(row.id, field)}
      >
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden focusable="false">
          <path
            d="M10.8 2.6l2.6 2.6M2.5 13.5l.7-3.3 7.6-7.6a1.2 1.2 0 0 1 1.7 0l.9.9a1.2 1.2 0 0 1 0 1.7l-7.6 7.6z"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.3"
            strokeLinejoin="round"
          />
        </svg>
      </button>
    </div>
  )
}
