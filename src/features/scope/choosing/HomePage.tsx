import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { sessionQuery } from '../../../api/resources/session'
import { pagePaths } from '../link/paths'
import { rememberedScope } from '../link/remembered-scope'
import classes from '../scope.module.css'

/** Redirects to where this person was last on this console, else to the demo's example or the list of teams. */
export function HomePage() {
  const t = useTranslations('scope')
  const [, navigate] = useLocation()
  const session = useQuery(sessionQuery()).data

  useEffect(() => {
    if (!session) return
    const last = rememberedScope(session)
    if (last) navigate(last.path, { replace: true, state: { remembered: true } })
    else navigate(session.example ?? pagePaths.teams, { replace: true })
  }, [session, navigate])

  return (
    <p className={classes['opening']} role="status">
      {t('opening')}
    </p>
  )
}
