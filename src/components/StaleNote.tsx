import { useTranslations } from 'use-intl'
import { Button } from './Button'
import classes from './StaleNote.module.css'

/** A part of the app could not be fetched: a new release has replaced it, most likely. Something unsaved is asked about. */
export function StaleNote() {
  const t = useTranslations('app.stale')
  return (
    <div className={classes['note']} role="alert">
      <p>{t('text')}</p>
      <Button onClick={() => location.reload()}>{t('reload')}</Button>
    </div>
  )
}
