import type { ComponentState } from '../../../domain/model/component'
import { differences } from '../../../domain/model/diff'
import type { World } from '../../../domain/testing/arbitrary-world'
import { componentOverHttp } from '../../../domain/testing/component-over-http'
import { place } from '../../../domain/testing/seed-of-world'
import type { Target } from '../engine/target'

/** A write that reached a console, and whether the component reads otherwise since. */
export interface Write {
  readonly method: string
  readonly port: number
  readonly body: unknown
  /** It was answered as a success. */
  readonly isAnswered: boolean
  readonly tookEffect: boolean
}

/** A console in memory that holds one component, beside others behind one `fetch`. */
export interface OneConsole {
  readonly target: Target
  readonly writes: Write[]
  /** Reads the component past all faults. */
  read: () => Promise<ComponentState>
  fetch: (request: Request) => Promise<Response>
}

type Fetch = (request: Request) => Promise<Response>

/**
 * Returns a console whose emulator answers by `fetch`. Its next requests meet these faults, one after the other; null
 * lets a request pass. Requests are answered one at a time, so that what each of them changes can be seen.
 */
export function aConsole(at: number, world: World, fetch: Fetch, faults: (string | null)[]): OneConsole {
  const id = String(at).padStart(32, 'c')
  const app = at + 1
  const component = componentOverHttp(fetch, world.meshed)
  const writes: Write[] = []
  let last: Promise<unknown> = Promise.resolve()

  const setFaults = (rules: object[]) => {
    const body = JSON.stringify({ rules })
    return fetch(new Request('http://rainbond.test/__emulator/faults', { method: 'PUT', body }))
  }

  async function answer(request: Request): Promise<Response> {
    const url = request.url.replaceAll(id, place.component).replace(`/apps/${String(app)}/`, '/apps/1/')
    const text = await request.text()
    const { method, headers } = request
    const init = { method, headers, ...(text !== '' && { body: text }) }
    const fault = faults.shift() ?? null
    const before = method === 'GET' ? null : await component.read()
    if (fault !== null) await setFaults([{ fault, count: 1 }])
    let response: Response | null = null
    try {
      response = await fetch(new Request(url, init))
      return new Response((await response.text()).replaceAll(place.component, id), response)
    } finally {
      if (fault !== null) await setFaults([])
      if (before) {
        const tookEffect = differences(before, await component.read()).length > 0
        const body: unknown = text === '' ? undefined : JSON.parse(text)
        const isAnswered = response?.ok ?? false
        writes.push({ method, port: portOf(url, body), body, isAnswered, tookEffect })
      }
    }
  }

  return {
    target: {
      ref: { team: place.team, region: place.region.region_name, app, component: id },
      region: { ...place.region, region_alias: 'R', status: '1' },
      app: { ID: app, group_name: 'shop' },
      component: { service_id: id, service_alias: 'gr-1a2b', service_cname: 'web' },
    },
    writes,
    read: component.read,
    fetch(request) {
      const answered = last.then(() => answer(request))
      last = answered.catch(() => undefined)
      return answered
    },
  }
}

function portOf(url: string, body: unknown): number {
  const port = /\/ports\/(\d+)/.exec(url)?.[1]
  if (port !== undefined) return Number(port)
  return typeof body === 'object' && body !== null && 'port' in body ? Number(body.port) : 0
}
