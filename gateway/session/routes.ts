import type { Context, Handler } from 'hono'
import * as z from 'zod/mini'
import { refusalSchema } from '../../src/api/contract/envelope'
import { currentUserSchema, type Session, type User } from '../../src/api/contract/session'
import { signInBodySchema } from '../../src/api/contract/request-bodies'
import { acceptedToken, isLicenceProblem } from '../console/answer'
import type { ConsoleCall } from '../console/console-calls'
import { troubleRefusal } from '../console/trouble/trouble'
import { Refusal } from '../http/refusal'
import { type GatewayEnv, readJsonBody, refuseBody } from '../http/request'
import type { SignInGuard } from '../limits/sign-in-guard'
import type { Log } from '../observe/log'
import type { SessionCookie } from './cookie'
import type { Sessions } from './sessions'

/** The largest body of `POST /session`, in bytes. */
const bodyLimit = 4096

/** Matches tokens that fit into a header. The console would reject any other too. */
const sendable = /^[\x21-\x7e]+$/

const withoutEnterprise = {
  en: 'The owner of this token belongs to no enterprise.',
  zh: '该令牌的用户不属于任何企业。',
}

export interface SessionRoutesOptions {
  readonly call: ConsoleCall
  readonly sessions: Sessions
  readonly cookie: SessionCookie
  readonly guard: SignInGuard
  readonly log: Log
  /** Called with the outcome of every sign-in. */
  readonly observe: (outcome: string) => void
  /** Whether everything that a browser stores for the origin is Portdeck's, so that signing out may clear it. */
  readonly ownsOrigin: boolean
  /** The part of `Session` that is the same for everybody. */
  readonly about: Omit<Session, 'user'>
}

export interface SessionRoutes {
  readonly show: Handler<GatewayEnv>
  readonly signIn: Handler<GatewayEnv>
  readonly signOut: Handler<GatewayEnv>
}

/** Handles `GET`, `POST` and `DELETE /session`. No answer ever contains the token. */
export function sessionRoutes(options: SessionRoutesOptions): SessionRoutes {
  const { sessions, cookie, guard, log, observe, about, ownsOrigin } = options
  const answer = (c: Context<GatewayEnv>, user: User | null) => c.json({ ...about, user } satisfies Session)

  return {
    async show(c) {
      c.set('route', 'session')
      const claims = await cookie.read(c.env.incoming.headers.cookie)
      if (claims === undefined) return answer(c, null)
      await cookie.touch(c, claims)
      return answer(c, claims.user)
    },

    async signIn(c) {
      c.set('route', 'session')
      const body = z.safeParse(signInBodySchema, await readJsonBody(c, bodyLimit))
      if (!body.success) throw new Refusal('invalid', { detail: 'The body must be {"token": "…"}.' })
      const token = body.data.token.trim()
      const { requestId, address } = c.var
      try {
        const user = await guard.try(address, () => ownerOf(options.call, token, requestId))
        // Nobody can reach the former session of this browser any more, except with a copy of its cookie.
        for (const former of await cookie.readAll(c)) sessions.end(former)
        const claims = sessions.begin(token, user)
        observe('done')
        log('audit', 'sign-in', { requestId, address, userId: user.user_id, user: user.nick_name })
        c.set('user', user.nick_name)
        await cookie.write(c, claims)
        return answer(c, claims.user)
      } catch (error) {
        const refused = error instanceof Refusal ? error.kind : 'crash'
        observe(refused)
        log('audit', 'sign-in', { requestId, address, refused })
        throw error
      }
    },

    async signOut(c) {
      c.set('route', 'session')
      refuseBody(c.env.incoming)
      const { requestId, address } = c.var
      for (const claims of await cookie.readAll(c)) {
        sessions.end(claims)
        const { user_id: userId, nick_name: user } = claims.user
        log('audit', 'sign-out', { requestId, address, userId, user })
      }
      cookie.clear(c)
      if (ownsOrigin) c.header('Clear-Site-Data', '"storage"')
      return answer(c, null)
    },
  }
}

/**
 * Asks the console whose token it is.
 * @throws Refusal `unauthenticated` for a wrong token, `licence`, or `upstream`
 */
async function ownerOf(call: ConsoleCall, token: string, requestId: string): Promise<User> {
  if (!sendable.test(token)) throw new Refusal('unauthenticated')
  const found = acceptedToken(
    await call({ method: 'GET', path: '/openapi/v1/currentuser', token, requestId, person: null }),
  )
  if (isLicenceProblem(found)) throw new Refusal('licence')
  const current = z.safeParse(currentUserSchema, found.json)
  if (found.status === 200 && current.success) return current.data.bean
  const refusal = z.safeParse(refusalSchema, found.json)
  // A valid token of a person without an enterprise, who cannot do anything here.
  if (found.status === 404 && refusal.success && typeof refusal.data.msg_show === 'string') {
    throw new Refusal('unauthenticated', { detail: withoutEnterprise })
  }
  throw troubleRefusal({ cause: 'unreadable', status: found.status })
}
