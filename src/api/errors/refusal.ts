import { type Refusal, refusalSchema } from '../contract/envelope'
import { plainWords } from '../contract/plain-words'
import { refusalKind } from '../contract/refusal-kind'
import { gatewayErrorSchema } from '../contract/session'
import { ApiError, type ErrorKind } from './errors'

/** The parts of an unsuccessful response that say what it means. `body` is undefined where it was not JSON. */
export interface RefusedAnswer {
  status: number
  body: unknown
  requestId?: string | undefined
  /** Seconds, from the header `Retry-After`. */
  retryAfter?: number | undefined
}

function fieldsOf(refusal: Refusal): Record<string, string> | undefined {
  if (refusal.err)
    return Object.fromEntries(
      Object.entries(refusal.err).map(([field, words]) => [
        field,
        [words]
          .flat()
          .map((word) => plainWords(word) ?? '')
          .join(' '),
      ]),
    )
  const field = fieldOf(refusal)
  return field === undefined ? undefined : { [field]: plainWords(refusal.msg_show) ?? '' }
}

// Rainbond names the field only in its validation errors; each of these errors can only be about one.
function fieldOf({ code, msg }: Refusal): string | undefined {
  if (code === 20501 || msg === 'component port out of range') return 'port'
  if (msg === 'add port error') return 'port_alias'
  if (code === 20500) return 'k8s_service_name'
  const isDomainRule =
    typeof msg === 'string' && /^(regex used for validation|k8s_service_name must)/.test(msg)
  return isDomainRule ? 'k8s_service_name' : undefined
}

/**
 * Classifies an unsuccessful response by status, `code` and `msg` together, never by the text of `msg_show`
 * (docs/contract.md, "Shapes").
 */
export function toApiError({ status, body, requestId, retryAfter }: RefusedAnswer): ApiError {
  const own = gatewayErrorSchema.safeParse(body)
  if (own.success) {
    const { detail: gatewayDetail, ...error } = own.data.error
    return new ApiError({ retryAfter, ...error, gatewayDetail, status })
  }

  const parsed = refusalSchema.safeParse(body)
  // Not a JSON object: an HTML page of the console (404) or of something in front of it.
  if (!parsed.success) {
    // With 431, the gateway could not read the request far enough to know that a script sent it.
    const kind =
      status === 404 ? 'not-found' : status === 429 ? 'throttled' : status === 431 ? 'forbidden' : 'upstream'
    const reason = kind === 'upstream' ? 'not-json' : kind === 'forbidden' ? 'too-many-cookies' : undefined
    return new ApiError({ kind, reason, status, requestId, retryAfter })
  }
  const refusal = parsed.data
  const kind = refusalKind(status, refusal)
  return new ApiError({
    kind,
    status,
    requestId,
    retryAfter,
    code: refusal.code,
    msg: typeof refusal.msg === 'string' ? plainWords(refusal.msg) : undefined,
    detail: detailOf(kind, refusal),
    fields: fieldsOf(refusal),
  })
}

function detailOf(kind: ErrorKind, { msg, msg_show: shown, detail }: Refusal): string | undefined {
  // The console's internal error tells nothing but its traceback.
  if (kind === 'crash' || kind === 'duplicate-permission') return undefined
  return plainWords(shown) ?? plainWords(detail) ?? (kind === 'cluster-refused' ? plainWords(msg) : undefined)
}
