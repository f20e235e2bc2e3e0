import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import headerClasses from './grid-header.module.css'
import classes from '../port-grid.module.css'
import { SelectSlot } from '../selection/SelectSlot'
import { type ColumnId, columns } from '../rows/columns'
import { nextSort, type Sort } from '../rows/sort-rows'

interface GridHeaderProps {
  shown: ReadonlySet<ColumnId>
  sort: Sort
  onSort: (sort: Sort) => void
  /** Further controls of a column, with a `tabIndex` of -1. */
  columnMenu?: ((id: ColumnId) => ReactNode) | undefined
  ariaRowIndex?: number
}

/** The column headers. A click sorts by a column, a second one reverses the order. */
export function GridHeader(props: GridHeaderProps) {
  const { shown, sort, onSort, columnMenu, ariaRowIndex } = props
  const t = useTranslations('ports')
  return (
    <div role="row" className={classes['header']} aria-rowindex={ariaRowIndex}>
      <SelectSlot role="columnheader">
        {({ selection, boxes }) => <boxes.SelectAll selection={selection} />}
      </SelectSlot>
      {columns.map(({ id }) =>
        shown.has(id) ? (
          <div
            key={id}
            role="columnheader"
            data-column={id}
            className={columnMenu && headerClasses['column']}
            aria-sort={ariaSort(sort, id)}
            aria-label={columnMenu && t(`columns.${id}`)}
          >
            <button
              type="button"
              tabIndex={-1}
              className={headerClasses['sortButton']}
              onClick={() => onSort(nextSort(sort, id))}
            >
              <span>{t(`columns.${id}`)}</span>
              <span className={headerClasses['arrow']} aria-hidden>
                {sort.column === id ? (sort.descending ? '↓' : '↑') : ''}
              </span>
            </button>
            {columnMenu?.(id)}
          </div>
        ) : null,
      )}
      <div role="columnheader">
        <span className={headerClasses['visuallyHidden']}>{t('columns.actions')}</span>
      </div>
    </div>
  )
}

function ariaSort(sort: Sort, column: ColumnId) {
  if (sort.column !== column) return 'none'
  return sort.descending ? 'descending' : 'ascending'
}
