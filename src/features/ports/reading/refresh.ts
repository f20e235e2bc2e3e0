import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { keys } from '../../../api/keys'
import type { ComponentRef } from '../../../api/paths'
import { oneOf, storedValue } from '../../../lib/stored-value'

/** The intervals that can be chosen, in seconds; 0 for never. */
export const intervalsS = [0, 10, 30, 60] as const
export type IntervalS = (typeof intervalsS)[number]

const interval = oneOf(intervalsS)

/** Returns 0 for a text that is no interval. */
export function parseInterval(text: string): IntervalS {
  return interval.parse(text) ?? 0
}

/** Returns the chosen interval, and what chooses another one for `owner` (console and user) in this browser. */
export function useRefreshInterval(owner: string): [IntervalS, (seconds: IntervalS) => void] {
  const stored = useMemo(() => storedValue(`portdeck.refresh.${owner}`, interval), [owner])
  const [chosen, setChosen] = useState(() => stored.read() ?? 0)
  return [
    chosen,
    (seconds) => {
      setChosen(seconds)
      stored.write(seconds)
    },
  ]
}

/** Reads a component's ports and gateway rules again: at once, or only what is stale and isn't being read. */
export function rereadComponent(
  client: QueryClient,
  ref: ComponentRef,
  which: 'all' | 'stale' = 'all',
): void {
  const onlyStale = which === 'stale'
  for (const queryKey of [keys.ports(ref), keys.domains(ref)]) {
    const filters = { queryKey, exact: true, ...(onlyStale && { stale: true }) }
    void client.refetchQueries(filters, { cancelRefetch: !onlyStale })
  }
}

/**
 * Reads ports and rules again when the window gets the focus, unless they are fresh, or `paused`. TanStack Query itself
 * only notices a page that is seen again, not a window that was seen beside another one all the while.
 */
export function useRefreshOnFocus(ref: ComponentRef, paused: boolean): void {
  const client = useQueryClient()
  useEffect(() => {
    if (paused) return
    const refresh = () => rereadComponent(client, ref, 'stale')
    window.addEventListener('focus', refresh)
    return () => window.removeEventListener('focus', refresh)
  }, [client, ref, paused])
}
