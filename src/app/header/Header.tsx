import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { PaletteButton } from '../../features/palette/PaletteButton'
import { pagePaths } from '../../features/scope/link/paths'
import { Account } from '../../features/session/Account'
import { useSession, useSessionLife, useWorker } from '../../features/session/use-session'
import { basePath } from '../../lib/navigation/base-path'
import { PageBoundary } from '../PageBoundary'
import { scopeBar } from '../routes'
import { lazyPart } from '../../components/lazy-part'
import { DisplaySettings } from './DisplaySettings'
import classes from './Header.module.css'
import { ModeBadge } from './ModeBadge'

const DisplayCommands = lazyPart(() => import('./DisplayCommands').then((module) => module.DisplayCommands))

interface HeaderProps {
  className: string
  /** Stand in place of the demo's badge. */
  demoControls: ReactNode
}

/** One bar for every page: where one is, which Portdeck this is, how it looks, and who is signed in. */
export function Header({ className, demoControls }: HeaderProps) {
  const t = useTranslations('app')
  const session = useSession()
  const worker = useWorker()
  const life = useSessionLife()
  const isInside = worker !== null || (session === undefined && life.isExpected())
  return (
    <header className={className}>
      <Link href={pagePaths.teams} className={classes['brand']} aria-label={t('home')} data-inside={isInside}>
        <img src={`${basePath}/favicon.svg`} alt="" width="22" height="22" />
        <span className={classes['name']}>{t('name')}</span>
      </Link>
      <div className={classes['scope']}>
        {isInside && (
          <PageBoundary place="bar">
            <scopeBar.Page />
          </PageBoundary>
        )}
      </div>
      {session?.demo && <DemoBadge controls={demoControls} />}
      {session?.readOnly && <ModeBadge label={t('readOnly.badge')} explanation={t('readOnly.explanation')} />}
      {worker && (
        <PaletteButton>
          <DisplayCommands />
        </PaletteButton>
      )}
      <DisplaySettings />
      <Account />
    </header>
  )
}

function DemoBadge({ controls }: { controls: ReactNode }) {
  const t = useTranslations('app.demo')
  return controls ?? <ModeBadge label={t('badge')} explanation={t('explanation')} />
}
