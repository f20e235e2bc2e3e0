import { SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { RefreshButton } from '../../components/page/RefreshButton'
import { useCommands } from '../../lib/commands'
import { RowCountsText } from '../port-grid/host/RowCountsText'
import type { RowCounts } from '../port-grid/rows/shown-rows'
import { ColumnsButton } from './ColumnsButton'
import classes from './inventory.module.css'
import { SearchBox } from './search/SearchBox'
import type { Known } from './search/completion'
import type { SearchWords } from './search/use-search-words'
import type { useView } from './use-view'

interface InventoryToolbarProps {
  filter: string
  onFilter: (filter: string) => void
  onFilterFocus: () => void
  /** What completes the search. */
  known: Known
  words: SearchWords
  /** Leads to other searches, beside the box. */
  views: ReactNode
  counts: RowCounts
  view: ReturnType<typeof useView>
  isReading: boolean
  onRefresh: () => void
  /** Further actions. */
  children: ReactNode
}

/** Search, counts, arrangement and freshness above the grid. */
export function InventoryToolbar(props: InventoryToolbarProps) {
  const {
    filter,
    onFilter,
    onFilterFocus,
    known,
    words,
    views,
    counts,
    view,
    isReading,
    onRefresh,
    children,
  } = props
  const t = useTranslations('inventory')
  const tPorts = useTranslations('ports')
  const other = view.isGrouped ? 'flat' : 'grouped'
  useCommands([
    { id: 'refresh', group: 'view', name: tPorts('refresh.button'), run: onRefresh },
    {
      id: 'arrange',
      group: 'view',
      name: t(`groups.${other}`),
      detail: t('groups.name'),
      run: () => view.set({ isGrouped: !view.isGrouped }),
    },
  ])
  return (
    <div className={classes['toolbar']}>
      <div className={classes['searching']}>
        <SearchBox search={filter} onSearch={onFilter} onFocus={onFilterFocus} known={known} words={words} />
        {views}
      </div>
      <div className={classes['counts']}>
        <RowCountsText counts={counts} isBusy={isReading} />
      </div>
      <div className={classes['arrange']}>
        <SegmentedControl
          size="xs"
          aria-label={t('groups.name')}
          value={view.isGrouped ? 'grouped' : 'flat'}
          onChange={(value) => view.set({ isGrouped: value === 'grouped' })}
          data={[
            { value: 'grouped', label: t('groups.grouped') },
            { value: 'flat', label: t('groups.flat') },
          ]}
        />
        <ColumnsButton
          hidden={view.hidden}
          isGrouped={view.isGrouped}
          onHidden={(hidden) => view.set({ hidden })}
        />
      </div>
      <div className={classes['freshness']}>
        <RefreshButton label={tPorts('refresh.button')} isBusy={isReading} onClick={onRefresh} />
      </div>
      <div className={classes['actions']}>{children}</div>
    </div>
  )
}
