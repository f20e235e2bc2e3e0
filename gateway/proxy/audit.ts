import type { MiddlewareHandler } from 'hono'
import * as z from 'zod/mini'
import type { ConsoleAnswer } from '../console/answer'
import type { GatewayEnv } from '../http/request'
import type { WriteAttempt } from '../http/write-attempt'
import { type Log, loggedPath, withoutTokens } from '../observe/log'
import { settledBy, settledByFailure, type Settled } from './outcome'

/** Records every write: who did what to which port, and what came of it. */
export interface AuditTrail {
  /**
   * Records that a write is about to be sent. It must not be sent before this resolves, nor if it rejects. The returned
   * function records the outcome; if the process dies before, the first record remains.
   */
  begin(write: WriteAttempt): Promise<(settled: Settled) => Promise<void>>
  /** Records a write that was refused before it was sent. */
  refuse(write: WriteAttempt, settled: Settled): Promise<void>
}

const actionSchema = z.object({ action: z.string() })
const actions: Readonly<Record<string, string>> = { POST: 'add', DELETE: 'delete' }

function actionOf({ method, body }: WriteAttempt): string | undefined {
  if (method !== 'PUT' || body === undefined) return actions[method]
  const read = z.safeParse(actionSchema, JSON.parse(body))
  return read.success ? read.data.action : undefined
}

const withoutTokensIn = (params: NonNullable<WriteAttempt['params']>) =>
  Object.fromEntries(Object.entries(params).map(([name, value = '']) => [name, withoutTokens(value)]))

/**
 * Creates an audit trail that is part of the log: the events `write-start` and `write`, joined by the request id.
 * @param now in milliseconds
 */
export function createLogAudit(log: Log, now: () => number): AuditTrail {
  function note(event: string, write: WriteAttempt, more?: object) {
    const { requestId, address, userId, user, params, body, method, path } = write
    log('audit', event, {
      requestId,
      address,
      userId,
      user,
      ...(params === undefined ? { method, path } : withoutTokensIn(params)),
      action: actionOf(write),
      body: body === undefined ? undefined : withoutTokens(body),
      ...more,
    })
    return Promise.resolve()
  }

  return {
    async begin(write) {
      const startedAt = now()
      await note('write-start', write)
      return (settled) => note('write', write, { ...settled, ms: Math.round(now() - startedAt) })
    },
    refuse: (write, settled) => note('write', write, settled),
  }
}

/** Sends a write between its two records. Resolves and rejects as `send` does. */
export async function audited(
  trail: AuditTrail,
  write: WriteAttempt,
  send: () => Promise<ConsoleAnswer>,
): Promise<ConsoleAnswer> {
  const settle = await trail.begin(write)
  write.begun = true
  try {
    const answer = await send()
    await settle(settledBy(answer))
    return answer
  } catch (error) {
    await settle(settledByFailure(error))
    throw error
  }
}

const changesNothing = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Tells whether a request tries to change something in the console.
 * @param target as the browser sent it
 */
export function isWrite(method: string, target: string): boolean {
  const [path = ''] = target.split('?')
  return !changesNothing.has(method) && path.includes('/openapi/')
}

/** Records every write that anything behind it refuses before it was sent, guards included. */
export function auditRefusals(trail: AuditTrail): MiddlewareHandler<GatewayEnv> {
  return async (c, next) => {
    const { method = '', url = '' } = c.env.incoming
    if (!isWrite(method, url)) return next()
    const { requestId, address } = c.var
    const write: WriteAttempt = { requestId, address, method, path: loggedPath(url) }
    c.set('write', write)
    await next()
    const { refused, reason } = c.var
    if (refused !== undefined && write.begun !== true) {
      await trail.refuse(write, { outcome: 'not-sent', refused, reason })
    }
  }
}
