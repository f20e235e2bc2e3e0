import { QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError, isPassing } from './errors/errors'
import { noteFailure, noteSuccess, recoveryDelayMs } from './errors/recovery'

const readRetries = 2

/**
 * Whether a failed read is tried again before it is told: twice at most, and only after what may pass in a moment. Who
 * has waited for a time-out is told at once; it is tried again later, before their eyes.
 */
export function shouldRetryRead(failures: number, error: unknown): boolean {
  const isTimeout = error instanceof ApiError && error.kind === 'timeout'
  return failures < readRetries && isPassing(error) && !isTimeout
}

/** How long to wait before the next try, in milliseconds: as long as the answer asked for, else 0.5 s and 1 s. */
export function retryDelayMs(failures: number, error: unknown): number {
  if (error instanceof ApiError && error.retryAfter !== undefined) return error.retryAfter * 1000
  return 500 * 2 ** failures
}

/**
 * Gives the cache of everything that the server said. `networkMode` is `always`: an intranet may report itself
 * offline for ever, and a paused write must not fire later. Writes are never tried again by themselves; a read that
 * failed is, for as long as somebody looks at it.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: noteFailure, onSuccess: noteSuccess }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: shouldRetryRead,
        retryDelay: retryDelayMs,
        refetchInterval: recoveryDelayMs,
        refetchOnReconnect: true,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
