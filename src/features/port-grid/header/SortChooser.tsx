import IconSortAscending from '@tabler/icons-react/icons/IconSortAscending'
import IconSortDescending from '@tabler/icons-react/icons/IconSortDescending'
import { useTranslations } from 'use-intl'
import headerClasses from './grid-header.module.css'
import { type ColumnId, columns } from '../rows/columns'
import { nextSort, type Sort } from '../rows/sort-rows'

interface SortChooserProps {
  shown: ReadonlySet<ColumnId>
  sort: Sort
  onSort: (sort: Sort) => void
}

/** Chooses the order where rows are cards, which have no column headers. */
export function SortChooser({ shown, sort, onSort }: SortChooserProps) {
  const t = useTranslations('ports')
  const direction = t(sort.descending ? 'sort.ascending' : 'sort.descending')
  const Icon = sort.descending ? IconSortDescending : IconSortAscending
  return (
    <div className={headerClasses['chooser']}>
      <label className={headerClasses['by']}>
        <span>{t('sort.by')}</span>
        <select
          className={headerClasses['select']}
          value={sort.column}
          onChange={(event) => {
            const column = columns.find(({ id }) => id === event.currentTarget.value)
            if (column) onSort({ column: column.id, descending: false })
          }}
        >
          {columns.map(({ id }) =>
            shown.has(id) || id === sort.column ? (
              <option key={id} value={id}>
                {t(`columns.${id}`)}
              </option>
            ) : null,
          )}
        </select>
      </label>
      <button
        type="button"
        className={headerClasses['direction']}
        aria-label={direction}
        data-tooltip={direction}
        onClick={() => onSort(nextSort(sort, sort.column))}
      >
        <Icon size={18} stroke={1.75} aria-hidden />
      </button>
    </div>
  )
}
