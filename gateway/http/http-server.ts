import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { peerAddress } from './client-address'
import { type ConnectionLimits, type ConnectionWatch, limitConnections } from './connections'

export interface HttpLimits extends ConnectionLimits {
  /** Milliseconds to receive the head of a request. */
  readonly headMs: number
  /** Milliseconds to receive a whole request. */
  readonly requestMs: number
  /** Milliseconds from the head of a request to the end of its answer. Slower clients are disconnected. */
  readonly exchangeMs: number
  /** Milliseconds that a connection may be idle: longer than a proxy in front keeps it (nginx: 60 s). */
  readonly idleMs: number
  /** Milliseconds between two checks of `headMs` and `requestMs`. */
  readonly checkEveryMs: number
  /** Milliseconds that a client which is still sending has to read the last answer. */
  readonly lastReadMs: number
}

/** The part of all connections that one network may hold. */
const shareOfOne = 1 / 4

/**
 * Returns the limits that have no setting of their own.
 * @param consoleMs the console's longest timeout, in milliseconds
 * @param connections the most connections in all
 */
export const httpLimits = (consoleMs: number, connections = 2000): HttpLimits => ({
  headMs: 10_000,
  requestMs: 30_000,
  exchangeMs: consoleMs + 60_000,
  idleMs: 65_000,
  quietMs: 80_000,
  checkEveryMs: 5000,
  lastReadMs: 1000,
  connections,
  connectionsOfOne: Math.ceil(connections * shareOfOne),
})

/** Bytes of all headers of a request; larger ones get 431. */
const headerLimit = 16 * 1024
/** Milliseconds that a connection without a request may stay open once the server closes. */
const lastRequestMs = 1000

export interface HttpHandlers extends ConnectionWatch {
  readonly request: RequestListener
  /** Returns the bytes of the answer to a request that never becomes one; `incoming` if its head was read. */
  readonly unparsed: (error: Error, remoteAddress: string, incoming: IncomingMessage | undefined) => string
  /** Returns the bytes of the answer to `CONNECT`. */
  readonly tunnel: (incoming: IncomingMessage) => string
}

export interface HttpServer {
  readonly server: Server
  /**
   * Starts listening and returns the port, which the system chooses for 0.
   * @throws the system's error
   */
  listen(port: number, host: string): Promise<number>
  /** Starts answering requests. */
  serve(handlers: HttpHandlers): void
  /** Stops listening and resolves when the last answer is sent. */
  close(): Promise<void>
  /** Returns how many connections are open. */
  connections(): Promise<number>
  /** Closes all connections at once. */
  cut(): void
}

const addressOf = (socket: Duplex) => (socket instanceof Socket ? peerAddress(socket) : '')

/** Creates an HTTP server with limits against slow, silent, oversized and too many clients. */
export function createHttpServer(limits: HttpLimits): HttpServer {
  const server = createServer({
    headersTimeout: limits.headMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.idleMs,
    connectionsCheckingInterval: limits.checkEveryMs,
    maxHeaderSize: headerLimit,
    // A guard refuses it, with an answer like every other.
    requireHostHeader: false,
  })
  // Node would drop what exceeds a count without a word; `headerLimit` bounds the headers, and a guard counts them.
  server.maxHeadersCount = 0
  let closing = false
  const sockets = new Set<Socket>()
  /** The requests of a socket whose answers have not ended. */
  const underWay = new WeakMap<Duplex, Set<[IncomingMessage, { readonly headersSent: boolean }]>>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })

  /** Node closes neither connections that never sent anything nor those with half a request. */
  function closeUnused() {
    for (const socket of sockets) if ((underWay.get(socket)?.size ?? 0) === 0) socket.destroy()
  }

  return {
    server,
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, host, () => {
          server.off('error', reject)
          const address = server.address()
          resolve(address !== null && typeof address === 'object' ? address.port : port)
        })
      }),
    serve({ request, unparsed, tunnel, ...watch }) {
      const begins = limitConnections(server, limits, watch)
      const last = new WeakSet<Duplex>()

      const listener: RequestListener = (incoming, outgoing) => {
        const { socket } = incoming
        const ends = begins(socket)
        const exchange: [IncomingMessage, typeof outgoing] = [incoming, outgoing]
        const exchanges = underWay.get(socket) ?? new Set()
        underWay.set(socket, exchanges.add(exchange))
        const tooSlow = setTimeout(() => {
          watch.ended('slow', addressOf(socket))
          outgoing.destroy()
        }, limits.exchangeMs)
        if (closing) outgoing.setHeader('Connection', 'close')
        outgoing.on('close', () => {
          clearTimeout(tooSlow)
          exchanges.delete(exchange)
          ends()
          // The connection becomes idle only after this event.
          if (closing) setImmediate(() => server.closeIdleConnections())
        })
        request(incoming, outgoing)
      }
      server.on('request', listener)
      // Without a listener, Node answers an unknown expectation itself.
      server.on('checkExpectation', listener)

      /** Sends the last answer, and reads on for a moment: closed at once, a sending client would lose it. */
      function endWith(socket: Duplex, bytes: string) {
        last.add(socket)
        socket.on('error', () => undefined)
        socket.end(bytes)
        socket.resume()
        setTimeout(() => socket.destroy(), limits.lastReadMs).unref()
      }

      server.on('clientError', (error, socket) => {
        // What arrives after the last answer is parsed too, and fails again.
        if (last.has(socket)) return
        if (isTimeout(error)) watch.ended('slow', addressOf(socket))
        const [exchange, ...others] = underWay.get(socket) ?? []
        // The answer must not be taken for one to an earlier request, which may have been carried out.
        const belongs = exchange === undefined || (!exchange[0].complete && !exchange[1].headersSent)
        if (!socket.writable || isGone(error) || others.length > 0 || !belongs) {
          socket.destroy()
          return
        }
        endWith(socket, unparsed(error, addressOf(socket), exchange?.[0]))
      })
      server.on('connect', (incoming, socket) => endWith(socket, tunnel(incoming)))
    },
    close() {
      closing = true
      return new Promise((resolve) => {
        const unused = setTimeout(closeUnused, lastRequestMs)
        server.close(() => {
          clearTimeout(unused)
          resolve()
        })
        server.closeIdleConnections()
      })
    },
    connections: () =>
      new Promise((resolve, reject) => {
        server.getConnections((error, count) => (error === null ? resolve(count) : reject(error)))
      }),
    cut: () => server.closeAllConnections(),
  }
}

const hasCode = (error: Error, code: string) => 'code' in error && error.code === code
const isTimeout = (error: Error) => hasCode(error, 'ERR_HTTP_REQUEST_TIMEOUT')
const isGone = (error: Error) => hasCode(error, 'ECONNRESET')
