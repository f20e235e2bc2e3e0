import IconFilter from '@tabler/icons-react/icons/IconFilter'
import { useTranslations } from 'use-intl'
import { lazyPart } from '../../../components/lazy-part'
import { usePopoverButton } from '../../../components/overlay/use-popover-button'
import gridClasses from '../../port-grid/port-grid.module.css'
import type { ColumnId } from '../../port-grid/rows/columns'
import { parseTerms } from '../query/parse-terms'
import { type FilterKey, queryOf } from '../query/query'
import type { Known } from '../search/completion'
import type { SearchWords } from '../search/use-search-words'

const ColumnFilterPopover = lazyPart(() =>
  import('./ColumnFilterPopover').then((module) => module.ColumnFilterPopover),
)

export interface ColumnFilterProps {
  column: ColumnId
  search: string
  onSearch: (search: string) => void
  known: Known
  words: SearchWords
}

/** The button in a column's header that filters by that column: the same filter as in the box. */
export function ColumnFilter({ column, words, ...search }: ColumnFilterProps) {
  const t = useTranslations('inventory.search')
  const { anchor, close, buttonProps } = usePopoverButton()
  const key = keyOfColumn(column)
  const values = valuesOf(search.search, key)
  const label = t('column', { column: words.keyLabel(key) })

  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className={gridClasses['iconButton']}
        aria-label={label}
        data-tooltip={label}
        data-filtered={values.length > 0 || undefined}
        {...buttonProps}
      >
        <IconFilter size={14} stroke={1.75} aria-hidden />
      </button>
      {anchor && (
        <ColumnFilterPopover
          {...search}
          anchor={anchor}
          title={label}
          filterKey={key}
          values={values}
          onClose={close}
          onDismiss={close}
        />
      )}
    </>
  )
}

function keyOfColumn(column: ColumnId): FilterKey {
  if (column === 'inner') return 'internal'
  return column === 'outer' ? 'external' : column
}

/** Returns the values that a search asks for of a key. */
function valuesOf(search: string, key: FilterKey): readonly string[] {
  const { filters } = queryOf(parseTerms(search))
  return filters.findLast((filter) => filter.key === key && !filter.isNegated)?.values ?? []
}
