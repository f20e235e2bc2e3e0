import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { Button } from '../components/Button'
import { pagePaths } from '../features/scope/link/paths'
import classes from './Layout.module.css'

/** The page threw: a bug of ours. */
export function BrokenPage({ onAgain }: { onAgain: () => void }) {
  const t = useTranslations('app.broken')
  return (
    <div className={classes['failed']} role="alert">
      <h1>{t('title')}</h1>
      <p>{t('text')}</p>
      <Button onClick={onAgain}>{t('again')}</Button>
    </div>
  )
}

/** The page's code could not be fetched: most likely a new release has replaced it. */
export function StalePage() {
  const t = useTranslations('app.stale')
  return (
    <div className={classes['failed']} role="alert">
      <h1>{t('title')}</h1>
      <p>{t('text')}</p>
      <Button onClick={() => location.reload()}>{t('reload')}</Button>
    </div>
  )
}

/** For an address that is none of this app. */
export function NotFoundPage() {
  const t = useTranslations('app.notFound')
  const tApp = useTranslations('app')
  return (
    <div className={classes['failed']}>
      <title>{tApp('title', { page: t('title') })}</title>
      <h1>{t('title')}</h1>
      <p>{t('text')}</p>
      <Link href={pagePaths.teams}>{t('home')}</Link>
    </div>
  )
}
