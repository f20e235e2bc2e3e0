import * as z from 'zod/mini'
import { type Refusal, refusalSchema } from '../contract/envelope'
import { gatewayErrorSchema } from '../contract/session'
import { ApiError, type ErrorKind } from './errors'
import { plainWords } from './plain-words'

/** The parts of an unsuccessful response that say what it means. `body` is undefined where it was not JSON. */
export interface RefusedAnswer {
  status: number
  body: unknown
  requestId?: string | undefined
  /** Seconds, from the header `Retry-After`. */
  retryAfter?: number | undefined
}

const codeKinds: ReadonlyMap<number, ErrorKind> = new Map([
  [10400, 'licence'],
  [10401, 'crash'],
  [10406, 'cluster'],
  [10411, 'cluster'],
  [20400, 'invalid'],
  [20500, 'conflict'],
  [20501, 'conflict'],
  [2001, 'wrong-state'],
  [2002, 'wrong-state'],
  [1000, 'not-found'],
  [3000, 'not-found'],
])

const msgKinds: ReadonlyMap<string, ErrorKind> = new Map([
  ['wait a moment please', 'busy'],
  ['region no found this resource', 'cluster'],
  ['request region api body is nil', 'cluster'],
  ['component port already exists', 'conflict'],
  ['k8s service name already exists', 'conflict'],
  ['inner port is not open', 'wrong-state'],
  ['can not delete inner port', 'wrong-state'],
  ['can not delete outer port', 'wrong-state'],
  ['contains custom domains', 'wrong-state'],
  ['component port out of range', 'invalid'],
  ['params error', 'invalid'],
  ['add port error', 'invalid'],
])

// Two rows for one user: every port route fails until one of them is deleted.
const duplicatePermission = /returned more than one EnterpriseUserPerm/

// A failed call of the console to the cluster, in `msg` instead of a sentence.
const clusterCallSchema = z.object({ apitype: z.unknown(), httpcode: z.unknown() })

function kindOf(status: number, refusal: Refusal): ErrorKind {
  const { code, msg } = refusal
  if (typeof msg === 'string' && duplicatePermission.test(msg)) return 'duplicate-permission'
  const known =
    (code === undefined ? undefined : codeKinds.get(code)) ??
    (typeof msg === 'string' ? msgKinds.get(msg) : undefined)
  if (known) return known
  if (refusal.err) return 'invalid'
  if (clusterCallSchema.safeParse(msg).success) return 'cluster'
  // One `msg` for many errors: a wrong state with 400 and 409, the cluster's route with 412.
  if (msg === 'change port fail') return status === 412 ? 'cluster' : 'wrong-state'
  // The endpoints of a third-party component do not allow it: `msg` lists the reasons.
  if (Array.isArray(msg)) return 'wrong-state'
  // The console's own crash has the code 10401; any other code that differs from the status came from the cluster.
  if (status >= 500 && code !== undefined && code !== status) return 'cluster'
  return kindOfStatus(status)
}

function kindOfStatus(status: number): ErrorKind {
  if (status === 401) return 'unauthenticated'
  if (status === 403) return 'forbidden'
  // An older Rainbond lacks some routes, or a method of them.
  if (status === 404 || status === 405) return 'not-found'
  // A conflict has a code or a `msg` of its own; any other 409 was passed on from the cluster.
  if (status === 409) return 'cluster-refused'
  if (status === 412) return 'wrong-state'
  if (status === 429) return 'throttled'
  if (status === 500) return 'crash'
  return status >= 500 ? 'upstream' : 'invalid'
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
  if (own.success)
    return new ApiError({ retryAfter, ...own.data.error, detail: plainWords(own.data.error.detail), status })

  const parsed = refusalSchema.safeParse(body)
  // Not a JSON object: an HTML page of the console (404) or of something in front of it.
  if (!parsed.success) {
    const kind = status === 404 ? 'not-found' : status === 429 ? 'throttled' : 'upstream'
    const reason = kind === 'upstream' ? 'not-json' : undefined
    return new ApiError({ kind, reason, status, requestId, retryAfter })
  }
  const refusal = parsed.data
  const kind = kindOf(status, refusal)
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
