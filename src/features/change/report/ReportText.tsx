import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { Outcome } from '../engine/outcome'
import { countByStatus, reportRows, rowStatuses } from './report-rows'

/** What became of a change of several components, in numbers. */
export function ReportText({ outcomes }: { outcomes: readonly Outcome[] }) {
  const t = useTranslations('report')
  const counts = useMemo(() => countByStatus(reportRows(outcomes)), [outcomes])
  const isUndo = outcomes.some((outcome) => outcome.isUndo)
  return (
    <>
      <strong>{t(isUndo ? 'undoOf' : 'changeOf', { components: outcomes.length })}</strong>
      {rowStatuses.map((status) => {
        const ports = counts.get(status) ?? 0
        return ports > 0 && <span key={status}>{` ${t(`counts.${status}`, { ports })}`}</span>
      })}
    </>
  )
}
