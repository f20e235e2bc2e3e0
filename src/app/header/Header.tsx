import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { pagePaths } from '../../features/scope/link/paths'
import { Account } from '../../features/session/Account'
import { useSession } from '../../features/session/use-session'
import { basePath } from '../../lib/navigation/base-path'
import classes from './Header.module.css'
import { LanguageSwitch } from './LanguageSwitch'
import { ModeBadge } from './ModeBadge'
import { SchemeSwitch } from './SchemeSwitch'

export function Header() {
  const t = useTranslations('app')
  const session = useSession()
  return (
    <header className={classes['header']}>
      <Link href={pagePaths.teams} className={classes['brand']} aria-label={t('home')}>
        <img src={`${basePath}/favicon.svg`} alt="" width="22" height="22" />
        <span>{t('name')}</span>
      </Link>
      {session?.demo && <ModeBadge label={t('demo.badge')} explanation={t('demo.explanation')} />}
      {session?.readOnly && <ModeBadge label={t('readOnly.badge')} explanation={t('readOnly.explanation')} />}
      <div className={classes['controls']}>
        <LanguageSwitch />
        <SchemeSwitch />
        <Account />
      </div>
    </header>
  )
}
