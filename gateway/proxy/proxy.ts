import type { Context, Handler } from 'hono'
import { acceptedToken, type ConsoleAnswer } from '../console/answer'
import { watchClient } from '../http/client-watch'
import { Refusal } from '../http/refusal'
import { type GatewayEnv, readJsonBody, refuseBody } from '../http/request'
import type { WriteAttempt } from '../http/write-attempt'
import type { SessionClaims } from '../session/seal'
import { allowedCall, type AllowedCall } from './allow-list'
import { audited } from './audit'
import type { ProxyOptions } from './options'
import { type AskedRead, createReads, projected, type ReadAnswer, scopeOf } from './reads'
import { refuseReadOnlyRoles } from './roles'
import { createSharedReads, type SharedReads } from './shared-reads'

/** The largest body of a write, in bytes. */
const bodyLimit = 16 * 1024

/**
 * Passes calls of Rainbond's OpenAPI on to the console, if the allow-list has the route and the person is signed in and
 * in the team. Path, query and body are written by the gateway from their parsed parts; nothing else of the browser's
 * request is sent, and nothing else of the console's answer returned than what the route projects.
 */
export function createProxy(options: ProxyOptions): {
  readonly read: (asked: AskedRead) => Promise<ReadAnswer>
  readonly handle: Handler<GatewayEnv>
} {
  const { cookie, basePath } = options
  const shared = createSharedReads<ReadAnswer>()
  const read = createReads(options, shared)

  async function handleRead(c: Context<GatewayEnv>, target: string) {
    const { incoming } = c.env
    const { requestId, address } = c.var
    const asked: AskedRead = { incoming, target, requestId, address, client: watchClient(c.env) }
    try {
      const { status, body } = await read(asked)
      if (status === 204 || body === null) return c.body(null, 204)
      return c.body(typeof body === 'string' ? body : new Uint8Array(body), status, {
        'Content-Type': 'application/json',
      })
    } catch (error) {
      if (asked.hasEnded === true) cookie.clear(c)
      throw error
    } finally {
      c.set('route', asked.route)
      c.set('user', asked.user)
    }
  }

  return {
    read,
    async handle(c) {
      const target = (c.env.incoming.url ?? '').slice(basePath.length)
      return c.req.method === 'GET' ? handleRead(c, target) : handleWrite(c, target, options, shared)
    },
  }
}

async function handleWrite(
  c: Context<GatewayEnv>,
  target: string,
  options: ProxyOptions,
  shared: SharedReads<ReadAnswer>,
) {
  const { sessions, cookie } = options
  const allowed = allowedCall(c.req.method, target)
  c.set('route', allowed.pattern)
  const claims = await cookie.read(c.env.incoming.headers.cookie)
  if (claims === undefined) throw new Refusal('unauthenticated')
  c.set('user', claims.user.nick_name)
  Object.assign(c.get('write') ?? {}, whoAndWhere(claims, allowed))
  try {
    const answer = await passOn(c, claims, allowed, options, shared)
    if (answer.status === 204) return c.body(null, 204)
    return c.json(projected(answer, allowed.answer), answer.status)
  } catch (error) {
    // The token has expired or was revoked, which ends the session.
    if (error instanceof Refusal && error.kind === 'unauthenticated') {
      sessions.end(claims)
      cookie.clear(c)
    }
    throw error
  }
}

const whoAndWhere = ({ user }: SessionClaims, { params }: AllowedCall) =>
  ({ userId: user.user_id, user: user.nick_name, params }) satisfies Partial<WriteAttempt>

async function passOn(
  c: Context<GatewayEnv>,
  claims: SessionClaims,
  allowed: AllowedCall,
  options: ProxyOptions,
  shared: SharedReads<ReadAnswer>,
): Promise<ConsoleAnswer> {
  const { call, requireMembership, writes, readOnly, readOnlyRoles, audit } = options
  const { requestId, address, write } = c.var
  const person = options.personOf(claims, address)
  writes.take(person)
  if (readOnly) throw new Refusal('forbidden', { reason: 'read-only' })
  const body = await readAllowedBody(c, allowed)
  if (write === undefined) throw new Error('a write that the audit trail does not know')
  write.body = body
  const { team, region: cluster } = allowed.params
  const own =
    team === undefined ? undefined : await requireMembership?.(team, { person, ...asker(claims, requestId) })
  if (own !== undefined && readOnlyRoles !== undefined) refuseReadOnlyRoles(own.roles, readOnlyRoles)
  const answerLeft = watchClient(c.env).left
  const ended = shared.writing(scopeOf(own?.id))
  try {
    return await audited(audit, write, async () =>
      acceptedToken(
        // Never aborted: its outcome goes to the audit trail even when the client is gone.
        await call({
          method: allowed.method,
          path: allowed.pathFor(own?.id),
          person,
          cluster,
          answerLeft,
          ...asker(claims, requestId),
          ...(body !== undefined && { body }),
        }),
      ),
    )
  } finally {
    ended()
  }
}

const asker = ({ token }: SessionClaims, requestId: string) => ({ token, requestId })

async function readAllowedBody(
  c: Context<GatewayEnv>,
  { body: schema }: AllowedCall,
): Promise<string | undefined> {
  if (schema === null) {
    refuseBody(c.env.incoming)
    return undefined
  }
  const body = schema.safeParse(await readJsonBody(c, bodyLimit))
  if (!body.success) {
    throw new Refusal('invalid', { detail: 'The body does not have the form that this request needs.' })
  }
  return JSON.stringify(body.data)
}
