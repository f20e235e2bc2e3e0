import * as z from 'zod/mini'
import { refusalSchema } from '../../src/api/contract/envelope'
import type { ConsoleAnswer } from '../console/answer'
import { Refusal } from '../http/refusal'
import type { Log } from '../observe/log'
import type { SessionClaims } from '../session/seal'
import type { AllowedCall } from './allow-list'

/** A write in progress. The proxy adds `body` and `sent` on the way. */
export interface Write {
  readonly requestId: string
  readonly address: string
  readonly claims: SessionClaims
  readonly call: AllowedCall
  /** The body for the console. */
  body?: string | undefined
  /** True once the console may have carried it out. */
  sent?: boolean
}

/** Runs a write and logs who did what, and the outcome. Resolves and rejects as `run` does. */
export type Audit = (write: Write, run: () => Promise<ConsoleAnswer>) => Promise<ConsoleAnswer>

/** The outcome of a write; `unclear` if only reading again can tell. */
type Outcome = 'done' | 'refused' | 'unclear'

const clusterUnreachable = 10411

function outcomeOf({ status, json }: ConsoleAnswer): Outcome {
  if (status < 300) return 'done'
  const refusal = z.safeParse(refusalSchema, json)
  const { code, msg } = refusal.success ? refusal.data : {}
  // `msg` is an object where the console's call to its cluster failed (docs/contract.md, the last table).
  const clusterFailed =
    code === clusterUnreachable || (typeof msg === 'object' && msg !== null && !Array.isArray(msg))
  return status >= 500 || clusterFailed ? 'unclear' : 'refused'
}

const actionSchema = z.object({ action: z.string() })

function actionOf({ call, body }: Write): string {
  if (call.method !== 'PUT') return call.method === 'POST' ? 'add' : 'delete'
  const read = z.safeParse(actionSchema, body === undefined ? undefined : JSON.parse(body))
  return read.success ? read.data.action : 'unreadable'
}

/**
 * Creates the audit trail, which is part of the log.
 * @param now in milliseconds
 */
export function createAudit(log: Log, now: () => number): Audit {
  function note(
    write: Write,
    startedAt: number,
    outcome: Outcome,
    result: Readonly<Record<string, unknown>>,
  ) {
    const { requestId, address, claims, call, body } = write
    log('audit', 'write', {
      requestId,
      address,
      userId: claims.user.user_id,
      user: claims.user.nick_name,
      ...call.params,
      action: actionOf(write),
      body: body?.replaceAll(claims.token, '…'),
      outcome,
      ...result,
      ms: Math.round(now() - startedAt),
    })
  }

  return async (write, run) => {
    const startedAt = now()
    try {
      const answer = await run()
      note(write, startedAt, outcomeOf(answer), { status: answer.status })
      return answer
    } catch (error) {
      const refused = error instanceof Refusal ? error.kind : 'crash'
      const neverDone = write.sent !== true || refused === 'throttled' || refused === 'unauthenticated'
      note(write, startedAt, neverDone ? 'refused' : 'unclear', { refused })
      throw error
    }
  }
}
