import IconPencil from '@tabler/icons-react/icons/IconPencil'
import { visibleText } from '../../../lib/text/clean-text'
import { FieldEditor } from '../editing/FieldEditor'
import type { Draft } from '../editing/draft-store'
import { savedText } from '../editing/row-draft'
import { useGrid, useRowLock } from '../grid-context'
import gridClasses from '../port-grid.module.css'
import classes from './cells.module.css'
import type { PortRow } from '../rows/port-row'

interface TextCellProps {
  row: PortRow
  draft: Draft | null
  field: 'alias' | 'domain'
}

const pencil = <IconPencil size={16} stroke={1.75} aria-hidden />

/** A text of a port, with the button that puts a field in its place. */
export function TextCell({ row, draft, field }: TextCellProps) {
  const { actions, words } = useGrid()
  const lockedBy = useRowLock(row)
  const text = visibleText(savedText(row.port, field))
  return (
    <div role="gridcell" className={classes[field]}>
      {draft?.texts[field] !== undefined ? (
        <FieldEditor row={row} draft={draft} field={field} name={words.fieldName(field, row)} />
      ) : (
        <>
          <bdi className={classes['text']} title={text}>
            {text || words.none}
          </bdi>
          <button
            type="button"
            tabIndex={-1}
            className={gridClasses['iconButton']}
            data-edit={field}
            data-tooltip={words.editName(field, row)}
            aria-label={words.editName(field, row)}
            aria-disabled={lockedBy === null ? undefined : true}
            aria-describedby={lockedBy ?? undefined}
            onClick={() => lockedBy === null && actions.edit(row.id, field)}
          >
            {pencil}
          </button>
        </>
      )}
    </div>
  )
}
