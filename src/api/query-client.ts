import { QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError, isPassing } from './errors/errors'
import { noteFailure, noteSuccess, recoveryDelayMs } from './errors/recovery'

const readRetries = 2

/**
 * Returns whether to repeat a failed read before the screen shows the failure: at most twice, and only after a passing
 * error. A time-out is shown at once, because the person has waited long enough.
 */
export function shouldRetryRead(failures: number, error: unknown): boolean {
  const isTimeout = error instanceof ApiError && error.kind === 'timeout'
  return failures < readRetries && isPassing(error) && !isTimeout
}

/** Returns milliseconds: what the response asked for, else 0.5 s, then 1 s. */
export function retryDelayMs(failures: number, error: unknown): number {
  if (error instanceof ApiError && error.retryAfter !== undefined) return error.retryAfter * 1000
  return 500 * 2 ** failures
}

/**
 * Creates the cache of what the server returned. `networkMode` is `always`: an intranet may report itself offline for
 * ever, and a paused write must not fire later. Writes are never repeated automatically; a failed read is, for as long as
 * it is on the screen.
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
