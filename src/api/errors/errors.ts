import type { ForbiddenReason, UpstreamReason } from '../contract/session'

/**
 * What went wrong, as a person has to be told apart. `cluster` failed, so that what it did is not known, while
 * `cluster-refused` is its no; `duplicate-permission` is the console's own fault that only an administrator can mend
 * (docs/contract.md, "When the cluster fails" and "Shapes"). `forbidden`, `throttled` and
 * `upstream` are the gateway's, `unreadable`, `offline`, `timeout` and `given-up` (the person stopped waiting) are found
 * in the browser; all others can be Rainbond's own.
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
  /** Rainbond's own words as a person can be shown them (`plainWords`). */
  detail?: string | undefined
  /** Rainbond's English `msg` where it is a sentence: the words that the contract tells refusals apart by. */
  msg?: string | undefined
  /** `invalid`: what is wrong with which field of the request's body. */
  fields?: Readonly<Record<string, string>> | undefined
  /** The HTTP status; none where no answer came. */
  status?: number | undefined
  /** The `code` in Rainbond's body, which is often not the status. */
  code?: number | undefined
  /** What the gateway's log calls this request. */
  requestId?: string | undefined
  /** Seconds until it may be tried again. */
  retryAfter?: number | undefined
  /** `forbidden`: why; `upstream`: what came instead of an answer. */
  reason?: ForbiddenReason | UpstreamReason | undefined
  /** `unreadable`: the field of the answer that did not fit, as `list[3].container_port`. */
  field?: string | undefined
}

/** The one class of everything that a request can fail with. Its words come from the messages, by `kind`. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly kind: ErrorKind
  readonly detail: string | undefined
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
    this.detail = facts.detail
    this.msg = facts.msg
    this.fields = facts.fields
    this.status = facts.status
    this.code = facts.code
    this.requestId = facts.requestId
    this.retryAfter = facts.retryAfter
    this.reason = facts.reason
    this.field = facts.field
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

/** Whether the same read may succeed a moment later: offline, time-out, a 5xx of any sort, or "too frequent". */
export function isPassing(error: unknown): boolean {
  return error instanceof ApiError && passing.has(error.kind)
}

/**
 * Whether a write that failed so may have been carried out all the same, so that only reading again tells
 * (docs/contract.md, "When the cluster behind the console fails").
 */
export function isUnclear(error: unknown): boolean {
  return error instanceof ApiError && unclear.has(error.kind)
}

const final: ReadonlySet<ErrorKind> = new Set([
  'not-found',
  'conflict',
  'wrong-state',
  'invalid',
  'forbidden',
])

/** Whether the same may be asked for again with some hope, by a person: not where it will be refused again. */
export function isWorthRetrying({ kind }: Pick<ErrorFacts, 'kind'>): boolean {
  return !final.has(kind)
}

/** Takes whatever was thrown and gives it as an `ApiError`; what is no `ApiError` is a bug of ours, a `crash`. */
export function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError({ kind: 'crash' }, { cause: error })
}

/** Returns what a failure says as plain data, which can be stored. */
export function factsOf(error: unknown): ErrorFacts {
  const { kind, detail, msg, fields, status, code, requestId, retryAfter, reason, field } = asApiError(error)
  return { kind, detail, msg, fields, status, code, requestId, retryAfter, reason, field }
}
