import { Button } from '@mantine/core'
import { useEffect, useId, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { useTranslations } from 'use-intl'
import { createEmitter } from '../../lib/emitter'
import classes from './StaleNote.module.css'

interface StaleNoteProps {
  /** Omitted where the page is useless without the part. */
  onDismiss?: (() => void) | undefined
}

const changes = createEmitter()
let notes: readonly { id: string; canGo: boolean }[] = []

/** The one that is shown of all, which say the same: the last that can be dismissed, or else the last. */
const shownId = () => (notes.findLast(({ canGo }) => canGo) ?? notes.at(-1))?.id

/**
 * Says that a part of the app couldn't be fetched, most likely because a new release has replaced it. Typed text can be
 * saved first; otherwise the browser asks before it reloads. Where several parts are missing, one note is shown.
 */
export function StaleNote({ onDismiss }: StaleNoteProps) {
  const t = useTranslations('app.stale')
  const id = useId()
  const canGo = onDismiss !== undefined
  const isShown = useSyncExternalStore(changes.subscribe, shownId) === id
  useEffect(() => {
    notes = [...notes, { id, canGo }]
    changes.emit()
    return () => {
      notes = notes.filter((note) => note.id !== id)
      changes.emit()
    }
  }, [id, canGo])

  if (!isShown) return null
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
