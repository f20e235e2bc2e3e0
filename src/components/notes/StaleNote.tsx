import { Button } from '@mantine/core'
import { createPortal } from 'react-dom'
import { useTranslations } from 'use-intl'
import classes from './StaleNote.module.css'

interface StaleNoteProps {
  /** Omitted where the page is useless without the part. */
  onDismiss?: (() => void) | undefined
}

/**
 * Says that a part of the app couldn't be fetched, most likely because a new release has replaced it. Typed text can be
 * saved first; otherwise the browser asks before it reloads.
 */
export function StaleNote({ onDismiss }: StaleNoteProps) {
  const t = useTranslations('app.stale')
  // In a portal, because a row of the grid clips its content.
  return createPortal(
    <div className={classes['note']} role="alert">
      <p>{t('text')}</p>
      <p>{t('unsaved')}</p>
      <div className={classes['buttons']}>
        <Button onClick={() => location.reload()}>{t('reload')}</Button>
        {onDismiss && <Button onClick={onDismiss}>{t('later')}</Button>}
      </div>
    </div>,
    document.body,
  )
}
