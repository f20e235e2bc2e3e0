import type { Context, Handler } from 'hono'
import { acceptedToken, type ConsoleAnswer } from '../console/answer'
import type { ConsoleCall } from '../console/console-calls'
import { watchClient } from '../http/client-watch'
import { Refusal } from '../http/refusal'
import { type GatewayEnv, readJsonBody, refuseBody } from '../http/request'
import type { WriteAttempt } from '../http/write-attempt'
import type { Budget } from '../limits/budget'
import type { Projection } from '../projection/project'
import { projectRefusal } from '../projection/refused'
import type { SessionCookie } from '../session/cookie'
import type { SessionClaims } from '../session/seal'
import type { Sessions } from '../session/sessions'
import { allowedCall, type AllowedCall } from './allow-list'
import { audited, type AuditTrail } from './audit'
import type { RequireMembership } from './membership'
import { markReadOnlyTeams, refuseReadOnlyRoles } from './roles'

/** The largest body of a write, in bytes. */
const bodyLimit = 16 * 1024

export interface ProxyOptions {
  readonly call: ConsoleCall
  readonly sessions: Sessions
  readonly cookie: SessionCookie
  /** Undefined if membership is not checked. */
  readonly requireMembership: RequireMembership | undefined
  /** Returns the key of a person's share of every limit. */
  readonly personOf: (claims: SessionClaims, address: string) => string
  /** The budgets of each person. */
  readonly reads: Budget
  readonly writes: Budget
  readonly audit: AuditTrail
  /** Precedes the path of every request. */
  readonly basePath: string
  readonly readOnly: boolean
  /** Who has only such roles in a team changes nothing there. */
  readonly readOnlyRoles: ReadonlySet<string> | undefined
}

/**
 * Passes calls of Rainbond's OpenAPI on to the console, if the allow-list has the route and the person is signed in and
 * in the team. Path, query and body are written by the gateway from their parsed parts; nothing else of the browser's
 * request is sent, and nothing else of the console's answer returned than what the route projects.
 */
export function proxy(options: ProxyOptions): Handler<GatewayEnv> {
  const { sessions, cookie, basePath, readOnlyRoles } = options

  return async (c) => {
    const target = (c.env.incoming.url ?? '').slice(basePath.length)
    const allowed = allowedCall(c.req.method, target)
    c.set('route', allowed.pattern)
    const claims = await cookie.read(c)
    if (claims === undefined) throw new Refusal('unauthenticated')
    c.set('user', claims.user.nick_name)
    Object.assign(c.get('write') ?? {}, whoAndWhere(claims, allowed))
    try {
      const answer = await passOn(c, claims, allowed, options)
      if (answer.status === 204) return c.body(null, 204)
      const body = projected(answer, allowed.answer)
      const isTeams = allowed.pattern === 'teams' && readOnlyRoles !== undefined
      return c.json(isTeams ? markReadOnlyTeams(body, answer.json, readOnlyRoles) : body, answer.status)
    } catch (error) {
      // The token has expired or was revoked, which ends the session.
      if (error instanceof Refusal && error.kind === 'unauthenticated') {
        sessions.end(claims)
        cookie.clear(c)
      }
      throw error
    }
  }
}

/** Returns what the browser may see of an answer. Written by the gateway, so that all readers of JSON agree on it. */
function projected({ status, json }: ConsoleAnswer, success: Projection) {
  return status < 300 ? success(json) : projectRefusal(status, json)
}

const whoAndWhere = ({ user }: SessionClaims, { params }: AllowedCall) =>
  ({ userId: user.user_id, user: user.nick_name, params }) satisfies Partial<WriteAttempt>

async function passOn(
  c: Context<GatewayEnv>,
  claims: SessionClaims,
  allowed: AllowedCall,
  options: ProxyOptions,
): Promise<ConsoleAnswer> {
  const { call, requireMembership, reads, writes, readOnly, readOnlyRoles, audit } = options
  const { requestId, address, write } = c.var
  const isRead = allowed.method === 'GET'
  const budget = isRead ? reads : writes
  const person = options.personOf(claims, address)
  budget.take(person)
  if (readOnly && !isRead) throw new Refusal('forbidden', { reason: 'read-only' })
  const body = await readAllowedBody(c, allowed)
  if (write !== undefined) write.body = body
  const { team } = allowed.params
  const own =
    team === undefined ? undefined : await requireMembership?.(team, { person, ...asker(claims, requestId) })
  if (!isRead && own !== undefined && readOnlyRoles !== undefined)
    refuseReadOnlyRoles(own.roles, readOnlyRoles)
  const client = watchClient(c.env)
  const send = async () =>
    acceptedToken(
      await call(
        {
          method: allowed.method,
          path: allowed.pathFor(own?.id),
          person,
          cluster: allowed.params.region,
          answerLeft: client.left,
          ...asker(claims, requestId),
          ...(body !== undefined && { body }),
        },
        // A write is never aborted: its outcome goes to the audit trail even when the client is gone.
        isRead ? client.gone : undefined,
      ),
    )
  if (isRead) return send()
  if (write === undefined) throw new Error('a write that the audit trail does not know')
  return audited(audit, write, send)
}

const asker = ({ token }: SessionClaims, requestId: string) => ({ token, requestId })

async function readAllowedBody(
  c: Context<GatewayEnv>,
  { body: schema }: AllowedCall,
): Promise<string | undefined> {
  if (schema === null) {
    refuseBody(c)
    return undefined
  }
  const body = schema.safeParse(await readJsonBody(c, bodyLimit))
  if (!body.success) {
    throw new Refusal('invalid', { detail: 'The body does not have the form that this request needs.' })
  }
  return JSON.stringify(body.data)
}
