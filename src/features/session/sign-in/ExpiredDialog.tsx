import { useEffect, useId, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { Session } from '../../../api/contract/session'
import classes from '../session.module.css'
import { SignInForm } from './SignInForm'

/**
 * Asks for a new sign-in above the screens of somebody whose session has expired; they stay as they are. It can't be
 * closed, because nothing below works without a session.
 */
export function ExpiredDialog({ session }: { session: Session }) {
  const t = useTranslations('session.expired')
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)

  function open() {
    if (!dialog.current?.open) dialog.current?.showModal()
  }

  useEffect(open, [])

  return (
    <dialog
      ref={dialog}
      className={classes['dialog']}
      aria-labelledby={id}
      onCancel={(event) => event.preventDefault()}
      // Browsers close it anyway when Escape is pressed twice.
      onClose={open}
    >
      <h2 id={id} className={classes['title']}>
        {t('title')}
      </h2>
      <p className={classes['lead']}>{t('lead')}</p>
      <SignInForm demoToken={session.demoToken} />
    </dialog>
  )
}
