import type { MouseEvent, ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { TooltipHost } from '../components/tooltip/TooltipHost'
import { contentId } from '../lib/dom/focus'
import classes from './Layout.module.css'
import { Header } from './header/Header'
import { KeyboardHost } from './keyboard/KeyboardHost'

interface LayoutProps {
  demoControls: ReactNode
  children: ReactNode
}

/** The bar at the top, which stays in view, and the page below it. Mantine's AppShell would weigh 14 kB for that. */
export function Layout({ demoControls, children }: LayoutProps) {
  const t = useTranslations('app')
  return (
    <div className={classes['layout']}>
      <a href={`#${contentId}`} className={classes['skip']} onClick={skipHeader}>
        {t('skip')}
      </a>
      <Header className={classes['header'] ?? ''} demoControls={demoControls} />
      {children}
      <TooltipHost />
      <KeyboardHost />
    </div>
  )
}

// Moves the focus without a history entry.
function skipHeader(event: MouseEvent) {
  event.preventDefault()
  document.getElementById(contentId)?.focus()
}
