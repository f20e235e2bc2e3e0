import { createServer, type RequestListener, type Server } from 'node:http'

export interface HttpLimits {
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
}

/**
 * Returns the limits that have no setting of their own.
 * @param consoleMs the console's longest timeout, in milliseconds
 */
export const httpLimits = (consoleMs: number): HttpLimits => ({
  headMs: 10_000,
  requestMs: 30_000,
  exchangeMs: consoleMs + 60_000,
  idleMs: 65_000,
  checkEveryMs: 5000,
})

/** Bytes of all headers of a request; larger ones get 431. */
const headerLimit = 16 * 1024

export interface HttpServer {
  readonly server: Server
  /**
   * Starts listening and returns the port, which the system chooses for 0.
   * @throws the system's error
   */
  listen(port: number, host: string): Promise<number>
  /** Starts answering requests. */
  serve(listener: RequestListener): void
  /** Stops listening and resolves when the last answer is sent. */
  close(): Promise<void>
  /** Closes all connections at once. */
  cut(): void
}

/** Creates an HTTP server with limits against slow, silent and oversized clients. */
export function createHttpServer(limits: HttpLimits): HttpServer {
  const server = createServer({
    headersTimeout: limits.headMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.idleMs,
    connectionsCheckingInterval: limits.checkEveryMs,
    maxHeaderSize: headerLimit,
  })
  // Node would drop what exceeds a count without a word; `headerLimit` bounds the headers, and a guard counts them.
  server.maxHeadersCount = 0
  let closing = false

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
    serve(listener) {
      server.on('request', (incoming, outgoing) => {
        const tooSlow = setTimeout(() => outgoing.destroy(), limits.exchangeMs)
        if (closing) outgoing.setHeader('Connection', 'close')
        outgoing.on('close', () => {
          clearTimeout(tooSlow)
          // The connection becomes idle only after this event.
          if (closing) setImmediate(() => server.closeIdleConnections())
        })
        listener(incoming, outgoing)
      })
    },
    close() {
      closing = true
      return new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      })
    },
    cut: () => server.closeAllConnections(),
  }
}
