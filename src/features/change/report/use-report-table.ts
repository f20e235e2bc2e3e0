import { useCallback } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { appName, componentName } from '../../../api/names'
import { useErrorWords } from '../../../i18n/use-error-words'
import { problemOf } from '../engine/stores/port-activity'
import { componentOf } from '../engine/target'
import { useReasonWords } from '../words/refusal-words'
import { useStepWords } from '../words/step-words'
import { isChangedSince, isUnsettled, type ReportRow } from './report-rows'

function timeOf(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'medium' }).format(at)
}

/**
 * Returns a function that says why a port is not as asked for, or of when it is known that nothing had to be done; empty
 * where there is nothing more to say.
 */
export function useRowReason(): (row: ReportRow) => string {
  const t = useTranslations('report')
  const reasonWords = useReasonWords()
  const errorWords = useErrorWords()
  const language = useLocale()
  return useCallback(
    (row) => {
      const { outcome } = row
      if (outcome.asDesiredAt !== null)
        return t('asDesiredAt', { time: timeOf(outcome.asDesiredAt, language) })
      if (!isUnsettled(row)) return ''
      const problem = problemOf(outcome)
      if (isChangedSince(row)) return t('changedSince')
      if (problem) return reasonWords(problem).message
      return 'error' in outcome && outcome.error ? errorWords(outcome.error).message : ''
    },
    [t, reasonWords, errorWords, language],
  )
}

/** Returns a function that makes a table of a report: a line of headings, then one for each port. */
export function useReportTable(): (rows: readonly ReportRow[]) => string[][] {
  const t = useTranslations('report')
  const stepWords = useStepWords()
  const reasonOf = useRowReason()
  return useCallback(
    (rows) => [
      [
        t('columns.app'),
        t('columns.component'),
        t('columns.id'),
        t('columns.port'),
        t('columns.status'),
        t('columns.steps'),
        t('columns.reason'),
      ],
      ...rows.map((row) => {
        const { app, component } = row.outcome.target
        return [
          appName(app),
          componentName(component),
          componentOf(row.outcome.target),
          String(row.port),
          t(`statuses.${row.status}`),
          row.steps.map(({ step }) => stepWords(step).text).join('; '),
          reasonOf(row),
        ]
      }),
    ],
    [t, stepWords, reasonOf],
  )
}
