import { type SyntheticEvent, useLayoutEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { PaletteProps } from './Palette'
import classes from './early-palette.module.css'

/** What was typed while the palette was loading, and whether Enter was pressed then. */
export interface EarlyTyping {
  typed: string
  isEntered: boolean
}

/** Stands in for the palette while that is loading. The browser's own dialog, because Mantine's is being waited for. */
export function EarlyPalette({ early, onEarly, onClose }: PaletteProps) {
  const t = useTranslations('app')
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => dialog.current?.showModal(), [])

  function handleSubmit(event: SyntheticEvent) {
    event.preventDefault()
    onEarly({ ...early, isEntered: true })
  }

  return (
    <dialog ref={dialog} className={classes['dialog']} aria-label={t('palette')} onClose={onClose}>
      <form onSubmit={handleSubmit}>
        <input
          aria-label={t('palette')}
          value={early.typed}
          onChange={(event) => onEarly({ typed: event.currentTarget.value, isEntered: false })}
          autoComplete="off"
        />
      </form>
    </dialog>
  )
}
