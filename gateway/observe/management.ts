import type { RequestListener } from 'node:http'
import type { Registry } from 'prom-client'

export interface ManagementParts {
  readonly registry: Registry
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

/** Answers health checks and metrics, on a separate port that browsers need not reach. */
export function management(parts: ManagementParts): RequestListener {
  return (incoming, outgoing) => {
    const [path = ''] = (incoming.url ?? '').split('?')
    incoming.resume()
    answerFor(path, parts)
      .catch(() => jsonAnswer(500, { error: 'internal error' }))
      .then(({ status, type, body }) =>
        outgoing.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body),
      )
      // The connection is gone.
      .catch(() => undefined)
  }
}
