import { SegmentedControl } from '@mantine/core'
import IconRefresh from '@tabler/icons-react/icons/IconRefresh'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../../components/IconButton'
import { useCommands } from '../../lib/commands'
import { FilterField } from '../port-grid/host/FilterField'
import { RowCountsText } from '../port-grid/host/RowCountsText'
import type { RowCounts } from '../port-grid/rows/shown-rows'
import { ColumnsButton } from './ColumnsButton'
import classes from './inventory.module.css'
import type { useView } from './use-view'

interface InventoryToolbarProps {
  filter: string
  onFilter: (filter: string) => void
  counts: RowCounts
  view: ReturnType<typeof useView>
  isReading: boolean
  onRefresh: () => void
  /** Further actions. */
  children: ReactNode
}

/** Filter, counts, arrangement and freshness above the grid. */
export function InventoryToolbar(props: InventoryToolbarProps) {
  const { filter, onFilter, counts, view, isReading, onRefresh, children } = props
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
      <FilterField filter={filter} onFilter={onFilter} hint={t('filterHint')} />
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
        <IconButton label={tPorts('refresh.button')} aria-busy={isReading || undefined} onClick={onRefresh}>
          <IconRefresh size={18} stroke={1.75} />
        </IconButton>
      </div>
      <div className={classes['actions']}>{children}</div>
    </div>
  )
}
