import { useTranslations } from 'use-intl'
import type { RowCounts } from '../rows/shown-rows'
import classes from './toolbar-parts.module.css'

/** How many ports there are, how many of them are shown, and how many are open at the gateway; empty while `counts` is null. */
export function RowCountsText({ counts }: { counts: RowCounts | null }) {
  const t = useTranslations('ports')
  const isFiltered = counts !== null && counts.shown < counts.ports
  return (
    <p className={classes['counts']} role="status" data-filtered={isFiltered || undefined}>
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
