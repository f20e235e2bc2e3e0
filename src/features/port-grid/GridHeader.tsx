import { useTranslations } from 'use-intl'
import headerClasses from './grid-header.module.css'
import classes from './port-grid.module.css'
import { type Sort, type SortColumn, sortColumns } from './rows/sort-rows'

interface GridHeaderProps {
  sort: Sort
  onSort: (sort: Sort) => void
  ariaRowIndex?: number
}

/** The column headers. A click sorts by a column, a second one reverses the order. */
export function GridHeader({ sort, onSort, ariaRowIndex }: GridHeaderProps) {
  const t = useTranslations('ports')
  return (
    <div role="row" className={classes['header']} aria-rowindex={ariaRowIndex}>
      {sortColumns.map((column) => (
        <div key={column} role="columnheader" className={classes[column]} aria-sort={ariaSort(sort, column)}>
          <button
            type="button"
            className={[classes['bareButton'], headerClasses['sortButton']].join(' ')}
            onClick={() => onSort({ column, descending: sort.column === column && !sort.descending })}
          >
            <span>{t(`columns.${column}`)}</span>
            <span className={headerClasses['arrow']} aria-hidden>
              {sort.column === column ? (sort.descending ? '↓' : '↑') : ''}
            </span>
          </button>
        </div>
      ))}
      <div role="columnheader" className={classes['actions']}>
        <span className={classes['visuallyHidden']}>{t('columns.actions')}</span>
      </div>
    </div>
  )
}

function ariaSort(sort: Sort, column: SortColumn) {
  if (sort.column !== column) return 'none'
  return sort.descending ? 'descending' : 'ascending'
}
