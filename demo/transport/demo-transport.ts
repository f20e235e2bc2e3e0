import * as z from 'zod/mini'
import type { Emulator } from '../../emulator/create-emulator'
import { acceptedToken } from '../../gateway/console/answer'
import { languageOf } from '../../gateway/http/language'
import { Refusal } from '../../gateway/http/refusal'
import { projectRefusal } from '../../gateway/projection/refused'
import { allowedCall, type AllowedCall } from '../../gateway/proxy/allow-list'
import { createMembership } from '../../gateway/proxy/membership'
import { signInBodySchema } from '../../src/api/contract/request-bodies'
import { paths } from '../../src/api/paths'
import type { Transport } from '../../src/api/request/client'
import { demoCalls } from './demo-calls'
import { createDemoSession, type SignedIn } from './demo-session'
import type { TabValue } from './tab-value'

export interface DemoTransportParts {
  readonly emulator: Emulator['fetch']
  readonly signedIn: TabValue<SignedIn>
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/**
 * Answers the app's requests in the page, as the gateway answers them: its allow-list, its check of membership, and its
 * projection of what the emulator returns. Limits, cookies and the audit log have no meaning here.
 */
export function createDemoTransport({ emulator, signedIn, now }: DemoTransportParts): Transport {
  const call = demoCalls(emulator)
  const session = createDemoSession(signedIn, call)
  const requireMembership = createMembership(call, now)
  let requests = 0

  async function answerSession(init: RequestInit, requestId: string) {
    if (init.method === 'DELETE') return Response.json(session.signOut())
    if (init.method !== 'POST') return Response.json(await session.show(requestId))
    const body = z.safeParse(signInBodySchema, jsonOf(init))
    if (!body.success) throw new Refusal('invalid', { detail: 'The body must be {"token": "…"}.' })
    return Response.json(await session.signIn(body.data.token.trim(), requestId))
  }

  async function passOn(allowed: AllowedCall, init: RequestInit, requestId: string) {
    const token = session.token()
    if (token === null) throw new Refusal('unauthenticated')
    const { method, params, body: schema } = allowed
    const body = schema?.safeParse(jsonOf(init))
    if (body?.success === false) {
      throw new Refusal('invalid', { detail: 'The body does not have the form that this request needs.' })
    }
    const asker = { person: token, token, requestId }
    const own = params.team === undefined ? undefined : await requireMembership(params.team, asker)
    const sent = { ...asker, method, path: allowed.pathFor(own?.id) }
    const gaveUp = method === 'GET' ? (init.signal ?? undefined) : undefined
    const { status, json } = acceptedToken(
      await call({ ...sent, ...(body !== undefined && { body: JSON.stringify(body.data) }) }, gaveUp),
    )
    if (status === 204) return new Response(null, { status })
    return Response.json(status < 300 ? allowed.answer(json) : projectRefusal(status, json), { status })
  }

  function refuse(error: unknown, init: RequestInit, requestId: string) {
    const refusal = error instanceof Refusal ? error : new Refusal('crash')
    if (refusal !== error) console.error(error)
    const language = languageOf(new Headers(init.headers).get('accept-language') ?? undefined)
    return Response.json(refusal.body(requestId, language), { status: refusal.status })
  }

  async function answer(path: string, init: RequestInit) {
    requests += 1
    const requestId = `demo-${requests}`
    try {
      if (path === paths.session()) return await answerSession(init, requestId)
      return await passOn(allowedCall(init.method ?? 'GET', path), init, requestId)
    } catch (error) {
      init.signal?.throwIfAborted()
      // The token has expired or was revoked, which ends the session.
      if (error instanceof Refusal && error.kind === 'unauthenticated' && path !== paths.session())
        session.signOut()
      return refuse(error, init, requestId)
    }
  }

  return (path, init) => unlessAborted(answer(path, init), init.signal)
}

function jsonOf({ body }: RequestInit): unknown {
  try {
    return typeof body === 'string' ? JSON.parse(body) : undefined
  } catch {
    return undefined
  }
}

/** Rejects with the signal's reason once it aborts, as `fetch` does, whatever becomes of the work. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | null | undefined): Promise<T> {
  if (!signal) return work
  signal.throwIfAborted()
  let stop = () => {}
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason instanceof Error ? signal.reason : new Error('given up'))
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([work, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
