import { type ClusterFailure, toResponse } from './faults/answers'
import { applyFault } from './faults/apply'
import { createFaults } from './faults/faults'
import { hold, type Wait } from './faults/hold'
import { parseFaultRules } from './faults/rules'
import type { Call } from './handlers/call'
import type { Route } from './handlers/route'
import { routes } from './handlers/routes'
import { addressedComponent } from './handlers/scope'
import { parseSeed, type Seed } from './seeds/seed'
import { deleteComponent } from './state/delete-component'
import { withoutEffect } from './state/transaction'
import { buildWorld } from './state/world'
import { type Mode, notFoundPage, present, Refused } from './wire/answers'

export interface EmulatorOptions {
  /** The initial state, to which an empty reset returns. It is copied. */
  readonly seed: Seed
  /** The clock, which only times new log entries. */
  readonly now: () => Date
  /** `full` (the default) answers as Rainbond does, `bare` as its public documentation says. */
  readonly mode?: Mode
  /** Delays the requests that a fault makes slow; by default for as long as the fault says. */
  readonly wait?: Wait
}

export interface Emulator {
  /**
   * Answers one request to `/openapi/v1/…` or `/__emulator/…`.
   * @throws TransportFault if a fault makes the connection fail (docs/emulator.md)
   */
  readonly fetch: (request: Request) => Promise<Response>
}

interface Found {
  readonly route: Route
  readonly params: Readonly<Record<string, string>>
}

function decodePath(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return undefined
  }
}

function findRoute(pathname: string): Found | undefined {
  const path = decodePath(pathname)
  if (path === undefined) return undefined
  for (const route of routes) {
    const params = route.match(path)
    if (params) return { route, params }
  }
  return undefined
}

/** Keeps the last value of a repeated parameter, as Django does. */
const lastOfEach = (query: URLSearchParams) => new URLSearchParams([...new Map(query)])

async function answer(route: Route, call: Call, mode: Mode): Promise<Response> {
  try {
    return present(await route.answer(call), mode)
  } catch (error) {
    if (error instanceof Refused) return toResponse(error.answer)
    throw error
  }
}

const controlRoutes = [
  'POST /__emulator/reset',
  'PUT /__emulator/faults',
  'DELETE /__emulator/components/{service_id}',
]

const wrong = (status: number, error: string) => Response.json({ error }, { status })

async function readJson(request: Request): Promise<{ readonly empty: boolean; readonly body: unknown }> {
  const text = await request.text()
  if (text.trim() === '') return { empty: true, body: undefined }
  const body: unknown = JSON.parse(text)
  return { empty: false, body }
}

/** Creates an emulator of Rainbond's OpenAPI in memory. The same requests on the same seed get the same answers. */
export function createEmulator({ seed, now, mode = 'full', wait = hold }: EmulatorOptions): Emulator {
  const faults = createFaults()
  let world = buildWorld(seed)

  function reset(given: unknown): Response {
    const read = parseSeed(given)
    if (!read.ok) return wrong(400, read.error)
    world = buildWorld(read.seed)
    faults.reset()
    return Response.json({ ok: true })
  }

  function setFaults(given: unknown): Response {
    const rules = parseFaultRules(given)
    if (!rules.ok) return wrong(400, rules.error)
    faults.set(rules.rules)
    return Response.json({ ok: true })
  }

  async function control(request: Request, pathname: string): Promise<Response> {
    const command = `${request.method} ${pathname}`
    const [, deleted] = /^DELETE \/__emulator\/components\/([^/]+)$/.exec(command) ?? []
    if (deleted !== undefined)
      return deleteComponent(world, deleted)
        ? Response.json({ ok: true })
        : wrong(404, `there is no component ${deleted}`)
    const isReset = command === 'POST /__emulator/reset'
    if (!isReset && command !== 'PUT /__emulator/faults')
      return wrong(404, `unknown route ${command}; use ${controlRoutes.join(', ')}`)
    let read
    try {
      read = await readJson(request)
    } catch {
      return wrong(400, 'the body is not JSON')
    }
    if (!isReset) return setFaults(read.body)
    return reset(read.empty ? seed : read.body)
  }

  async function console(request: Request, url: URL): Promise<Response> {
    const found = findRoute(url.pathname)
    const component = found && addressedComponent(world, found.params)
    const decision = faults.decide({
      method: request.method,
      pathname: url.pathname,
      componentFault: component?.service.fault,
    })
    const handle = (failure?: ClusterFailure): Promise<Response> => {
      if (!found) return Promise.resolve(toResponse(notFoundPage))
      const { route, params } = found
      const call = { world, request, query: lastOfEach(url.searchParams), params, now: now(), failure }
      const carryOut = () => answer(route, call, mode)
      return decision.kind === 'no-effect' ? withoutEffect(component, carryOut) : carryOut()
    }
    return applyFault(decision, request.signal, handle, wait)
  }

  return {
    fetch: async (request) => {
      const url = new URL(request.url)
      if (url.pathname.startsWith('/__emulator/')) return control(request, url.pathname)
      const response = await console(request, url)
      return request.method === 'HEAD' ? new Response(null, response) : response
    },
  }
}
