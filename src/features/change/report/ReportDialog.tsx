import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { CopyButton } from '../../../components/copy/CopyButton'
import { Dialog } from '../../../components/overlay/Dialog'
import { DialogFooter } from '../../../components/overlay/DialogFooter'
import type { DesiredState } from '../../../domain/model/desired-state'
import { saveFile } from '../../../lib/dom/save-file'
import { csvOf } from '../../../lib/text/csv'
import type { Outcome } from '../engine/outcome'
import type { Target } from '../engine/target'
import { isUnsettled, reportRows, type RowStatus, unsettledChange } from './report-rows'
import classes from './report.module.css'
import { ReportFilter } from './ReportFilter'
import { ReportList } from './ReportList'
import { useReportTable } from './use-report-table'

interface ReportDialogProps {
  outcomes: readonly Outcome[]
  /** Undoes the change, or redoes it after an undo; null if there is nothing to take back. */
  undo: { isRedo: boolean; run: () => void } | null
  /** Plans what was not done again. */
  onRetry: (change: ReadonlyMap<Target, DesiredState>) => void
  onDismiss: () => void
}

/** What became of each port of a change of several components. */
export function ReportDialog({ outcomes, undo, onRetry, onDismiss }: ReportDialogProps) {
  const t = useTranslations('report')
  const tPlan = useTranslations('plan.buttons')
  const rows = useMemo(() => reportRows(outcomes), [outcomes])
  const [only, setOnly] = useState<RowStatus | null>(null)
  const shown = useMemo(() => rows.filter(({ status }) => only === null || status === only), [rows, only])
  const table = useReportTable()
  const unsettled = rows.filter(isUnsettled).length

  return (
    <Dialog opened onClose={onDismiss} title={t('title')} size="xl">
      <div className={classes['report']}>
        <ReportFilter rows={rows} only={only} onChange={setOnly} />
        <ReportList rows={shown} />
        <DialogFooter>
          <div className={classes['copies']}>
            <CopyButton text={() => textOf(table(shown))} name={t('copyName')}>
              {t('copy')}
            </CopyButton>
            <Button onClick={() => saveFile(t('file'), 'text/csv;charset=utf-8', csvOf(table(shown)))}>
              {t('save')}
            </Button>
          </div>
          {undo && <Button onClick={undo.run}>{tPlan(undo.isRedo ? 'redo' : 'undo')}</Button>}
          {unsettled > 0 && (
            <Button onClick={() => onRetry(unsettledChange(rows))}>{t('retry', { ports: unsettled })}</Button>
          )}
          <Button variant="filled" data-autofocus onClick={onDismiss}>
            {tPlan('close')}
          </Button>
        </DialogFooter>
      </div>
    </Dialog>
  )
}

/** Separated by tabs, as spreadsheets and chats take it. */
function textOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.join('\t')).join('\n')
}
