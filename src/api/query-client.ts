import { QueryClient } from '@tanstack/react-query'
import { ApiError, isPassing } from './errors'

const readRetries = 2

/** Whether a failed read is tried again: twice at most, and only after what may pass by itself. */
export function shouldRetryRead(failures: number, error: unknown): boolean {
  return failures < readRetries && isPassing(error)
}

/** How long to wait before the next try, in milliseconds: as long as the answer asked for, else 0.5 s and 1 s. */
export function retryDelayMs(failures: number, error: unknown): number {
  if (error instanceof ApiError && error.retryAfter !== undefined) return error.retryAfter * 1000
  return 500 * 2 ** failures
}

/**
 * Gives the cache of everything that the server said. `networkMode` is `always`: an intranet may report itself
 * offline for ever, and a paused write must not fire later. Writes are never tried again by themselves.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: shouldRetryRead, retryDelay: retryDelayMs },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
