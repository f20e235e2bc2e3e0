import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { keys } from '../../../api/keys'
import type { ComponentRef } from '../../../api/paths'

/** The intervals that can be chosen, in seconds; 0 for never. */
export const intervalsS = [0, 10, 30, 60] as const
export type IntervalS = (typeof intervalsS)[number]

/** Takes what was stored; gives an interval that can be chosen, 0 for anything else. */
export function parseInterval(text: string | null): IntervalS {
  return intervalsS.find((seconds) => String(seconds) === text) ?? 0
}

/**
 * Gives the chosen interval and how to choose another one. It is remembered for `owner` (console and user); a browser
 * that stores nothing only forgets it.
 */
export function useRefreshInterval(owner: string): [IntervalS, (seconds: IntervalS) => void] {
  const key = `portdeck.refresh.${owner}`
  const [chosen, setChosen] = useState(() => parseInterval(read(key)))
  return [
    chosen,
    (seconds) => {
      setChosen(seconds)
      write(key, String(seconds))
    },
  ]
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, text: string) {
  try {
    localStorage.setItem(key, text)
  } catch {
    // Storage may be switched off or full.
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
    const refresh = () => {
      for (const queryKey of [keys.ports(ref), keys.domains(ref)])
        void client.refetchQueries({ queryKey, exact: true, stale: true }, { cancelRefetch: false })
    }
    window.addEventListener('focus', refresh)
    return () => window.removeEventListener('focus', refresh)
  }, [client, ref, paused])
}
