import { visibleText } from '../../../lib/text/clean-text'
import { FieldEditor } from '../editing/FieldEditor'
import { savedText } from '../editing/row-draft'
import gridClasses from '../port-grid.module.css'
import type { CellParts } from './cell-parts'
import classes from './cells.module.css'

/** Renders a text of a port, with the button that puts a field in its place. */
export function textCell(
  { grid: { actions, words }, row, draft, lockedBy }: CellParts,
  field: 'alias' | 'domain',
) {
  if (draft?.texts[field] !== undefined)
    return (
      <div key={field} role="gridcell" className={classes[field]} data-editing>
        <FieldEditor key={row.id} row={row} draft={draft} field={field} name={words.fieldName(field, row)} />
      </div>
    )
  const text = visibleText(savedText(row.port, field))
  const name = words.editName(field, row)
  return (
    <div key={field} role="gridcell" className={classes[field]}>
      <bdi className={classes['text']} title={text}>
        {text || words.none}
      </bdi>
      <button
        type="button"
        tabIndex={-1}
        className={`${gridClasses['iconButton']} ${classes['pencil']}`}
        data-edit={field}
        data-tooltip=""
        aria-label={name}
        aria-disabled={lockedBy === null ? undefined : true}
        aria-describedby={lockedBy ?? undefined}
        onClick={() => lockedBy === null && actions.edit(row.id, field)}
      />
    </div>
  )
}
