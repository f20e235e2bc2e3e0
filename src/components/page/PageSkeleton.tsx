import { useTranslations } from 'use-intl'
import { Page, type PageProps } from './Page'
import classes from './page.module.css'

/** A placeholder of a page, with those of its parts. */
export function PageSkeleton({ className, children }: PageProps) {
  const t = useTranslations('app')
  return (
    <Page className={className}>
      <p role="status" className={classes['loading']}>
        {t('loading')}
      </p>
      {children}
    </Page>
  )
}
