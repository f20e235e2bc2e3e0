import { Button, FileButton } from '@mantine/core'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Dialog } from '../../../components/overlay/Dialog'
import { DialogFooter } from '../../../components/overlay/DialogFooter'
import { useKeptFocus } from '../../../lib/dom/focus'
import { useNavigationGuard } from '../../../lib/navigation/navigation-guard'
import type { SheetPlace } from '../sheet-place'
import type { ShownError } from '../work/sheet-problems'
import type { Compared } from './compare-sheet'
import comparingClasses from '../comparing/comparing.module.css'
import { portsToReview } from '../comparing/DiffCounts'
import { UnreadParts } from '../comparing/UnreadParts'
import classes from './import.module.css'
import { SheetDiff } from './SheetDiff'
import { SheetErrors } from './SheetErrors'
import { isEditable, SheetText } from './SheetText'
import { selectPlace } from './select-place'
import { type SheetImport, useSheetImport } from './use-sheet-import'

/** What spreadsheets and editors save; a browser may offer other files, too. */
const accepted = '.csv,.tsv,.txt,.yaml,.yml,.json,text/csv,text/plain,application/json,application/yaml'

interface ImportDialogProps {
  isOpen: boolean
  place: SheetPlace
  placeName: string
  /** The file that was dropped last: another object for each drop. */
  dropped: { readonly file: File } | null
  onClose: () => void
}

/**
 * Imports a sheet: its text, what is wrong with it, and what differs from what is there, which is then reviewed as every
 * change of many. Closed, and while its review is shown, it keeps the text and what was found.
 */
export function ImportDialog({ isOpen, place, placeName, dropped, onClose }: ImportDialogProps) {
  const t = useTranslations('sheets.import')
  const sheet = useSheetImport(place, onClose)
  const { phase, text, source } = sheet
  const content = useKeptFocus<HTMLDivElement>()
  useNavigationGuard(text !== '' && source?.text !== text, () => window.confirm(t('leave')))

  const take = useEffectEvent((file: File) => void sheet.take(file))
  useEffect(() => {
    if (dropped) take(dropped.file)
  }, [dropped])

  return (
    <Dialog
      opened={isOpen && !sheet.isReviewed}
      onClose={onClose}
      title={t('title', { place: placeName })}
      size="xl"
    >
      <div ref={content} tabIndex={-1} className={comparingClasses['content']}>
        {phase.name === 'compared' ? (
          <ComparedSheet
            key={phase.comparison.counts.ports}
            sheet={sheet}
            compared={phase}
            onClose={onClose}
          />
        ) : (
          <EditedSheet sheet={sheet} onClose={onClose} />
        )}
      </div>
    </Dialog>
  )
}

interface PartProps {
  sheet: SheetImport
  onClose: () => void
}

function EditedSheet({ sheet, onClose }: PartProps) {
  const t = useTranslations('sheets.import')
  const field = useRef<HTMLTextAreaElement>(null)
  const { phase, text } = sheet
  const isWorking = phase.name === 'working'

  function handleJump(error: ShownError) {
    if (field.current) selectPlace(field.current, error)
  }

  return (
    <>
      <SheetText sheet={sheet} field={field} />
      {phase.name === 'wrong' && (
        <SheetErrors problems={phase.problems} onJump={isEditable(sheet) ? handleJump : null} />
      )}
      {phase.name === 'unread' && (
        <UnreadParts
          title={t('unread', { count: phase.failures.length })}
          failures={phase.failures}
          onRetry={sheet.retry}
        />
      )}
      {phase.name === 'failed' && (
        <p role="alert" className={classes['refused']}>
          {t('failed')}
        </p>
      )}
      <DialogFooter>
        <p role="status" className={comparingClasses['status']}>
          {isWorking &&
            (phase.progress
              ? t('reading', { read: String(phase.progress.read), of: phase.progress.of })
              : t('working'))}
        </p>
        <FileButton
          accept={accepted}
          onChange={(file) => {
            if (file) void sheet.take(file)
          }}
        >
          {(props) => <Button {...props}>{t('choose')}</Button>}
        </FileButton>
        <Button onClick={onClose}>{t('close')}</Button>
        {isWorking ? (
          <Button data-autofocus onClick={sheet.back}>
            {t('stop')}
          </Button>
        ) : (
          <Button
            variant="filled"
            data-autofocus={phase.name === 'wrong' || undefined}
            aria-disabled={text === '' || undefined}
            onClick={() => text !== '' && sheet.compare()}
          >
            {t('compare')}
          </Button>
        )}
      </DialogFooter>
    </>
  )
}

interface ComparedSheetProps extends PartProps {
  compared: Extract<Compared, { name: 'compared' }>
}

function ComparedSheet({ sheet, compared, onClose }: ComparedSheetProps) {
  const t = useTranslations('sheets.diff')
  const tImport = useTranslations('sheets.import')
  const [isRightSheet, setIsRightSheet] = useState(false)
  const { counts, exceeded } = compared.comparison
  const ports = portsToReview(counts)
  const isStopped = exceeded.length > 0 && !isRightSheet
  return (
    <>
      <SheetDiff compared={compared} isRightSheet={isRightSheet} onRightSheet={setIsRightSheet} />
      <DialogFooter>
        <Button onClick={sheet.back}>{t('back')}</Button>
        <Button data-autofocus={ports === 0 || undefined} onClick={onClose}>
          {tImport('close')}
        </Button>
        {ports > 0 && (
          <Button
            variant="filled"
            data-autofocus
            aria-disabled={isStopped || undefined}
            title={isStopped ? t('exceeded.missing') : undefined}
            onClick={() => !isStopped && void sheet.review(compared)}
          >
            {t('review', { ports })}
          </Button>
        )}
      </DialogFooter>
    </>
  )
}
