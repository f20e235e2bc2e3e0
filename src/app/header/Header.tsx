import { Suspense } from 'react'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { pagePaths } from '../../features/scope/link/paths'
import { Account } from '../../features/session/Account'
import { useSession, useSessionLife, useWorker } from '../../features/session/use-session'
import { basePath } from '../../lib/navigation/base-path'
import { PageBoundary } from '../PageBoundary'
import { scopeBar } from '../routes'
import { DisplaySettings } from './DisplaySettings'
import classes from './Header.module.css'
import { ModeBadge } from './ModeBadge'

/** One bar for every page: where one is, which Portdeck this is, how it looks, and who is signed in. */
export function Header({ className }: { className: string }) {
  const t = useTranslations('app')
  const session = useSession()
  const worker = useWorker()
  const life = useSessionLife()
  const isInside = worker !== null || (session === undefined && life.isExpected())
  return (
    <header className={className}>
      <Link href={pagePaths.teams} className={classes['brand']} aria-label={t('home')}>
        <img src={`${basePath}/favicon.svg`} alt="" width="22" height="22" />
        <span className={classes['name']}>{t('name')}</span>
      </Link>
      <div className={classes['scope']}>
        {isInside && (
          <PageBoundary place="bar">
            <Suspense>
              <scopeBar.Page />
            </Suspense>
          </PageBoundary>
        )}
      </div>
      {session?.demo && <ModeBadge label={t('demo.badge')} explanation={t('demo.explanation')} />}
      {session?.readOnly && <ModeBadge label={t('readOnly.badge')} explanation={t('readOnly.explanation')} />}
      <DisplaySettings />
      <Account />
    </header>
  )
}
