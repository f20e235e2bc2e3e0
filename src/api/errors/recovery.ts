import { ApiError, isWorthRetrying } from './errors'

/** How long to wait before what failed is read again, in milliseconds: longer with each failure, up to the last. */
const delaysMs = [5_000, 10_000, 20_000, 30_000]
const longestDelayMs = 30_000

interface Failure {
  error: Error
  /** How often it has failed since it last succeeded. */
  times: number
}

/** By query. A query of its own forgets why it failed as soon as it is read again without data. */
const failures = new WeakMap<object, Failure>()

/** To be called for every read that failed, as the query cache's `onError`. */
export function noteFailure(error: Error, query: object): void {
  failures.set(query, { error, times: (failures.get(query)?.times ?? 0) + 1 })
}

/** To be called for every read that succeeded, as the query cache's `onSuccess`. */
export function noteSuccess(_data: unknown, query: object): void {
  failures.delete(query)
}

/**
 * Whether a read that failed so is tried again by itself for as long as it is on the screen: whatever a person might
 * sensibly try again. Not a session that has ended, which asks for a sign-in, nor what the person gave up.
 */
export function recoversByItself(error: unknown): error is ApiError {
  return (
    error instanceof ApiError &&
    isWorthRetrying(error) &&
    error.kind !== 'unauthenticated' &&
    error.kind !== 'given-up'
  )
}

/** Takes a query, and gives the milliseconds until it is to be read again because its last read failed; else false. */
export function recoveryDelayMs(query: { state: { status: string; error: unknown } }): number | false {
  const { status, error } = query.state
  if (status !== 'error' || !recoversByItself(error)) return false
  // The failure that the query has just told of is noted a moment later.
  const last = failures.get(query)
  const times = last === undefined ? 0 : last.error === error ? last.times - 1 : last.times
  return Math.max(delaysMs[times] ?? longestDelayMs, (error.retryAfter ?? 0) * 1000)
}

/** Why a query failed that is being read again by itself; undefined where its last read succeeded, or there was none. */
export function standingFailure(query: object): ApiError | undefined {
  const error = failures.get(query)?.error
  return recoversByItself(error) ? error : undefined
}
