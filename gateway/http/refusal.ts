import type {
  ForbiddenReason,
  GatewayError,
  GatewayErrorKind,
  UpstreamReason,
} from '../../src/api/contract/session'

const statuses = {
  unauthenticated: 401,
  licence: 401,
  forbidden: 403,
  throttled: 429,
  upstream: 502,
  timeout: 504,
  invalid: 400,
  'not-found': 404,
  crash: 500,
} as const satisfies Record<GatewayErrorKind, number>

export interface RefusalFacts {
  readonly reason?: ForbiddenReason | UpstreamReason
  /** Seconds until it may be tried again. */
  readonly retryAfter?: number
  /** A sentence for a person who looks closer; never what the browser or the console sent. */
  readonly detail?: string
  /** Where the kind's own status is not the right one. */
  readonly status?: 404 | 413 | 415 | 421 | 431 | 503
}

/** What the gateway itself answers instead of Rainbond; thrown anywhere on the way, and written in one place. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly kind: GatewayErrorKind
  readonly facts: RefusalFacts

  constructor(kind: GatewayErrorKind, facts: RefusalFacts = {}, options?: ErrorOptions) {
    super(facts.detail ?? kind, options)
    this.kind = kind
    this.facts = facts
  }

  get status() {
    return this.facts.status ?? statuses[this.kind]
  }

  /** The body that goes to the browser; it cannot be mistaken for one of Rainbond's. */
  body(requestId: string): { error: GatewayError } {
    const { reason, retryAfter, detail } = this.facts
    return {
      error: {
        kind: this.kind,
        requestId,
        ...(reason !== undefined && { reason }),
        ...(retryAfter !== undefined && { retryAfter }),
        ...(detail !== undefined && { detail }),
      },
    }
  }
}
