import type { Context, Handler } from 'hono'
import { allowedCall, type AllowedCall } from './allow-list'
import { acceptedToken, type ConsoleCall } from './console-calls'
import { Refusal } from './errors'
import type { GatewayEnv } from './gateway-env'
import { readJsonBody, refuseBody } from './request-body'
import type { SessionCookie } from './session-cookie'
import type { Sessions } from './session'

/** Bytes of the body of a write. */
const bodyLimit = 16 * 1024

export interface ProxyOptions {
  readonly call: ConsoleCall
  readonly sessions: Sessions
  readonly cookie: SessionCookie
  readonly readOnly: boolean
}

/**
 * Passes a call of Rainbond's OpenAPI on: what the allow-list knows, from a person who is signed in, with nothing of the
 * browser's but the route, its query, and a body of the known shape, each written anew.
 */
export function proxy({ call, sessions, cookie, readOnly }: ProxyOptions): Handler<GatewayEnv> {
  return async (c) => {
    const allowed = allowedCall(c.req.method, c.env.incoming.url ?? '')
    const claims = await cookie.read(c)
    if (claims === undefined) throw new Refusal('unauthenticated')
    if (readOnly && allowed.method !== 'GET') throw new Refusal('forbidden', { reason: 'read-only' })
    const body = await readAllowedBody(c, allowed)
    try {
      const answer = acceptedToken(
        await call(
          {
            method: allowed.method,
            path: allowed.path,
            token: claims.token,
            requestId: c.get('requestId'),
            ...(body !== undefined && { body }),
          },
          // A write is never given up: what becomes of it has to be known, even when nobody waits.
          allowed.method === 'GET' ? c.req.raw.signal : undefined,
        ),
      )
      await cookie.touch(c, claims)
      if (answer.body === null || answer.status === 204) return c.body(null, 204)
      return c.body(answer.body, answer.status, { 'Content-Type': 'application/json' })
    } catch (error) {
      // The token has expired or was withdrawn: with it the session is over.
      if (error instanceof Refusal && error.kind === 'unauthenticated') {
        sessions.end(claims)
        cookie.clear(c)
      }
      throw error
    }
  }
}

async function readAllowedBody(
  c: Context<GatewayEnv>,
  { body: schema }: AllowedCall,
): Promise<string | undefined> {
  if (schema === null) {
    refuseBody(c)
    return undefined
  }
  const body = schema.safeParse(await readJsonBody(c, bodyLimit))
  if (!body.success)
    throw new Refusal('invalid', { detail: 'The body has not the shape that this request takes.' })
  return JSON.stringify(body.data)
}
