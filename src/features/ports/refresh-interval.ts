import { useState } from 'react'

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
