import { Button } from '@mantine/core'
import { type SyntheticEvent, useId, useLayoutEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { componentName } from '../../../api/names'
import type { AddPortDialogProps } from './AddPortDialog'
import classes from './early-add-port.module.css'

/**
 * Stands in for the dialog for a new port while that is loading, so that what is typed right after the click isn't
 * lost. The dialog continues with the number, and with an Enter that was pressed here. The browser's own dialog, because
 * Mantine's is what is being waited for.
 */
export function EarlyAddPort({ isOpen, target, early, onEarly, onClose }: AddPortDialogProps) {
  const t = useTranslations('editing.add')
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)

  useLayoutEffect(() => {
    if (isOpen && !dialog.current?.open) dialog.current?.showModal()
  }, [isOpen])

  function handleSubmit(event: SyntheticEvent) {
    event.preventDefault()
    onEarly({ ...early, isEntered: true })
  }

  if (!isOpen) return null
  return (
    <dialog ref={dialog} className={classes['dialog']} aria-labelledby={`${id}-title`} onClose={onClose}>
      <form onSubmit={handleSubmit} noValidate>
        <h2 id={`${id}-title`}>{t('title', { component: componentName(target.component) })}</h2>
        <label htmlFor={id}>{t('port')}</label>
        <input
          id={id}
          value={early.port}
          onChange={(event) => onEarly({ port: event.currentTarget.value, isEntered: false })}
          inputMode="numeric"
          autoComplete="off"
        />
        <p role="status">{t('loading')}</p>
        <Button onClick={onClose}>{t('close')}</Button>
      </form>
    </dialog>
  )
}
