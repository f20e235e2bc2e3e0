import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import { appName, componentName } from '../../../api/names'
import { visibleText } from '../../../lib/text/clean-text'
import { useStepWords } from '../words/step-words'
import type { ReportRow } from './report-rows'
import classes from './report.module.css'
import { useRowReason } from './use-report-table'

/** Pixels of a row, from which the real height is measured. */
const rowHeightPx = 56

/** The ports of a report. Only those in view are in the document. */
export function ReportList({ rows }: { rows: readonly ReportRow[] }) {
  const t = useTranslations('report')
  const scroller = useRef<HTMLDivElement>(null)
  // eslint-disable-next-line react-hooks/incompatible-library -- What it returns is used here alone, in every render.
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
  })
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- It holds nothing else by which a keyboard could scroll it.
    <div ref={scroller} className={classes['scroller']} tabIndex={0} role="region" aria-label={t('list')}>
      <div
        role="list"
        aria-label={t('list')}
        className={classes['list']}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index]
          return (
            row && (
              <div
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                role="listitem"
                aria-setsize={rows.length}
                aria-posinset={index + 1}
                className={classes['row']}
                style={{ transform: `translateY(${String(start)}px)` }}
              >
                <Row row={row} />
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}

function Row({ row }: { row: ReportRow }) {
  const t = useTranslations('report')
  const stepWords = useStepWords()
  const reasonOf = useRowReason()
  const { app, component } = row.outcome.target
  const reason = reasonOf(row)
  return (
    <>
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
    </>
  )
}
