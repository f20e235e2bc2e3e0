import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { FilterField } from './FilterField'
import { RefreshControls, type RefreshControlsProps } from './RefreshControls'
import classes from './toolbar.module.css'

interface PortsToolbarProps extends RefreshControlsProps {
  filter: string
  onFilter: (filter: string) => void
  /** How many ports there are, how many the filter leaves, and how many are open at the gateway; null before the first read. */
  counts: { ports: number; shown: number; open: number } | null
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
      <FilterField filter={filter} onFilter={onFilter} />
      <div className={classes['told']}>
        <p
          className={classes['counts']}
          role="status"
          data-filtered={(counts && counts.shown < counts.ports) || undefined}
        >
          {counts && (
            <>
              <span>
                {counts.shown === counts.ports
                  ? t('count', { ports: counts.ports })
                  : t('countShown', { shown: String(counts.shown), ports: counts.ports })}
              </span>
              {counts.ports > 0 && (
                <span className={classes['open']}>{` · ${t('countOpen', { open: counts.open })}`}</span>
              )}
            </>
          )}
        </p>
        {failure}
      </div>
      <RefreshControls {...refresh} />
      <div className={classes['actions']}>{children}</div>
    </div>
  )
}
