import { useTranslations } from 'use-intl'
import type { RowCounts } from '../rows/shown-rows'
import classes from './toolbar-parts.module.css'

interface RowCountsTextProps {
  /** Null while they aren't known: then nothing is said. */
  counts: RowCounts | null
  /** They still change all the time, which a screen reader needn't tell. */
  isBusy?: boolean
}

/** How many ports there are, how many of them are shown, and how many are open at the gateway. */
export function RowCountsText({ counts, isBusy = false }: RowCountsTextProps) {
  const t = useTranslations('ports')
  const isFiltered = counts !== null && counts.shown < counts.ports
  return (
    <p
      className={classes['counts']}
      role="status"
      aria-busy={isBusy || undefined}
      data-filtered={isFiltered || undefined}
    >
      {counts && (
        <>
          <span>
            {isFiltered
              ? t('countShown', { shown: String(counts.shown), ports: counts.ports })
              : t('count', { ports: counts.ports })}
          </span>
          {counts.ports > 0 && (
            <span className={classes['open']}>{` · ${t('countOpen', { open: counts.open })}`}</span>
          )}
        </>
      )}
    </p>
  )
}
