import { Skeleton } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { ListSkeletonRows } from './ListSkeletonRows'
import classes from './exposure.module.css'

/** A placeholder of the page's size, until it is known what the link leads to. */
export function ExposureSkeleton() {
  const t = useTranslations('app')
  return (
    <div className={classes['page']}>
      <p role="status" className={classes['loading']}>
        {t('loading')}
      </p>
      <div className={classes['head']} aria-hidden>
        <Skeleton width="12rem" height="1.25rem" />
      </div>
      <ListSkeletonRows />
    </div>
  )
}
