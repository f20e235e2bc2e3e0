import { ApiError, isUnclear } from '../../../api/errors/errors'
import type { Failure } from '../../../domain/execution/run-plan'

/** Takes what a write failed with; gives what that means for its plan. */
export function classifyFailure(error: unknown): Failure {
  // Both say that nothing was done: Rainbond's "too frequent", and the gateway's limit.
  if (error instanceof ApiError && (error.kind === 'busy' || error.kind === 'throttled')) return 'busy'
  // What is no answer at all is a fault of ours, and may have happened after the write.
  return isUnclear(error) || !(error instanceof ApiError) ? 'ambiguous' : 'refused'
}

/** Takes what a write failed with; gives the milliseconds that its answer asks to wait, 0 where it does not say. */
export function askedWaitMs(error: unknown): number {
  return error instanceof ApiError ? (error.retryAfter ?? 0) * 1000 : 0
}
