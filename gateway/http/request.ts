import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { Refusal, type RefusalFacts } from './refusal'
import type { WriteAttempt } from './write-attempt'

/** The Hono context of the gateway. Handlers set its variables for the log. */
export interface GatewayEnv {
  Bindings: HttpBindings
  Variables: {
    /** Sent with the answer, to the log and to the console. */
    requestId: string
    /** The client's address. */
    address: string
    /** The pattern of the matching route. */
    route: string | undefined
    /** The nickname of the signed-in person. */
    user: string | undefined
    /** The kind of the refusal, if the gateway refused. */
    refused: string | undefined
    /** What the refusal adds to the log. */
    refusedBecause: RefusalFacts['logged']
    /** Why the gateway refused, if its refusal has a reason. */
    reason: string | undefined
    /** Set if the request would change something at Rainbond. */
    write: WriteAttempt | undefined
  }
}

const ids = new WeakMap<IncomingMessage, string>()

/** Returns the id of a request, which is always the gateway's own. */
export function requestIdOf(incoming: IncomingMessage): string {
  const id = ids.get(incoming) ?? randomUUID()
  ids.set(incoming, id)
  return id
}

/**
 * Reads the JSON body of a request.
 * @param limit in bytes
 * @throws Refusal `invalid` if the body is too large (413), not marked as JSON (415) or not JSON (400)
 */
export async function readJsonBody(c: Context<GatewayEnv>, limit: number): Promise<unknown> {
  const { incoming } = c.env
  if (!/^application\/json\s*(;|$)/i.test(incoming.headers['content-type'] ?? '')) {
    throw new Refusal('invalid', { status: 415, detail: 'The body must be application/json.' })
  }
  const tooLarge = () =>
    new Refusal('invalid', { status: 413, detail: `The body is larger than ${limit} bytes.` })
  if (Number(incoming.headers['content-length'] ?? 0) > limit) throw tooLarge()

  const text = await readText(c, limit, tooLarge)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Refusal('invalid', { detail: 'The body is not JSON.' }, { cause })
  }
}

/** @throws Refusal `invalid` if a request that needs no body has one */
export function refuseBody({ headers }: IncomingMessage): void {
  if (headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0) return
  throw new Refusal('invalid', { detail: 'This request must not have a body.' })
}

async function readText(
  { env: { incoming } }: Context<GatewayEnv>,
  limit: number,
  tooLarge: () => Refusal,
): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of incoming) {
      if (!Buffer.isBuffer(chunk)) throw new TypeError('the body is not bytes')
      size += chunk.byteLength
      if (size > limit) throw tooLarge()
      chunks.push(chunk)
    }
  } catch (cause) {
    if (cause instanceof Refusal || !incoming.errored) throw cause
    // The client is gone and nobody reads this answer: a refusal keeps it out of the log of crashes.
    throw new Refusal('invalid', { detail: 'The connection closed before the end of the body.' }, { cause })
  }
  return Buffer.concat(chunks).toString()
}
