import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Method } from '../console/upstream'
import type { ConnectionEnd } from '../http/connections'
import type { AnswerBytes } from '../limits/answer-bytes'
import type { Turns } from '../limits/turns'

export interface Metrics {
  readonly registry: Registry
  /** `route` is a pattern, never a path, so that the number of series is bounded. */
  readonly request: (route: string, method: string, status: number, seconds: number) => void
  readonly upstream: (method: Method, outcome: string, seconds: number) => void
  readonly signIn: (outcome: string) => void
  readonly connectionEnded: (why: ConnectionEnd) => void
  /** Measures the open connections from now on. */
  readonly connections: (open: () => Promise<number>) => void
}

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40]

/** The methods with a label of their own; all others count as `other`. */
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE'])

interface Observer {
  observe(value: number): void
}

/** @param key empty for one that must not be kept, since anybody can make up more of them */
function seriesOf(known: Map<string, Observer>, key: string, create: () => Observer): Observer {
  const series = known.get(key) ?? create()
  if (key !== '') known.set(key, series)
  return series
}

export interface Measured {
  readonly lanes: readonly Pick<Turns, 'running' | 'waiting'>[]
  readonly answerBytes: Pick<AnswerBytes, 'held'>
}

/**
 * Creates the gateway's metrics.
 * @param ofProcess also collects those of the Node process
 */
export function createMetrics(
  { lanes, answerBytes }: Measured,
  { ofProcess }: { readonly ofProcess: boolean },
): Metrics {
  const registry = new Registry()
  const registers = [registry]
  if (ofProcess) collectDefaultMetrics({ register: registry })

  const requests = new Histogram({
    name: 'portdeck_request_seconds',
    help: 'Requests from browsers, from the head of the request to the answer.',
    labelNames: ['route', 'method', 'status'] as const,
    buckets: seconds,
    registers,
  })
  const calls = new Histogram({
    name: 'portdeck_upstream_seconds',
    help: 'Calls of the console, including the wait for a turn.',
    labelNames: ['method', 'outcome'] as const,
    buckets: seconds,
    registers,
  })
  const ends = new Counter({
    name: 'portdeck_connections_ended_total',
    help: 'Connections refused or ended by the gateway: too many in all (full) or of one network (share), or slow.',
    labelNames: ['why'] as const,
    registers,
  })
  const signIns = new Counter({
    name: 'portdeck_sign_ins_total',
    help: 'Sign-ins, by outcome.',
    labelNames: ['outcome'] as const,
    registers,
  })
  const inAll = (count: 'running' | 'waiting') => () => lanes.reduce((sum, lane) => sum + lane[count](), 0)
  for (const [name, help, value] of [
    ['portdeck_upstream_running', 'Calls of the console in progress.', inAll('running')],
    ['portdeck_upstream_waiting', 'Calls of the console waiting for a turn.', inAll('waiting')],
    ['portdeck_answer_bytes', 'Bytes of answers that have not left to a browser yet.', answerBytes.held],
  ] as const) {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value())
      },
    })
  }

  // Labels are looked up once: there are few, and prom-client sorts and joins them each time.
  const requestsBy = new Map<string, Observer>()
  const callsBy = new Map<string, Observer>()

  return {
    registry,
    request(route, method, status, took) {
      const key = `${route} ${method} ${status}`
      const labels = { route, method: methods.has(method) ? method : 'other', status }
      seriesOf(requestsBy, methods.has(method) ? key : '', () => requests.labels(labels)).observe(took)
    },
    upstream(method, outcome, took) {
      const key = `${method} ${outcome}`
      seriesOf(callsBy, key, () => calls.labels({ method, outcome })).observe(took)
    },
    signIn: (outcome) => signIns.inc({ outcome }),
    connectionEnded: (why) => ends.inc({ why }),
    connections(open) {
      new Gauge({
        name: 'portdeck_connections',
        help: 'Open connections of browsers and proxies.',
        registers,
        async collect() {
          this.set(await open())
        },
      })
    },
  }
}
