import type { QueryClient } from '@tanstack/react-query'
import { watchEntry } from './cache-entries'
import type { ApiError } from './errors/errors'
import { sessionQuery } from './resources/session'

/** Milliseconds until the next try when nothing can be read at all. */
const restMs = 5_000

/** Why nothing is read for now, and for how many seconds from its beginning; 0 until somebody signs in. */
export interface Rest {
  id: number
  error: ApiError
  seconds: number
}

export interface Rests {
  /** The present one; null while there is none. */
  current: () => Rest | null
  /** Begins one because of a failure, unless there is one. It ends by itself. */
  begin: (error: ApiError) => void
  /** Ends the present one early, without a word. */
  drop: () => void
}

/** Returns the rests of a reader. `onEnd` is called when one has ended by itself. */
export function createRests(client: QueryClient, onEnd: () => void): Rests {
  let count = 0
  let current: Rest | null = null
  let leave = () => undefined as unknown

  function drop() {
    leave()
    leave = () => undefined
    current = null
  }

  function end() {
    drop()
    onEnd()
  }

  return {
    current: () => current,
    drop,
    begin(error) {
      if (current) return
      count += 1
      if (error.kind === 'unauthenticated') {
        current = { id: count, error, seconds: 0 }
        const { queryKey } = sessionQuery()
        leave = watchEntry(client, queryKey, () => {
          if (client.getQueryData(queryKey)?.user) end()
        })
      } else {
        const milliseconds = Math.max(restMs, (error.retryAfter ?? 0) * 1000)
        current = { id: count, error, seconds: milliseconds / 1000 }
        const timer = setTimeout(end, milliseconds)
        leave = () => clearTimeout(timer)
      }
    },
  }
}

/** Whether a failure says nothing about what was read, but that nothing can be read for now. */
export function stopsAll({ kind, reason, retryAfter }: ApiError): boolean {
  if (kind === 'unauthenticated' || kind === 'offline' || reason === 'unreachable') return true
  return kind === 'throttled' || retryAfter !== undefined
}
