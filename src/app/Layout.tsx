import type { MouseEvent, ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { contentId } from '../lib/dom/focus'
import classes from './Layout.module.css'
import { Header } from './header/Header'

interface LayoutProps {
  children: ReactNode
}

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

// Moves the focus without a history entry.
function skipHeader(event: MouseEvent) {
  event.preventDefault()
  document.getElementById(contentId)?.focus()
}
