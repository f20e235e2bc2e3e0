import * as z from 'zod/mini'
import type { Refusal } from './envelope'

/**
 * What a refusal of the console can mean. After `cluster`, `crash` and `upstream` it is unknown what was done; after all
 * others nothing was (docs/contract.md, "Shapes" and "When the cluster fails").
 */
export type RefusalKind =
  | 'unauthenticated'
  | 'licence'
  | 'not-found'
  | 'conflict'
  | 'wrong-state'
  | 'invalid'
  | 'busy'
  | 'cluster'
  | 'cluster-refused'
  | 'crash'
  | 'duplicate-permission'
  | 'forbidden'
  | 'throttled'
  | 'upstream'

const codeKinds: ReadonlyMap<number, RefusalKind> = new Map([
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

const msgKinds: ReadonlyMap<string, RefusalKind> = new Map([
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

/** Tells whether a `msg` decides the kind of its refusal by itself. */
export const isKnownMsg = (msg: string): boolean => msgKinds.has(msg)

/** Matches the `msg` of two rows for one user: every port route fails until one of them is deleted. */
export const duplicatePermission = /returned more than one EnterpriseUserPerm/

// A failed call of the console to the cluster, in `msg` instead of a sentence.
const clusterCallSchema = z.object({ apitype: z.unknown(), httpcode: z.unknown() })

/** Classifies a refusal by status, `code` and `msg` together, never by the text of `msg_show`. */
export function refusalKind(status: number, { code, msg, err }: Refusal): RefusalKind {
  if (typeof msg === 'string' && duplicatePermission.test(msg)) return 'duplicate-permission'
  const known =
    (code === undefined ? undefined : codeKinds.get(code)) ??
    (typeof msg === 'string' ? msgKinds.get(msg) : undefined)
  if (known) return known
  if (err) return 'invalid'
  if (clusterCallSchema.safeParse(msg).success) return 'cluster'
  // One `msg` for many errors: a wrong state with 400 and 409, the cluster's route with 412.
  if (msg === 'change port fail' && status < 500) return status === 412 ? 'cluster' : 'wrong-state'
  // The endpoints of a third-party component do not allow it: `msg` lists the reasons.
  if (Array.isArray(msg) && status < 500) return 'wrong-state'
  // The console's own crash has the code 10401; any other code that differs from the status came from the cluster.
  if (status >= 500 && code !== undefined && code !== status) return 'cluster'
  return kindOfStatus(status)
}

function kindOfStatus(status: number): RefusalKind {
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
