import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { contentId } from '../lib/dom/focus'
import { useAddressPath } from '../lib/navigation/navigation-guard'
import classes from './Layout.module.css'
import { PageBoundary } from './PageBoundary'
import { NotFoundPage } from './ProblemPages'
import { nextRoute, routeOf } from './routes'

export function Pages() {
  const path = useAddressPath()
  const page = routeOf(path)?.page
  const next = nextRoute(path)
  useEffect(() => void next?.page.preload(), [next])

  return (
    <main id={contentId} className={classes['main']} tabIndex={-1}>
      <PageBoundary place={path}>
        {page ? <page.Page meanwhile={<PageLoading />} /> : <NotFoundPage />}
      </PageBoundary>
    </main>
  )
}

function PageLoading() {
  const t = useTranslations('app')
  return (
    <p className={classes['loading']} role="status">
      {t('loading')}
    </p>
  )
}
