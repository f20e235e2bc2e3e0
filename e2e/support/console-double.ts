import { createEmulator } from '../../emulator/create-emulator'
import type { FaultRule } from '../../emulator/faults/rules'
import { serveEmulator } from '../../emulator/hosts/node'
import { unwrapList } from '../../src/api/contract/envelope'
import { type Port, portSchema } from '../../src/api/contract/port'
import { locate, seed, tokens } from './world'

/** The body of a change in the API. */
interface ChangeBody {
  action: string
  port_alias?: string
  k8s_service_name?: string
  protocol?: string
}

/** The Rainbond console of a worker: an emulator on a free port, which tests also call directly. */
export interface ConsoleDouble {
  readonly url: string
  /** Restores the seed, without faults. */
  reset(): Promise<void>
  /** Sets another seed, without faults. */
  start(world: typeof seed): Promise<void>
  /** Replaces the faults by `rules` (docs/emulator.md). */
  fail(...rules: FaultRule[]): Promise<void>
  /** Reads the ports of a component directly from the console. */
  ports(component: string): Promise<Port[]>
  /** Reads one port, or undefined if there is none. */
  port(component: string, port: number): Promise<Port | undefined>
  /** Changes a port as somebody else would. */
  change(component: string, port: number, body: ChangeBody): Promise<void>
  /** Renames a port, and sets the internal domain of its component, as somebody else would. */
  rename(component: string, port: number, alias: string, domain: string): Promise<void>
  /** Adds a closed port as somebody else would. */
  add(component: string, port: number, protocol: string): Promise<void>
  /** Deletes a port as somebody else would. */
  remove(component: string, port: number): Promise<void>
  /** Deletes a component by its `service_id`, with all that belongs to it, as somebody else would. */
  removeComponent(serviceId: string): Promise<void>
  /** Stops listening and closes every connection, like a console that restarts. */
  goDown(): Promise<void>
  /** Listens again at the same address with the same state. */
  comeBack(): Promise<void>
  close(): Promise<void>
}

type Served = Pick<ReturnType<typeof createEmulator>, 'fetch'>

/** Moves an emulator below a path, as behind a shared proxy. */
function below(path: string, { fetch: answer }: Served): Served {
  return {
    fetch: async (request) => {
      const { origin, pathname, search } = new URL(request.url)
      if (!pathname.startsWith(`${path}/`)) return new Response('not here', { status: 404 })
      return answer(new Request(origin + pathname.slice(path.length) + search, request))
    },
  }
}

/**
 * Starts a console that answers as Rainbond does, or in the bare form of its public documentation.
 * @param path the path of the console, such as `/rainbond`; all other paths are unknown
 */
export async function startConsole(mode: 'full' | 'bare', path = ''): Promise<ConsoleDouble> {
  const emulator = below(path, createEmulator({ seed, mode, now: () => new Date() }))
  const served = await serveEmulator({ emulator, port: 0 })
  const { close } = served
  const url = served.url + path
  let stop: typeof close | null = close

  const goDown = async () => {
    await stop?.()
    stop = null
  }
  const comeBack = async () => {
    stop ??= (await serveEmulator({ emulator, port: Number(new URL(url).port) })).close
  }

  async function ask(path: string, init: { method?: string; body?: unknown } = {}): Promise<unknown> {
    const { body, method = 'GET' } = init
    const answer = await fetch(url + path, {
      method,
      headers: {
        Authorization: tokens.ada,
        'Content-Type': 'application/json',
        // One that stays open may be closed while a large body is being made.
        Connection: 'close',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }

  const portsOf = (component: string) => {
    const { teamId, region, app, serviceId } = locate(component)
    return `/openapi/v1/teams/${teamId}/regions/${region}/apps/${app}/services/${serviceId}/ports`
  }

  const ports = async (component: string) => {
    const list = unwrapList(await ask(portsOf(component)))
    if (!Array.isArray(list)) throw new Error('The console lists no ports')
    return list.map((port: unknown) => portSchema.parse(port))
  }

  return {
    url,
    goDown,
    comeBack,
    close: goDown,
    ports,
    reset: async () => {
      await comeBack()
      await ask('/__emulator/reset', { method: 'POST' })
      await ask('/__emulator/faults', { method: 'PUT', body: { rules: [] } })
    },
    start: async (world) => {
      await ask('/__emulator/reset', { method: 'POST', body: world })
    },
    fail: async (...rules) => {
      await ask('/__emulator/faults', { method: 'PUT', body: { rules } })
    },
    port: async (component, port) =>
      (await ports(component)).find(({ container_port }) => container_port === port),
    change: async (component, port, body) => {
      await ask(`${portsOf(component)}/${port}`, { method: 'PUT', body })
    },
    rename: async (component, port, alias, domain) => {
      const body = { action: 'change_port_alias', port_alias: alias, k8s_service_name: domain }
      await ask(`${portsOf(component)}/${port}`, { method: 'PUT', body })
    },
    add: async (component, port, protocol) => {
      const body = { port, protocol, is_inner_service: false }
      await ask(portsOf(component), { method: 'POST', body })
    },
    removeComponent: async (serviceId) => {
      await ask(`/__emulator/components/${serviceId}`, { method: 'DELETE' })
    },
    remove: async (component, port) => {
      await ask(`${portsOf(component)}/${port}`, { method: 'DELETE' })
    },
  }
}
