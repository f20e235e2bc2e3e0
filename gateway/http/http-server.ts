import { createServer, type RequestListener, type Server } from 'node:http'

export interface HttpLimits {
  /** Milliseconds for the head of a request. */
  readonly headMs: number
  /** Milliseconds for a whole request. */
  readonly requestMs: number
  /** Milliseconds from the head of a request to the end of its answer; whoever reads slower is dropped. */
  readonly exchangeMs: number
  /** Milliseconds that a connection may lie idle; longer than what stands in front keeps it (nginx: 60 s). */
  readonly idleMs: number
  /** Milliseconds between two looks at the limits for requests. */
  readonly checkEveryMs: number
}

/** The limits that need no setting. Takes the longest that the console may take, in milliseconds. */
export const httpLimits = (consoleMs: number): HttpLimits => ({
  headMs: 10_000,
  requestMs: 30_000,
  exchangeMs: consoleMs + 60_000,
  idleMs: 65_000,
  checkEveryMs: 5000,
})

/** Bytes of all headers of a request; more are refused with 431. */
const headerLimit = 16 * 1024
const headerCount = 100

export interface HttpServer {
  readonly server: Server
  /** Listens, and gives the port, which the system chose where it was 0. Throws the system's error. */
  listen(port: number, host: string): Promise<number>
  /** Answers requests from now on. */
  serve(listener: RequestListener): void
  /** Stops listening, and resolves when the last answer has gone; `cut` ends what is still open. */
  close(): Promise<void>
  cut(): void
}

/** An HTTP server that slow, silent and oversized clients cannot hold on to. */
export function createHttpServer(limits: HttpLimits): HttpServer {
  const server = createServer({
    headersTimeout: limits.headMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.idleMs,
    connectionsCheckingInterval: limits.checkEveryMs,
    maxHeaderSize: headerLimit,
  })
  server.maxHeadersCount = headerCount
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
          // The connection is idle only once this event is over.
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
