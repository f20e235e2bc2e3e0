import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Emulator } from '../create-emulator'
import { TransportFault, type TransportSignal } from '../faults/answers'
import { isOwnRequest } from './own-host'

/** How long a request that must time out stays open if its client never disconnects, in milliseconds. */
const longestSilenceMs = 600_000

/** The largest accepted body in bytes: a seed of tens of thousands of ports. */
const largestBody = 64 * 1024 * 1024

export interface ServedEmulator {
  /** `http://HOST:PORT` without a trailing slash. */
  readonly url: string
  /** Stops listening and closes all open connections, including those of requests that time out. */
  readonly close: () => Promise<void>
}

class Unusable extends Error {}

async function readBody(from: IncomingMessage): Promise<ArrayBuffer | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of from) {
    if (!(chunk instanceof Uint8Array)) throw new Unusable('the body is not bytes')
    size += chunk.byteLength
    if (size > largestBody) throw new Unusable('the body is too large')
    chunks.push(chunk)
  }
  if (size === 0) return undefined
  return new Blob(chunks.map((chunk) => new Uint8Array(chunk))).arrayBuffer()
}

async function toRequest(from: IncomingMessage, origin: string, signal: AbortSignal): Promise<Request> {
  const headers = new Headers()
  for (const [name, values] of Object.entries(from.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value)
  }
  const body = await readBody(from)
  try {
    return new Request(origin + (from.url ?? '/'), {
      method: from.method ?? 'GET',
      headers,
      signal,
      ...(body && { body }),
    })
  } catch (error) {
    // HTTP allows methods and addresses on the wire that a Request cannot represent.
    throw new Unusable(error instanceof Error ? error.message : 'the request cannot be read')
  }
}

async function send(answer: Response, to: ServerResponse, isHead: boolean): Promise<void> {
  const body = new Uint8Array(await answer.arrayBuffer())
  to.writeHead(answer.status, Object.fromEntries(answer.headers))
  to.end(isHead ? undefined : body)
}

async function cutOff(answer: Response, to: ServerResponse): Promise<void> {
  const body = new Uint8Array(await answer.arrayBuffer())
  to.writeHead(answer.status, {
    ...Object.fromEntries(answer.headers),
    'content-length': body.byteLength,
  })
  to.write(body.subarray(0, Math.floor(body.byteLength / 2)), () => to.destroy())
}

async function fail(signal: TransportSignal, to: ServerResponse): Promise<void> {
  switch (signal.kind) {
    case 'cut':
      return cutOff(signal.answer, to)
    case 'reset':
      to.socket?.resetAndDestroy()
      return
    case 'timeout': {
      const end = setTimeout(() => to.destroy(), longestSilenceMs)
      to.on('close', () => clearTimeout(end))
    }
  }
}

const sendText = (status: number, text: string, to: ServerResponse) =>
  to.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`)

/**
 * Serves an emulator over HTTP, and makes connections fail for its transport faults. Requests with a foreign `Host` or
 * `Origin` are refused.
 * @param port TCP port; 0 chooses a free one
 * @param host the address to listen on, loopback by default
 * @throws the system's error if it cannot listen
 */
export async function serveEmulator({
  emulator,
  port,
  host = '127.0.0.1',
}: {
  readonly emulator: Pick<Emulator, 'fetch'>
  readonly port: number
  readonly host?: string
}): Promise<ServedEmulator> {
  let url = ''

  const handle = async (from: IncomingMessage, to: ServerResponse) => {
    if (!isOwnRequest(host, from.headers)) {
      return void sendText(421, 'The emulator answers only to its own address, and to no other website.', to)
    }
    const client = new AbortController()
    to.on('close', () => {
      if (!to.writableFinished) client.abort()
    })
    try {
      const request = await toRequest(from, url, client.signal)
      await send(await emulator.fetch(request), to, from.method === 'HEAD')
    } catch (error) {
      if (error instanceof TransportFault) return fail(error.signal, to)
      if (client.signal.aborted) return
      if (error instanceof Unusable) return void sendText(400, error.message, to)
      console.error(error)
      sendText(500, 'The emulator had an internal error. See its output for details.', to)
    }
  }

  const server = createServer((from, to) => void handle(from, to))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  const actual = address !== null && typeof address === 'object' ? address.port : port
  url = `http://${host.includes(':') ? `[${host}]` : host}:${actual}`

  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
