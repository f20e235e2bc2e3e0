import type { MouseEvent, ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { contentId } from '../lib/dom/focus'
import classes from './Layout.module.css'
import { Header } from './header/Header'

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
