import type { StopSignal } from '../http/stop'
import type { Trouble } from './trouble/trouble'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** One call of the console. It carries nothing else of the browser's request. */
export interface UpstreamRequest {
  readonly method: Method
  /** Starts with `/openapi/v1/`; encoded, with its query. */
  readonly path: string
  /** Sent raw, without a prefix (docs/contract.md, "Authentication"). Absent: only a check that the console is there. */
  readonly token?: string
  /** JSON text. */
  readonly body?: string
  /** Appears in the console's log too. */
  readonly requestId: string
  /** Aborts when the call takes too long or the client is gone. */
  readonly signal: StopSignal
  /** Called with the number of bytes of each part of the answer; throws if no more may be read. */
  readonly received?: (bytes: number) => void
}

export interface UpstreamAnswer {
  readonly status: number
  /** Empty if there is none. */
  readonly contentType: string
  readonly body: string
  /** Where a redirect points to, as the console wrote it. */
  readonly location?: string
  /** The header `Retry-After`, as the console wrote it. */
  readonly retryAfter?: string
}

/** Why there was no complete answer. */
export type UpstreamFailureKind = 'unreachable' | 'broken' | 'too-large'

/** The connection to the console could not be made, or broke before the complete answer arrived. */
export class UpstreamFailure extends Error {
  override readonly name = 'UpstreamFailure'
  readonly kind: UpstreamFailureKind
  /** What exactly happened, if that is known. */
  readonly trouble: Trouble | undefined

  constructor(kind: UpstreamFailureKind, options?: ErrorOptions & { readonly trouble?: Trouble }) {
    super(`the console: ${kind}`, options)
    this.kind = kind
    this.trouble = options?.trouble
  }
}

/**
 * Answers calls: a console over HTTP or the embedded emulator. Resolves with any answer, refusals included.
 * @throws UpstreamFailure, the signal's reason, or what `received` throws
 */
export type Upstream = (request: UpstreamRequest) => Promise<UpstreamAnswer>

/** Returns all headers of a call. */
export function upstreamHeaders({ token, body, requestId }: UpstreamRequest): Record<string, string> {
  return {
    accept: 'application/json',
    'user-agent': 'Portdeck',
    'x-request-id': requestId,
    ...(token !== undefined && { authorization: token }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
  }
}
