import type { IncomingMessage, ServerResponse } from 'node:http'
import { ownAnswer, writeAnswer } from './answers/own-answer'
import { clientAddress } from './http/client-address'
import { watchClient } from './http/client-watch'
import type { Guard } from './http/guards'
import { languageOf } from './http/language'
import type { Refusal } from './http/refusal'
import { requestIdOf } from './http/request'
import { isNavigation, isPlainTarget } from './http/target'
import { recordRequest, type RequestLogOptions } from './observe/request-log'
import type { AskedRead, ReadAnswer } from './proxy/reads'

export interface DirectReadsOptions extends RequestLogOptions {
  /** Precedes the path of every request. */
  readonly basePath: string
  /** The headers that every answer carries. */
  readonly always: Readonly<Record<string, string>>
  /** The header `Set-Cookie` that clears the session's cookie. */
  readonly clearedCookie: string
  /** The same as those of the app, in the same order. */
  readonly guards: readonly Guard[]
  readonly read: (asked: AskedRead) => Promise<ReadAnswer>
  /** Turns whatever was thrown into a refusal, and logs what is none. */
  readonly refusalOf: (error: unknown, requestId: string) => Refusal
}

/**
 * Answers a page's reads of the console on Node's own request and response: the objects and middlewares of the app cost
 * several times as much as everything that these reads need. Guards, proxy, log and refusals are those of the app.
 * @returns undefined for any other request, which is the app's
 */
export function createDirectReads(
  options: DirectReadsOptions,
): (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void> | undefined {
  const { basePath, always, clearedCookie, guards, read, refusalOf, trust } = options
  const prefix = `${basePath}/openapi/`
  const common = [...Object.entries(always).flat(), 'Content-Type', 'application/json']

  function isDirect({ method, url = '', headers }: IncomingMessage): boolean {
    return (
      method === 'GET' &&
      url.startsWith(prefix) &&
      headers['content-length'] === undefined &&
      headers['transfer-encoding'] === undefined &&
      isPlainTarget(url) &&
      !isNavigation(method, headers)
    )
  }

  function send(outgoing: ServerResponse, requestId: string, { status, body }: ReadAnswer) {
    if (outgoing.destroyed) return
    const head = [...common, 'X-Request-Id', requestId]
    if (body === null) outgoing.writeHead(status, head).end()
    else outgoing.writeHead(status, [...head, 'Content-Length', String(Buffer.byteLength(body))]).end(body)
  }

  function refuse(outgoing: ServerResponse, refusal: Refusal, { incoming, requestId, hasEnded }: AskedRead) {
    if (outgoing.destroyed) return
    const language = languageOf(incoming.headers['accept-language'])
    const headers = hasEnded === true ? { ...always, 'Set-Cookie': clearedCookie } : always
    const home = `${basePath}/`
    writeAnswer(outgoing, ownAnswer({ refusal, requestId, page: false, language, home, always: headers }))
  }

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse) {
    const start = performance.now()
    const { url = '' } = incoming
    const requestId = requestIdOf(incoming)
    const asked: AskedRead = {
      incoming,
      target: url.slice(basePath.length),
      requestId,
      address: clientAddress(incoming, trust),
      client: watchClient({ incoming, outgoing }),
    }
    let refusal: Refusal | undefined
    let status: number
    try {
      for (const guard of guards) guard(incoming)
      const answered = await read(asked)
      status = answered.status
      send(outgoing, requestId, answered)
    } catch (error) {
      refusal = refusalOf(error, requestId)
      status = refusal.status
      refuse(outgoing, refusal, asked)
    }
    recordRequest(options, {
      requestId,
      address: asked.address,
      user: asked.user,
      route: asked.route,
      method: 'GET',
      target: url,
      status,
      refused: refusal?.kind,
      refusedBecause: refusal?.facts.logged,
      tookMs: performance.now() - start,
    })
  }

  return (incoming, outgoing) => (isDirect(incoming) ? answer(incoming, outgoing) : undefined)
}
