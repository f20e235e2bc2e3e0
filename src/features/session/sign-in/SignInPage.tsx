import { useLocale, useTranslations } from 'use-intl'
import type { Session } from '../../../api/contract/session'
import { contentId } from '../../../lib/dom/focus'
import { EnterDemo } from './EnterDemo'
import { HowToGetToken } from './HowToGetToken'
import { SignInForm } from './SignInForm'
import classes from '../session.module.css'

/** Keeps the address, so that a link leads to its page after the sign-in. */
export function SignInPage({ session }: { session: Session }) {
  const t = useTranslations('signIn')
  const tApp = useTranslations('app')
  const locale = useLocale()
  return (
    <main id={contentId} className={classes['page']} tabIndex={-1}>
      <title>{tApp('title', { page: t('title') })}</title>
      <div className={classes['card']}>
        <h1 className={classes['title']}>{t('title')}</h1>
        <p className={classes['lead']}>{session.demo ? t('leadDemo') : t('lead')}</p>
        {session.demoToken !== null && (
          <>
            <EnterDemo token={session.demoToken} />
            <p className={classes['or']}>{t('or')}</p>
          </>
        )}
        <SignInForm demoToken={session.demoToken} isPrimary={session.demoToken === null} />
        {session.demoToken === null ? (
          <p className={classes['aside']}>{t('kept')}</p>
        ) : (
          <p key={locale} className={classes['aside']}>
            {t.rich('demo', { token: session.demoToken, code: (token) => <code>{token}</code> })}
          </p>
        )}
      </div>
      {session.demoToken === null && <HowToGetToken console={session.console} />}
    </main>
  )
}
