import type { IncomingMessage } from 'node:http'
import { acceptedToken, type ConsoleAnswer } from '../console/answer'
import type { ClientWatch } from '../http/client-watch'
import { Refusal } from '../http/refusal'
import { refuseBody } from '../http/request'
import type { Projection } from '../projection/project'
import { projectRefusal } from '../projection/refused'
import type { SessionClaims } from '../session/seal'
import { type AllowedCall, createAllowedReads } from './allow-list'
import type { ProxyOptions } from './options'
import { markReadOnlyTeams } from './roles'
import type { SharedReads } from './shared-reads'

/** A read of a browser, and what the log says of it. */
export interface AskedRead {
  readonly incoming: IncomingMessage
  /** Below the base path, as the browser sent it. */
  readonly target: string
  readonly requestId: string
  readonly address: string
  readonly client: ClientWatch
  /** The pattern of the matching route. */
  route?: string
  user?: string
  /** True once the console rejected the session's token. */
  hasEnded?: boolean
}

/** What a browser gets, written by the gateway, so that all readers of JSON agree on it. */
export interface ReadAnswer {
  readonly status: ConsoleAnswer['status']
  /** Null for none. A large one is bytes, which any number of connections hold once. */
  readonly body: string | Buffer | null
}

/** Characters from which an answer is turned into bytes. */
const largeFrom = 64 * 1024

/** Returns what the browser may see of an answer. */
export const projected = ({ status, json }: ConsoleAnswer, success: Projection): unknown =>
  status < 300 ? success(json) : projectRefusal(status, json)

/**
 * Returns what a write may change: a team, or everything where the gateway doesn't know which of its names mean the same
 * team.
 */
export const scopeOf = (teamId: string | undefined): string => teamId ?? 'all'

/**
 * Answers reads of Rainbond's OpenAPI. Identical ones of a session that are under way at once are one call, of which each
 * spends its own budget.
 * @throws Refusal, with the session ended if the console rejected its token
 */
export function createReads(
  options: ProxyOptions,
  shared: SharedReads<ReadAnswer>,
): (asked: AskedRead) => Promise<ReadAnswer> {
  const { call, sessions, cookie, requireMembership, reads, readOnlyRoles } = options
  const allowedRead = createAllowedReads()

  const written = (answer: ConsoleAnswer, { pattern, answer: projection }: AllowedCall): ReadAnswer => {
    const { status, json } = answer
    if (status === 204) return { status, body: null }
    const body = projected(answer, projection)
    const isTeams = pattern === 'teams' && readOnlyRoles !== undefined
    const text = JSON.stringify(isTeams ? markReadOnlyTeams(body, json, readOnlyRoles) : body)
    return { status, body: text.length < largeFrom ? text : Buffer.from(text) }
  }

  async function answerTo(asked: AskedRead, claims: SessionClaims, allowed: AllowedCall) {
    const { requestId, client } = asked
    const { token } = claims
    const person = options.personOf(claims, asked.address)
    reads.take(person)
    refuseBody(asked.incoming)
    const { team, region: cluster } = allowed.params
    const member = team === undefined ? undefined : requireMembership?.(team, { person, token, requestId })
    const own = member instanceof Promise ? await member : member
    const path = allowed.pathFor(own?.id)
    return shared.read({
      key: `${claims.id} ${path}`,
      scope: scopeOf(own?.id),
      client,
      start: async (gone, answerLeft) => {
        const sent = { method: 'GET', path, token, requestId, person, cluster, answerLeft } as const
        return written(acceptedToken(await call(sent, gone)), allowed)
      },
    })
  }

  return async (asked) => {
    const allowed = allowedRead(asked.target)
    asked.route = allowed.pattern
    const opened = cookie.read(asked.incoming.headers.cookie)
    const claims = opened instanceof Promise ? await opened : opened
    if (claims === undefined) throw new Refusal('unauthenticated')
    asked.user = claims.user.nick_name
    try {
      return await answerTo(asked, claims, allowed)
    } catch (error) {
      // The token has expired or was revoked, which ends the session.
      if (error instanceof Refusal && error.kind === 'unauthenticated') {
        sessions.end(claims)
        asked.hasEnded = true
      }
      throw error
    }
  }
}
