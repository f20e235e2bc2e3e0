import type {
  ForbiddenReason,
  GatewayError,
  GatewayErrorKind,
  UpstreamReason,
} from '../../src/api/contract/session'
import type { Language, Sentence } from './language'

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
  /** Seconds until the next try makes sense. */
  readonly retryAfter?: number
  /**
   * A sentence with details for the reader, which the app shows unchanged. It never repeats what the browser or the
   * console sent, except the host to which the console redirected.
   */
  readonly detail?: string | Sentence
  /** What the request's line in the log adds. */
  readonly logged?: Readonly<Record<string, string | number | undefined>>
  /** Replaces the status of the kind. */
  readonly status?: 404 | 405 | 408 | 413 | 415 | 417 | 421 | 431 | 503
}

/** The gateway's own answer in place of Rainbond's. Thrown anywhere in a request, written by the app's error handler. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly kind: GatewayErrorKind
  readonly facts: RefusalFacts

  constructor(kind: GatewayErrorKind, facts: RefusalFacts = {}, options?: ErrorOptions) {
    super(sentence(facts.detail) ?? kind, options)
    this.kind = kind
    this.facts = facts
  }

  get status() {
    return this.facts.status ?? statuses[this.kind]
  }

  /** Returns the body for the browser, whose shape no answer of Rainbond has. */
  body(requestId: string, language?: Language): { error: GatewayError } {
    const { reason, retryAfter } = this.facts
    const detail = sentence(this.facts.detail, language)
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

function sentence(detail: RefusalFacts['detail'], language: Language = 'en'): string | undefined {
  return typeof detail === 'object' ? detail[language] : detail
}
