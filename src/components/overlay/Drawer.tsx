import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import classes from './Drawer.module.css'

interface DrawerProps {
  title: string
  onClose: () => void
  children: ReactNode
}

/**
 * A modal dialog at the side of the window. The browser keeps the focus in it, restores it afterwards, and closes it on
 * Escape and on a press outside.
 */
export function Drawer({ title, onClose, children }: DrawerProps) {
  const t = useTranslations('pieces')
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])

  return (
    <dialog ref={dialog} className={classes['drawer']} aria-labelledby={id} closedby="any" onClose={onClose}>
      <div className={classes['head']}>
        <h2 id={id} className={classes['title']}>
          {title}
        </h2>
        <button
          type="button"
          className={classes['close']}
          aria-label={t('close')}
          onClick={() => dialog.current?.close()}
        >
          ×
        </button>
      </div>
      <div className={classes['body']}>{children}</div>
    </dialog>
  )
}
