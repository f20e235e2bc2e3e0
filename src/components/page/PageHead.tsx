import { Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './page-head.module.css'

/** What a page is about: its heading, followed by links and buttons. */
export function PageHead({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={classes['head']}>
      <h1 className={classes['title']}>{title}</h1>
      {children}
    </div>
  )
}

/** A placeholder of the same size. */
export function PageHeadSkeleton() {
  return (
    <div className={classes['head']} aria-hidden>
      <Skeleton width="12rem" height="1.25rem" />
    </div>
  )
}
