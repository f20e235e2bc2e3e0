import type { ForbiddenReason, UpstreamReason } from '../contract/session'

/**
 * The kinds of failure that a person has to tell apart. After `cluster` it is unknown what the cluster did;
 * `cluster-refused` means that it did nothing; `duplicate-permission` is a bug of the console that only an administrator
 * can repair (docs/contract.md, "When the cluster fails" and "Shapes"). `forbidden`, `throttled` and `upstream` come from
 * the gateway; `unreadable`, `offline`, `timeout` and `given-up` (the person stopped waiting) from the browser; all others
 * can come from Rainbond.
 */
export const errorKinds = [
  'unauthenticated',
  'licence',
  'not-found',
  'conflict',
  'wrong-state',
  'invalid',
  'busy',
  'cluster',
  'cluster-refused',
  'crash',
  'duplicate-permission',
  'offline',
  'timeout',
  'given-up',
  'unreadable',
  'forbidden',
  'throttled',
  'upstream',
] as const
export type ErrorKind = (typeof errorKinds)[number]

export interface ErrorFacts {
  kind: ErrorKind
  /** Rainbond's own words, safe to show (`plainWords`). */
  detail?: string | undefined
  /** The gateway's own sentence, shown unchanged: it may name the host of the console. */
  gatewayDetail?: string | undefined
  /** Rainbond's English `msg` where it is a sentence; the contract distinguishes errors by it. */
  msg?: string | undefined
  /** `invalid`: what is wrong, by field of the request's body. */
  fields?: Readonly<Record<string, string>> | undefined
  /** The HTTP status; undefined without a response. */
  status?: number | undefined
  /** The `code` in Rainbond's body, which is often not the status. */
  code?: number | undefined
  /** The id of the request in the gateway's log. */
  requestId?: string | undefined
  /** Seconds to wait before the next try. */
  retryAfter?: number | undefined
  /** `forbidden`: why; `upstream`: what came instead of a response. */
  reason?: ForbiddenReason | UpstreamReason | undefined
  /** `unreadable`: the field of the response that did not match, such as `list[3].container_port`. */
  field?: string | undefined
}

/** Everything that a request can fail with. The screen's message depends on `kind`. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly kind: ErrorKind
  readonly detail: string | undefined
  readonly gatewayDetail: string | undefined
  readonly msg: string | undefined
  readonly fields: Readonly<Record<string, string>> | undefined
  readonly status: number | undefined
  readonly code: number | undefined
  readonly requestId: string | undefined
  readonly retryAfter: number | undefined
  readonly reason: ForbiddenReason | UpstreamReason | undefined
  readonly field: string | undefined

  constructor(facts: ErrorFacts, options?: ErrorOptions) {
    super([facts.kind, facts.status, facts.code].filter((part) => part !== undefined).join(' '), options)
    this.kind = facts.kind
    Object.assign(this, facts)
  }
}

const passing: ReadonlySet<ErrorKind> = new Set(['offline', 'timeout', 'busy', 'crash', 'upstream'])
const unclear: ReadonlySet<ErrorKind> = new Set([
  'offline',
  'timeout',
  'given-up',
  'crash',
  'cluster',
  'upstream',
  'unreadable',
])

/** Returns whether the same read may succeed a moment later: after offline, time-out, any 5xx, or "too frequent". */
export function isPassing(error: unknown): boolean {
  return error instanceof ApiError && passing.has(error.kind)
}

/**
 * Returns whether a write that failed like this may still have been carried out, so that only reading again can tell
 * (docs/contract.md, "When the cluster fails").
 */
export function isUnclear(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false
  // The write was never sent, or the console answered 429.
  if (error.reason === 'unreachable' || error.reason === 'busy') return false
  return unclear.has(error.kind)
}

const final: ReadonlySet<ErrorKind> = new Set([
  'not-found',
  'conflict',
  'wrong-state',
  'invalid',
  'forbidden',
])

/** Returns false for what would be refused again. */
export function isWorthRetrying({ kind }: Pick<ErrorFacts, 'kind'>): boolean {
  return !final.has(kind)
}

/** Wraps whatever was thrown. Anything but an `ApiError` is a bug of ours and becomes a `crash`. */
export function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError({ kind: 'crash' }, { cause: error })
}

/** Returns what a failure says as plain data, which can be stored. */
export function factsOf(error: unknown): ErrorFacts {
  const { kind, detail, gatewayDetail, msg, fields, status, code, requestId, retryAfter, reason, field } =
    asApiError(error)
  return { kind, detail, gatewayDetail, msg, fields, status, code, requestId, retryAfter, reason, field }
}
