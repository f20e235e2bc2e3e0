import type { HttpBindings } from '@hono/node-server'
import { IncomingMessage, ServerResponse } from 'node:http'

export interface InnerExchange {
  readonly request: Request
  readonly bindings: HttpBindings
  /** Tells the handler that its answer has left, or that nobody waits for it any more. */
  readonly end: () => void
}

/**
 * Creates a read that the gateway sends to itself for the person who opened a page, as their page would send it: over the
 * same connection as far as address and cookie are concerned, and with an id of its own.
 * @param target path and query, with the base path
 */
export function innerRead({ incoming }: HttpBindings, origin: string, target: string): InnerExchange {
  const read = new IncomingMessage(incoming.socket)
  read.method = 'GET'
  read.url = target
  read.httpVersion = incoming.httpVersion
  read.complete = true
  read.rawHeaders = incoming.rawHeaders
  read.headers = {
    ...incoming.headers,
    'content-length': undefined,
    'transfer-encoding': undefined,
    accept: 'application/json',
    'sec-fetch-mode': 'cors',
    'sec-fetch-dest': 'empty',
    'sec-fetch-site': 'same-origin',
    'x-portdeck': '1',
  }
  const answer = new ServerResponse(read)
  return {
    request: new Request(origin + target),
    bindings: { incoming: read, outgoing: answer },
    end: () => {
      read.emit('close')
    },
  }
}
