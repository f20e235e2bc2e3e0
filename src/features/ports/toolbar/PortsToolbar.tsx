import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { FilterField } from '../../port-grid/host/FilterField'
import { RowCountsText } from '../../port-grid/host/RowCountsText'
import type { RowCounts } from '../../port-grid/rows/shown-rows'
import { RefreshControls, type RefreshControlsProps } from './RefreshControls'
import classes from './toolbar.module.css'

interface PortsToolbarProps extends RefreshControlsProps {
  filter: string
  onFilter: (filter: string) => void
  /** Null before the first read. */
  counts: RowCounts | null
  /** The one message about what could not be read, in place of the counts; null if everything was. */
  failure: ReactNode
  /** Further actions on the component. */
  children: ReactNode
}

/** Filter, counts or what went wrong, freshness and actions: one row of fixed height above the grid, two on a phone. */
export function PortsToolbar({ filter, onFilter, counts, failure, children, ...refresh }: PortsToolbarProps) {
  const t = useTranslations('ports')
  return (
    <div className={classes['toolbar']} data-failed={Boolean(failure) || undefined}>
      <FilterField filter={filter} onFilter={onFilter} hint={t('filterHint')} />
      <div className={classes['told']}>
        <RowCountsText counts={counts} />
        {failure}
      </div>
      <RefreshControls {...refresh} />
      <div className={classes['actions']}>{children}</div>
    </div>
  )
}
