import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { peerAddress } from '../http/client-address'
import type { ConnectionWatch } from '../http/connections'
import type { HttpHandlers } from '../http/http-server'
import { languageOf } from '../http/language'
import { Refusal } from '../http/refusal'
import { requestIdOf } from '../http/request'
import { isNavigation } from '../http/target'
import { answerBytes, ownAnswer, writeAnswer } from './own-answer'
import { readUnparsed } from './unparsed'

/** What the log says of a request that the app never saw. */
export interface UnservedRequest {
  readonly requestId: string
  readonly address: string
  readonly method?: string | undefined
  /** The unmodified target. */
  readonly target?: string | undefined
  readonly status: number
  readonly refused: string
  /** Node's code of the error. */
  readonly cause?: string
}

export interface HttpHandlersParts extends ConnectionWatch {
  /** The headers that every answer carries. */
  readonly always: Readonly<Record<string, string>>
  /** The path of the app's first page. */
  readonly home: string
  /** Resolves when it has answered, or without an answer to a target or host that the app cannot represent. */
  readonly serve: (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>
  /** Told of each request that `serve` did not answer. */
  readonly unserved: (request: UnservedRequest) => void
}

/** Answers what the app cannot, in the form of its other refusals. */
export function httpHandlers({
  always,
  home,
  serve,
  unserved,
  networksOf,
  ended,
}: HttpHandlersParts): HttpHandlers {
  function refuse(incoming: IncomingMessage, refusal: Refusal) {
    const { method, url, headers, socket } = incoming
    const requestId = requestIdOf(incoming)
    const language = languageOf(headers['accept-language'])
    unserved({
      requestId,
      address: peerAddress(socket),
      method,
      target: url,
      status: refusal.status,
      refused: refusal.kind,
    })
    return ownAnswer({ refusal, requestId, page: isNavigation(method, headers), language, home, always })
  }

  return {
    networksOf,
    ended,
    request(incoming, outgoing) {
      void serve(incoming, outgoing).then(() => {
        if (outgoing.headersSent || outgoing.destroyed) return
        writeAnswer(outgoing, refuse(incoming, new Refusal('not-found')))
      })
    },
    unparsed(error, address, incoming) {
      const { refusal, cause, page, language, withBody } = readUnparsed(error)
      const requestId = incoming === undefined ? randomUUID() : requestIdOf(incoming)
      unserved({
        requestId,
        address,
        method: incoming?.method,
        target: incoming?.url,
        status: refusal.status,
        refused: refusal.kind,
        cause,
      })
      const known = incoming === undefined ? page : isNavigation(incoming.method, incoming.headers)
      return answerBytes(ownAnswer({ refusal, requestId, page: known, language, home, always }), withBody)
    },
    tunnel: (incoming) => answerBytes(refuse(incoming, new Refusal('invalid', { status: 405 })), true),
  }
}
