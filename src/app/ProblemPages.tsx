import { Button } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { pagePaths } from '../features/scope/link/paths'
import classes from './Layout.module.css'

/** Shown when a page throws, which is a bug of ours. */
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

/** Shown when a page's code can't be fetched, most likely because a new release has replaced it. */
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

/** Shown for an address without a page. */
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
