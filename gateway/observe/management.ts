import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Registry } from 'prom-client'
import { isIpLiteral, isLoopback } from '../http/address'
import { requestIdOf } from '../http/request'
import { type Log, loggedPath } from './log'

export interface ManagementParts {
  readonly registry: Registry
  readonly log: Log
  /** The headers that every answer carries. */
  readonly always: Readonly<Record<string, string>>
  /** The host it listens on, which may be a name. */
  readonly host: string
  /** Tells whether the console can be reached. */
  readonly isConsoleReachable: () => Promise<boolean>
  /** Tells whether this process is stopping. */
  readonly isStopping: () => boolean
}

interface ManagementAnswer {
  readonly status: number
  readonly type: string
  readonly body: string
}

const jsonAnswer = (status: number, body: unknown): ManagementAnswer => ({
  status,
  type: 'application/json',
  body: JSON.stringify(body),
})

async function answerFor(path: string, parts: ManagementParts): Promise<ManagementAnswer> {
  switch (path) {
    case '/healthz':
      return jsonAnswer(200, { alive: true })
    case '/readyz': {
      const stopping = parts.isStopping()
      const reachable = await parts.isConsoleReachable()
      const ready = reachable && !stopping
      return jsonAnswer(ready ? 200 : 503, {
        ready,
        stopping,
        console: reachable ? 'reachable' : 'unreachable',
      })
    }
    case '/readyz/self':
      return jsonAnswer(parts.isStopping() ? 503 : 200, { ready: !parts.isStopping() })
    case '/metrics':
      return { status: 200, type: parts.registry.contentType, body: await parts.registry.metrics() }
    default:
      return jsonAnswer(404, { paths: ['/healthz', '/readyz', '/readyz/self', '/metrics'] })
  }
}

// Names without a dot and these domains exist only inside a network, so that nobody else can rebind them.
const insideName = /^[^.]+$|\.svc(\.cluster\.local)?$/

/**
 * Tells whether a request may come from a probe or a scraper. A website whose name was rebound to this port sends its own
 * name, with dots.
 */
function isExpectedHost(header: string | undefined, host: string): boolean {
  const hostname = (header ?? '').replace(/:\d*$/, '').toLowerCase()
  if (hostname === '') return false
  return (
    isIpLiteral(hostname) ||
    isLoopback(hostname) ||
    insideName.test(hostname) ||
    hostname === host.toLowerCase()
  )
}

function refusalOf({ method = '', headers }: IncomingMessage, host: string): ManagementAnswer | undefined {
  if (!isExpectedHost(headers.host, host)) {
    return jsonAnswer(421, {
      error: 'Use an IP address, localhost, a name inside the network, or MANAGEMENT_HOST.',
    })
  }
  return method === 'GET' || method === 'HEAD'
    ? undefined
    : jsonAnswer(405, { error: 'Only GET and HEAD are answered.' })
}

/** Answers health checks and metrics, on a separate port that browsers need not reach. Only failures are logged. */
export function management(
  parts: ManagementParts,
): (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void> {
  return async (incoming, outgoing) => {
    const { method, url = '', socket } = incoming
    const [path = ''] = url.split('?')
    const requestId = requestIdOf(incoming)
    incoming.resume()
    const { status, type, body } =
      refusalOf(incoming, parts.host) ??
      (await answerFor(path, parts).catch(() => jsonAnswer(500, { error: 'internal error' })))
    if (status !== 200) {
      const address = socket.remoteAddress ?? ''
      parts.log('info', 'management', { requestId, address, method, path: loggedPath(url), status })
    }
    outgoing.writeHead(status, {
      ...parts.always,
      'X-Request-Id': requestId,
      'Content-Type': type,
      ...(status === 405 && { Allow: 'GET, HEAD' }),
    })
    outgoing.end(body)
  }
}
