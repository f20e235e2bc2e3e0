import { useEffect, useEffectEvent } from 'react'
import { useLocation } from 'wouter'
import type { ListItem } from '../../../components/list/list-item'
import { addressNow } from '../../../lib/navigation/navigation-guard'
import { useScopeState } from '../link/remembered-scope'

/**
 * Opens the only choice of a list automatically, in place of the list's history entry, so that Back works. A list that was
 * shown, or opened on purpose, stays: going back to it never leads forward again. Returns whether a choice is being opened.
 */
export function useSingleChoice(items: readonly ListItem[] | undefined): boolean {
  const [, navigate] = useLocation()
  const { shown = false } = useScopeState()
  const only = items?.length === 1 ? items[0]?.href : undefined
  const taken = shown ? undefined : only

  useEffect(() => {
    if (taken !== undefined) navigate(taken, { replace: true })
  }, [taken, navigate])

  const isShown = items !== undefined && items.length > 0 && taken === undefined
  const noteShown = useEffectEvent(() => {
    if (shown) return
    const { path, search } = addressNow()
    const state: unknown = window.history.state
    const noted = typeof state === 'object' ? { ...state, shown: true } : { shown: true }
    navigate(path + search + window.location.hash, { replace: true, state: noted })
  })
  useEffect(() => {
    if (isShown) noteShown()
  }, [isShown])

  return taken !== undefined
}
