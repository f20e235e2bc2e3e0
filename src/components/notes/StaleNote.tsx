import { createPortal } from 'react-dom'
import { useTranslations } from 'use-intl'
import { Button } from '../Button'
import classes from './StaleNote.module.css'

interface StaleNoteProps {
  /** Left out where the page is of no use without it. */
  onPutAway?: (() => void) | undefined
}

/**
 * A part of the app could not be fetched: a new release has replaced it, most likely. What was typed can be saved first,
 * and where it was not, the browser asks before it reloads.
 */
export function StaleNote({ onPutAway }: StaleNoteProps) {
  const t = useTranslations('app.stale')
  // Out of whatever the part belongs to: a row of the grid keeps to its own place what stands in it.
  return createPortal(
    <div className={classes['note']} role="alert">
      <p>{t('text')}</p>
      <p>{t('unsaved')}</p>
      <div className={classes['buttons']}>
        <Button onClick={() => location.reload()}>{t('reload')}</Button>
        {onPutAway && <Button onClick={onPutAway}>{t('later')}</Button>}
      </div>
    </div>,
    document.body,
  )
}
