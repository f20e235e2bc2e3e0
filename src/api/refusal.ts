import * as z from 'zod/mini'
import { refusalSchema, type Refusal } from './contract/envelope'
import { gatewayErrorSchema } from './contract/session'
import { ApiError, type ErrorKind } from './errors'

/** The part of an answer that a refusal is read from. `body` is what JSON gave, undefined where it was none. */
export interface RefusedAnswer {
  status: number
  body: unknown
  requestId?: string | undefined
  /** Seconds, from the header `Retry-After`. */
  retryAfter?: number | undefined
}

const detailLimit = 400

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
  ['inner port is not open', 'wrong-state'],
  ['can not delete inner port', 'wrong-state'],
  ['can not delete outer port', 'wrong-state'],
  ['contains custom domains', 'wrong-state'],
  ['component port out of range', 'invalid'],
  ['params error', 'invalid'],
  ['add port error', 'invalid'],
])

// The console's failed call to the cluster, in `msg` instead of a sentence.
const clusterCallSchema = z.object({ apitype: z.unknown(), httpcode: z.unknown() })

function kindOf(status: number, refusal: Refusal): ErrorKind {
  const { code, msg } = refusal
  const known =
    (code === undefined ? undefined : codeKinds.get(code)) ??
    (typeof msg === 'string' ? msgKinds.get(msg) : undefined)
  if (known) return known
  if (refusal.err) return 'invalid'
  if (clusterCallSchema.safeParse(msg).success) return 'cluster'
  // One `msg` for many refusals: of a state with 400 and 409, of the cluster's route with 412.
  if (msg === 'change port fail') return status === 412 ? 'cluster' : 'wrong-state'
  // A third-party component's endpoints do not allow it: `msg` lists the reasons.
  if (Array.isArray(msg)) return 'wrong-state'
  return kindOfStatus(status)
}

function kindOfStatus(status: number): ErrorKind {
  if (status === 401) return 'unauthenticated'
  if (status === 403) return 'forbidden'
  // An older Rainbond does not know some routes, or not by this method.
  if (status === 404 || status === 405) return 'not-found'
  if (status === 409) return 'conflict'
  if (status === 412) return 'wrong-state'
  if (status === 429) return 'throttled'
  if (status === 500) return 'crash'
  return status >= 500 ? 'upstream' : 'invalid'
}

function sentence(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.trim() === '' || /traceback|<\/?[a-z]+[^>]*>/i.test(value))
    return undefined
  return value.length > detailLimit ? `${value.slice(0, detailLimit)}…` : value
}

function fieldsOf(refusal: Refusal): Record<string, string> | undefined {
  if (refusal.err)
    return Object.fromEntries(
      Object.entries(refusal.err).map(([field, words]) => [
        field,
        [words]
          .flat()
          .map((word) => sentence(word) ?? '')
          .join(' '),
      ]),
    )
  const field = fieldOf(refusal)
  return field === undefined ? undefined : { [field]: sentence(refusal.msg_show) ?? '' }
}

// Rainbond names the field only in its validation errors; of these refusals it can be only one.
function fieldOf({ code, msg }: Refusal): string | undefined {
  if (code === 20501 || msg === 'component port out of range') return 'port'
  if (msg === 'add port error') return 'port_alias'
  if (code === 20500) return 'k8s_service_name'
  const isDomainRule =
    typeof msg === 'string' && /^(regex used for validation|k8s_service_name must)/.test(msg)
  return isDomainRule ? 'k8s_service_name' : undefined
}

/**
 * Takes an answer that is not a success and gives what it means. Told apart by status, `code` and `msg` together,
 * never by the words of `msg_show` (docs/contract.md, "Shapes of an answer").
 */
export function toApiError({ status, body, requestId, retryAfter }: RefusedAnswer): ApiError {
  const own = gatewayErrorSchema.safeParse(body)
  if (own.success) return new ApiError({ retryAfter, ...own.data.error, status })

  const parsed = refusalSchema.safeParse(body)
  // No JSON object at all: an HTML page of the console (404) or of something in front of it.
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
    msg: typeof refusal.msg === 'string' ? sentence(refusal.msg) : undefined,
    detail: kind === 'crash' ? undefined : (sentence(refusal.msg_show) ?? sentence(refusal.detail)),
    fields: fieldsOf(refusal),
  })
}
