import type { ReactNode } from 'react'
import classes from './page.module.css'

export interface PageProps {
  /** May set `--page-gap`, the distance between its parts. */
  className?: string | undefined
  children: ReactNode
}

/** The frame of a page of ports: its parts stand one below the other, `--page-padding` from the edge. */
export function Page({ className, children }: PageProps) {
  return <div className={[classes['page'], className].join(' ')}>{children}</div>
}
