import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { sessionQuery } from '../../../../api/resources/session'
import { takeFragments } from '../../../../lib/navigation/fragment'
import { useEngine, useIsAsked } from '../../use-engine'
import { fragmentPrefix } from '../link/plan-link'
import { openPlanLink, type Opened } from './open-plan-link'
import { PlanLinkDialog } from './PlanLinkDialog'

type Shown = { opened: Exclude<Opened, { kind: 'reviewed' }> | null; cancel: () => void; retry: () => void }

/**
 * Opens the plan in the address once somebody is signed in, and removes it from there. Says what came of it where that is no
 * review.
 */
export function PlanLinkHost() {
  const client = useQueryClient()
  const engine = useEngine()
  const isAsked = useIsAsked()
  // It comes when the page has been there for a while: the session is not read again for that.
  const isSignedIn = Boolean(useQuery({ ...sessionQuery(), refetchOnMount: false }).data?.user)
  const [shown, setShown] = useState<Shown | null>(null)
  const open = useEffectEvent(start)
  useEffect(
    () => (isSignedIn ? takeFragments(fragmentPrefix, (fragment) => open(fragment)) : undefined),
    [isSignedIn],
  )

  function start(fragment: string) {
    const aborter = new AbortController()
    const { signal } = aborter
    const hide = () => setShown(null)
    const actions = {
      cancel() {
        aborter.abort()
        hide()
      },
      retry: () => start(fragment),
    }
    setShown({ ...actions, opened: null })
    void openPlanLink(fragment, { client, engine, signal, onReview: hide }).then((opened) => {
      if (!signal.aborted) setShown(opened.kind === 'reviewed' ? null : { ...actions, opened })
    })
  }

  // What the person is asked about comes first.
  if (!shown || isAsked) return null
  return <PlanLinkDialog opened={shown.opened} onClose={shown.cancel} onRetry={shown.retry} />
}
