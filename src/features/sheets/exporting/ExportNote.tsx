import { Button } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { Dialog } from '../../../components/overlay/Dialog'
import { DialogFooter } from '../../../components/overlay/DialogFooter'
import { useReturnFocus } from '../../change/review/use-review-focus'
import classes from './export-note.module.css'

interface ExportNoteProps {
  /** How many ports would be saved. */
  ports: number
  /** How many components' ports are missing. */
  missing: number
  lacksLists: boolean
  onSave: () => void
  onDismiss: () => void
}

/** Says what a sheet would lack, before it is saved. It follows what is read meanwhile. */
export function ExportNote({ ports, missing, lacksLists, onSave, onDismiss }: ExportNoteProps) {
  const t = useTranslations('sheets.export')
  useReturnFocus()
  const isWhole = missing === 0 && !lacksLists
  return (
    <Dialog opened onClose={onDismiss} title={t('incomplete')}>
      <div className={classes['note']} role="status">
        {missing > 0 && <p>{t('missing', { components: missing })}</p>}
        {lacksLists && <p>{t('lacksLists')}</p>}
        {isWhole ? <p>{t('whole')}</p> : <p>{t('wait')}</p>}
      </div>
      <DialogFooter>
        <Button data-autofocus onClick={onDismiss}>
          {t('cancel')}
        </Button>
        {ports > 0 && (
          <Button variant="filled" onClick={onSave}>
            {t(isWhole ? 'save' : 'saveAnyway', { ports })}
          </Button>
        )}
      </DialogFooter>
    </Dialog>
  )
}
