export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** One call of the console. Nothing else of what a browser sent goes with it. */
export interface UpstreamRequest {
  readonly method: Method
  /** From `/openapi/v1/` on, encoded, with its query. */
  readonly path: string
  /** Sent raw, without a prefix (docs/contract.md, "Authentication"). None: the console is only asked whether it is there. */
  readonly token?: string
  /** JSON text. */
  readonly body?: string
  /** Named in the console's log too. */
  readonly requestId: string
  /** Aborted when the call has taken too long, or nobody waits for it any more. */
  readonly signal: AbortSignal
}

export interface UpstreamAnswer {
  readonly status: number
  /** Empty where there is none. */
  readonly contentType: string
  readonly body: string
}

/** Why no whole answer came. */
export type UpstreamFailureKind = 'unreachable' | 'broken' | 'too-large'

/** The connection to the console failed: it could not be made, or broke before the whole answer was here. */
export class UpstreamFailure extends Error {
  override readonly name = 'UpstreamFailure'
  readonly kind: UpstreamFailureKind

  constructor(kind: UpstreamFailureKind, options?: ErrorOptions) {
    super(`the console: ${kind}`, options)
    this.kind = kind
  }
}

/**
 * Whoever answers the calls: a console over HTTP, or the embedded emulator. Gives whatever was answered, refusals too;
 * throws `UpstreamFailure`, or the signal's reason.
 */
export type Upstream = (request: UpstreamRequest) => Promise<UpstreamAnswer>

/** The only headers that a call carries. */
export function upstreamHeaders({ token, body, requestId }: UpstreamRequest): Record<string, string> {
  return {
    accept: 'application/json',
    'user-agent': 'Portdeck',
    'x-request-id': requestId,
    ...(token !== undefined && { authorization: token }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
  }
}
