import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Session } from '../../../api/contract/session'
import { Dialog } from '../../../components/overlay/Dialog'
import classes from '../session.module.css'
import { SignInForm } from './SignInForm'

/**
 * Asks for a new sign-in above the screens of somebody whose session has expired; they stay as they are. It can't be
 * closed, because nothing below works without a session. Afterwards, the focus is where it was.
 */
export function ExpiredDialog({ session }: { session: Session }) {
  const t = useTranslations('signIn.expired')
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    },
    [before],
  )

  return (
    <Dialog opened onClose={undefined} title={t('title')}>
      <p className={classes['lead']}>{t('lead')}</p>
      <SignInForm demoToken={session.demoToken} />
    </Dialog>
  )
}
