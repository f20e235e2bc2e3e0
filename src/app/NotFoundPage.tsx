import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import classes from './Layout.module.css'

/** For an address that is none of this app. */
export function NotFoundPage() {
  const t = useTranslations('app.notFound')
  const tApp = useTranslations('app')
  return (
    <div className={classes['failed']}>
      <title>{tApp('title', { page: t('title') })}</title>
      <h1>{t('title')}</h1>
      <p>{t('text')}</p>
      <Link href="/teams">{t('home')}</Link>
    </div>
  )
}
