import type { MouseEvent, ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { contentId } from '../lib/content-id'
import { Header } from './Header'
import classes from './Layout.module.css'

interface LayoutProps {
  children: ReactNode
}

/** What stands around every page: the way past the header, and the header. */
export function Layout({ children }: LayoutProps) {
  const t = useTranslations('app')
  return (
    <div className={classes['layout']}>
      <a href={`#${contentId}`} className={classes['skip']} onClick={skipHeader}>
        {t('skip')}
      </a>
      <Header />
      {children}
    </div>
  )
}

// The focus goes there without an entry in the history.
function skipHeader(event: MouseEvent) {
  event.preventDefault()
  document.getElementById(contentId)?.focus()
}
