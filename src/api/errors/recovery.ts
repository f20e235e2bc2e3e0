import { ApiError, isWorthRetrying } from './errors'

/** Milliseconds before a failed read is repeated, by the number of failures so far. */
const delaysMs = [5_000, 10_000, 20_000, 30_000]
const longestDelayMs = 30_000

interface Failure {
  error: Error
  /** Failures since the last success. */
  times: number
}

/** By query. A query without data forgets its error as soon as it is read again. */
const failures = new WeakMap<object, Failure>()

/** The query cache's `onError`. */
export function noteFailure(error: Error, query: object): void {
  failures.set(query, { error, times: (failures.get(query)?.times ?? 0) + 1 })
}

/** The query cache's `onSuccess`. */
export function noteSuccess(_data: unknown, query: object): void {
  failures.delete(query)
}

/**
 * Returns whether a read that failed like this is repeated automatically for as long as it is on the screen: whatever is
 * worth retrying, except after the end of the session, which needs a sign-in, or after the person gave up.
 */
export function recoversByItself(error: unknown): error is ApiError {
  return (
    error instanceof ApiError &&
    isWorthRetrying(error) &&
    error.kind !== 'unauthenticated' &&
    error.kind !== 'given-up'
  )
}

/** Returns the milliseconds until a query whose last read failed is to be read again; false for any other query. */
export function recoveryDelayMs(query: { state: { status: string; error: unknown } }): number | false {
  const { status, error } = query.state
  if (status !== 'error' || !recoversByItself(error)) return false
  // The query reports a failure a moment before it is noted here.
  const last = failures.get(query)
  const times = last === undefined ? 0 : last.error === error ? last.times - 1 : last.times
  return Math.max(delaysMs[times] ?? longestDelayMs, (error.retryAfter ?? 0) * 1000)
}

/** Returns why the last read failed of a query that is being read again automatically; else undefined. */
export function standingFailure(query: object): ApiError | undefined {
  const error = failures.get(query)?.error
  return recoversByItself(error) ? error : undefined
}
