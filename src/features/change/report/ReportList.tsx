import { useTranslations } from 'use-intl'
import { appName, componentName } from '../../../api/names'
import { WindowedList } from '../../../components/list/WindowedList'
import { visibleText } from '../../../lib/text/clean-text'
import { useStepWords } from '../words/step-words'
import type { ReportRow } from './report-rows'
import classes from './report.module.css'
import { useRowReason } from './use-report-table'

/** Pixels of a row with one step. */
const rowHeightPx = 56

/** The ports of a report. Only those in view are in the document. */
export function ReportList({ rows }: { rows: readonly ReportRow[] }) {
  const t = useTranslations('report')
  return (
    <WindowedList items={rows} label={t('list')} itemHeightPx={rowHeightPx}>
      {(row) => <Row row={row} />}
    </WindowedList>
  )
}

function Row({ row }: { row: ReportRow }) {
  const t = useTranslations('report')
  const stepWords = useStepWords()
  const reasonOf = useRowReason()
  const { app, component } = row.outcome.target
  const reason = reasonOf(row)
  return (
    <div className={classes['row']}>
      <span className={classes['name']}>
        <span>{`${appName(app)} / ${componentName(component)}`}</span>
        <strong>{t('port', { port: String(row.port) })}</strong>
      </span>
      <span className={classes['status']} data-status={row.status}>
        {t(`statuses.${row.status}`)}
      </span>
      <span className={classes['detail']}>
        {row.steps.map(({ step }, at) => (
          <span key={at}>{visibleText(stepWords(step).text)}</span>
        ))}
        {reason !== '' && <span>{visibleText(reason)}</span>}
      </span>
    </div>
  )
}
