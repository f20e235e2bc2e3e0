import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { IncomingHttpHeaders } from 'node:http'
import { Refusal } from './refusal'

/** What handlers find in their context, and leave there for the log. */
export interface GatewayEnv {
  Bindings: HttpBindings
  Variables: {
    /** Named in the answer, in the log, and to the console. */
    requestId: string
    /** The address of whoever asked. */
    address: string
    /** The pattern of the route that fitted. */
    route: string | undefined
    /** The nick name of whoever is signed in. */
    user: string | undefined
    /** The kind of the gateway's own refusal. */
    refused: string | undefined
  }
}

/**
 * Whether a person goes somewhere with a browser: whatever the address is, the answer is to be a page, and never JSON.
 * Browsers older than Fetch-Metadata only say which types they take.
 */
export function isNavigation(method: string | undefined, headers: IncomingHttpHeaders): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  const mode = headers['sec-fetch-mode']
  return mode === undefined ? (headers.accept ?? '').includes('text/html') : mode === 'navigate'
}

/**
 * Returns the target of a navigation so that a `Request` can hold it: a bare backslash, which browsers never send but
 * people paste into other things, is written as browsers write it.
 */
export const holdableTarget = (target: string): string => target.replaceAll('\\', '%5C')

/**
 * Reads the JSON body of a request, of at most `limit` bytes.
 * Throws a `Refusal` of kind `invalid` where it is too large (413), not marked as JSON (415), or no JSON (400).
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
    throw new Refusal('invalid', { detail: 'The body is no JSON.' }, { cause })
  }
}

/** Throws a `Refusal` where a request that has no use for a body brings one. */
export function refuseBody(c: Context<GatewayEnv>): void {
  const { headers } = c.env.incoming
  if (headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0) return
  throw new Refusal('invalid', { detail: 'This request takes no body.' })
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
    // Nobody reads this answer; it is no fault of ours.
    throw new Refusal('invalid', { detail: 'The body broke off.' }, { cause })
  }
  return Buffer.concat(chunks).toString()
}
