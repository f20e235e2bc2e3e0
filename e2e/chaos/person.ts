import { Agent, request } from 'undici'
import { unwrapList } from '../../src/api/contract/envelope'
import { type Port, portSchema } from '../../src/api/contract/port'
import type { ChangePortBody } from '../../src/api/contract/request-bodies'
import { tokens } from '../support/world'
import { portsRoute, type WatchedConsole } from './watched-console'

/** The answer to a request; status 0 if the connection broke before. */
export interface Answered {
  readonly status: number
  readonly text: string
}

/** A write that was sent once. */
export interface SentWrite extends Answered {
  /** How often it had reached the console when its answer came. */
  readonly arrivals: number
  readonly component: string
  readonly port: number
  readonly action: ChangePortBody['action'] | 'add' | 'delete'
}

export const wasDone = ({ status }: Answered) => status >= 200 && status < 300

/** A signed-in client that sends each request once and records the answers. */
export interface Person {
  /** Every answer so far. */
  readonly reads: readonly Answered[]
  readonly writes: readonly SentWrite[]
  read(path: string): Promise<Answered>
  /** Reads a component's ports, or returns undefined without a list. */
  ports(component: string): Promise<Port[] | undefined>
  change(component: string, port: number, action: 'open_inner' | 'close_inner'): Promise<SentWrite>
  add(component: string, port: number): Promise<SentWrite>
  remove(component: string, port: number): Promise<SentWrite>
}

/** Milliseconds. Longer than the gateway's timeout, so that every request gets an answer. */
const answerMs = 45_000

/**
 * Signs in at the gateway at `origin`. Throws if that fails.
 * @param rainbond the console, which nobody else may send the same writes to at the same time
 */
export async function signIn(origin: string, rainbond: WatchedConsole): Promise<Person> {
  // A new connection per request, so that requests get lost only between nginx and a replica.
  const dispatcher = new Agent({ pipelining: 0, headersTimeout: answerMs, bodyTimeout: answerMs })
  const reads: Answered[] = []
  const writes: SentWrite[] = []
  let cookie = ''

  async function ask(path: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', body?: unknown) {
    try {
      const answer = await request(origin + path, {
        dispatcher,
        method,
        headers: {
          origin,
          cookie,
          'x-portdeck': '1',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        body: body === undefined ? null : JSON.stringify(body),
      })
      const [given] = [answer.headers['set-cookie'] ?? []].flat()
      if (given !== undefined) cookie = given.split(';')[0] ?? ''
      return { status: answer.statusCode, text: await answer.body.text() }
    } catch {
      return { status: 0, text: '' }
    }
  }

  async function read(path: string) {
    const answer = await ask(path, 'GET')
    reads.push(answer)
    return answer
  }

  async function write(
    named: Pick<SentWrite, 'component' | 'port' | 'action'>,
    method: 'POST' | 'PUT' | 'DELETE',
    body?: unknown,
  ) {
    const path = portsRoute(named.component) + (method === 'POST' ? '' : `/${named.port}`)
    const before = rainbond.arrivals.length
    const answered = await ask(path, method, body)
    const since = rainbond.arrivals.slice(before)
    const arrivals = since.filter((arrival) => arrival.method === method && arrival.path === path).length
    const sent = { ...named, ...answered, arrivals }
    writes.push(sent)
    return sent
  }

  const { status, text } = await ask('/session', 'POST', { token: tokens.ada })
  if (status !== 200) throw new Error(`The sign-in failed: ${status} ${text}`)

  return {
    reads,
    writes,
    read,
    async ports(component) {
      const answer = await read(portsRoute(component))
      if (!wasDone(answer)) return undefined
      const list = unwrapList(JSON.parse(answer.text))
      return Array.isArray(list) ? list.map((port: unknown) => portSchema.parse(port)) : undefined
    },
    change: (component, port, action) => write({ component, port, action }, 'PUT', { action }),
    add: (component, port) =>
      write({ component, port, action: 'add' }, 'POST', { port, protocol: 'grpc', is_inner_service: false }),
    remove: (component, port) => write({ component, port, action: 'delete' }, 'DELETE'),
  }
}
