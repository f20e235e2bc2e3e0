import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useLocation } from 'wouter'
import { sessionQuery } from '../../api/resources/session'
import { addressNow, useAddressPath } from '../../lib/navigation/navigation-guard'
import { linkPath, parseLink, segmentsAbove } from './link/link'
import { scopeNames, scopeSegments } from './link/scope'
import { rememberedScope, rememberScope, useScopeState } from './link/remembered-scope'
import type { Scope } from './use-scope'

/**
 * Keeps the address bar in its readable form, remembers the scope, and falls back to the level above when what was
 * remembered is gone. Use it once per page.
 */
export function useKeepScope(scope: Scope): void {
  const session = useQuery(sessionQuery()).data
  const { remembered } = useScopeState()
  const problem = scope.status === 'error' ? scope.problem : null

  const [, navigate] = useLocation()
  const address = useAddressPath()
  // Other addresses (`/`, a page that doesn't exist) are left alone.
  const isLink = parseLink(address) !== null
  const path = isLink && scope.status === 'ready' ? linkPath(scopeSegments(scope.found), scope.page) : null
  const settle = useEffectEvent((readablePath: string) => {
    const { path: present, search } = addressNow()
    const state: unknown = window.history.state
    if (present !== readablePath)
      navigate(readablePath + search + window.location.hash, { replace: true, state })
    if (session && scope.found.team)
      rememberScope(session, { path: readablePath, names: scopeNames(scope.found) })
  })
  const isSignedIn = session !== undefined
  useEffect(() => {
    if (path !== null && isSignedIn) settle(path)
  }, [path, isSignedIn])

  const isGone = remembered === true && (problem?.reason === 'not-found' || problem?.reason === 'elsewhere')
  const fallBack = useEffectEvent(() => {
    if (!problem) return
    const { level } = problem
    const name = (session && rememberedScope(session)?.names[level]) ?? problem.name
    const state = { shown: true, lost: { level, name } }
    navigate(linkPath(segmentsAbove(scope.segments, level)), { replace: true, state })
  })
  useEffect(() => {
    if (isGone) fallBack()
  }, [isGone])
}
