import type { QueryClient } from '@tanstack/react-query'
import type { App } from '../../../api/contract/app'
import type { Port } from '../../../api/contract/port'
import { type ApiError, asApiError } from '../../../api/errors/errors'
import { appsQuery } from '../../../api/resources/apps'
import { componentsQuery } from '../../../api/resources/components'
import { domainsQuery } from '../../../api/resources/domains'
import { portsQuery } from '../../../api/resources/ports'
import { createParallelLimit } from '../../../lib/parallel-limit'
import type { Engine } from '../../change/engine/engine'
import type { Target } from '../../change/engine/target'
import type { SheetPlace } from '../sheet-place'

/** What couldn't be read: the apps, the components of one, or the ports of a component. */
export interface ReadFailure {
  of: 'apps' | App | Target
  error: ApiError
}

interface Reading<T> {
  read: readonly T[]
  failures: readonly ReadFailure[]
}

/** How many requests run side by side: other parts of the page read, too. */
const sideBySide = 4

/** Lists the components of a place, by what the cache holds where that isn't old. */
export async function listTargets(
  client: QueryClient,
  { team, region, app: only }: SheetPlace,
): Promise<Reading<Target>> {
  const place = { team, region: region.region_name }
  const listed = await settled('apps', client.query(appsQuery(place)))
  if ('error' in listed) return { read: [], failures: [listed] }
  const apps = listed.value.filter(({ ID }) => only === null || ID === only)
  const limited = createParallelLimit(sideBySide)
  const lists = await Promise.all(
    apps.map(async (app) => {
      const ref = { ...place, app: app.ID }
      const components = await settled(
        app,
        limited(() => client.query(componentsQuery(ref))),
      )
      if ('error' in components) return components
      return {
        value: components.value.map((component): Target => ({
          ...{ ref: { ...ref, component: component.service_id }, region, app, component },
        })),
      }
    }),
  )
  return { read: lists.flatMap((list) => ('value' in list ? list.value : [])), failures: failuresOf(lists) }
}

interface PortsAsked {
  client: QueryClient
  engine: Pick<Engine, 'isBusy' | 'subscribe'>
  targets: readonly Target[]
  /** In milliseconds since 1970. What was read after it isn't read again. */
  since: number
  signal: AbortSignal
  onRead: (count: number) => void
}

/** Reads the ports of components, each after what changes it has ended. Rejects with the signal's reason. */
export async function readPorts({
  client,
  engine,
  targets,
  since,
  signal,
  onRead,
}: PortsAsked): Promise<Reading<[Target, readonly Port[]]>> {
  const limited = createParallelLimit(sideBySide)
  let count = 0
  const results = await Promise.all(
    targets.map((target) =>
      limited(async () => {
        signal.throwIfAborted()
        const { ref } = target
        await untilIdle(engine, ref.component)
        // Without its rules, a plan says that the addresses are not known.
        await client.query(domainsQuery(ref)).catch(() => undefined)
        const staleTime = Date.now() - since
        const ports = await settled(target, client.query({ ...portsQuery(ref), staleTime }))
        count += 1
        onRead(count)
        return 'error' in ports ? ports : { value: [target, ports.value] as [Target, readonly Port[]] }
      }),
    ),
  )
  return {
    read: results.flatMap((result) => ('value' in result ? [result.value] : [])),
    failures: failuresOf(results),
  }
}

function untilIdle({ isBusy, subscribe }: PortsAsked['engine'], component: string): Promise<void> {
  if (!isBusy(component)) return Promise.resolve()
  return new Promise((resolve) => {
    const leave = subscribe(component, () => {
      if (isBusy(component)) return
      leave()
      resolve()
    })
  })
}

async function settled<T>(of: ReadFailure['of'], reading: Promise<T>): Promise<{ value: T } | ReadFailure> {
  try {
    return { value: await reading }
  } catch (error) {
    return { of, error: asApiError(error) }
  }
}

function failuresOf(results: readonly (object | ReadFailure)[]): ReadFailure[] {
  return results.flatMap((result) => ('error' in result ? [result] : []))
}
