import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { countByStatus, type ReportRow, type RowStatus, rowStatuses } from './report-rows'
import classes from './report.module.css'

interface ReportFilterProps {
  rows: readonly ReportRow[]
  /** The one status that is shown; null for all. */
  only: RowStatus | null
  onChange: (only: RowStatus | null) => void
}

/** Which rows of a report are shown, with how many there are of each kind. */
export function ReportFilter({ rows, only, onChange }: ReportFilterProps) {
  const t = useTranslations('report')
  const counts = useMemo(() => countByStatus(rows), [rows])
  const present = rowStatuses.filter((status) => counts.has(status))
  return (
    <div role="group" aria-label={t('filter')} className={classes['filter']}>
      <Button size="xs" aria-pressed={only === null} onClick={() => onChange(null)}>
        {t('all', { ports: String(rows.length) })}
      </Button>
      {present.map((status) => (
        <Button key={status} size="xs" aria-pressed={only === status} onClick={() => onChange(status)}>
          {t('only', { status: t(`statuses.${status}`), ports: String(counts.get(status) ?? 0) })}
        </Button>
      ))}
    </div>
  )
}
