import { CancelledError, type QueryClient } from '@tanstack/react-query'
import type { App } from '../../../api/contract/app'
import { type ApiError, asApiError } from '../../../api/errors/errors'
import { appName } from '../../../api/names'
import type { RegionRef } from '../../../api/paths'
import { createRests, stopsAll } from '../../../api/rests'
import { appsQuery } from '../../../api/resources/apps'
import { componentsQuery } from '../../../api/resources/components'
import { portsQuery } from '../../../api/resources/ports'
import { regionsQuery } from '../../../api/resources/regions'
import { teamsQuery } from '../../../api/resources/teams'
import { createEmitter } from '../../../lib/emitter'
import { createParallelLimit } from '../../../lib/parallel-limit'
import type { LinkSegments } from '../../scope/link/link'
import { findRegion, findTeam } from '../../scope/link/link-lookup'
import { isInMaintenance } from '../../scope/link/scope'
import type { ComponentEntry } from '../entries/entry'

/** How many requests run side by side. */
const atOnce = 4

/** What was read so recently isn't read again. What stays in the cache is found at once the next time. */
const reading = { staleTime: 120_000, gcTime: Number.POSITIVE_INFINITY }

/** What one request reads: a list, or the ports of a component. */
export interface Subject {
  kind: 'teams' | 'regions' | 'apps' | 'components' | 'ports'
  /** The app of the components, or the component of the ports; else empty. */
  name: string
}

export interface ReadFailure {
  subject: Subject
  error: ApiError
}

export interface ReadingState {
  /** What is being read, or waits for its turn. */
  open: readonly Subject[]
  failures: readonly ReadFailure[]
}

export interface PlaceReader {
  subscribe: (listener: () => void) => () => void
  /** The same object until something changes. */
  state: () => ReadingState
  /** Reads the lists on the way to the cluster of a link, then its apps and the components of each app. */
  readLists: (segments: LinkSegments) => Promise<void>
  /** Reads the ports of these components, each of them once, however often it is asked for. */
  readPorts: (components: readonly ComponentEntry[]) => void
  /** Reads again now what failed. */
  retry: () => void
  /** Sends no further request until `readLists`; those under way still arrive. */
  stop: () => void
}

interface Part {
  subject: Subject
  error: ApiError | null
  again: () => void
}

/**
 * Reads what the palette finds into the query cache, each of it once, as far as it isn't there. What fails is kept as such
 * and doesn't stop the others. What stops all of them (the session has ended, there is no network, a limit) counts for the
 * rest too, and all that it stopped is read once it is over.
 */
export function createPlaceReader(client: QueryClient): PlaceReader {
  const changed = createEmitter()
  const limit = createParallelLimit(atOnce)
  /** What is being read, and what failed. */
  const parts = new Map<string, Part>()
  const asked = new Set<string>()
  const rests = createRests(client, () => readAgain(stopsAll))
  let state: ReadingState | null = null
  let isStopped = false
  const mayAsk = () => !isStopped

  function change() {
    state = null
    changed.emit()
  }

  async function read<T>(id: string, part: Omit<Part, 'error'>, ask: () => Promise<T>) {
    parts.set(id, { ...part, error: null })
    change()
    try {
      const data = await limit(() => askNow(ask))
      parts.delete(id)
      return data
    } catch (error) {
      // A change of the component has given up this read, and reads by itself.
      if (error instanceof CancelledError) parts.delete(id)
      else parts.set(id, { ...part, error: asApiError(error) })
      return undefined
    } finally {
      change()
    }
  }

  async function askNow<T>(ask: () => Promise<T>): Promise<T | undefined> {
    const rest = rests.current()
    if (rest) throw rest.error
    if (!mayAsk()) return undefined
    try {
      return await ask()
    } catch (cause) {
      const error = asApiError(cause)
      if (stopsAll(error) && mayAsk()) rests.begin(error)
      throw cause
    }
  }

  function readAgain(isOver: (error: ApiError) => boolean) {
    for (const { error, again } of [...parts.values()]) if (error && isOver(error)) again()
  }

  async function readLists(segments: LinkSegments) {
    const again = () => void readLists(segments)
    const part = (kind: Subject['kind']) => ({ subject: { kind, name: '' }, again })
    // Where a list can't be read, what an earlier reading left leads further.
    const teams =
      (await read('teams', part('teams'), () => client.query({ ...teamsQuery(), ...reading }))) ??
      client.getQueryData(teamsQuery().queryKey)
    const team = teams && findTeam(teams, segments.team ?? '')
    if (!team) return
    const ref = { team: team.tenant_id }
    const regions =
      (await read('regions', part('regions'), () => client.query({ ...regionsQuery(ref), ...reading }))) ??
      client.getQueryData(regionsQuery(ref).queryKey)
    const region = regions && findRegion(regions, segments.region ?? '')
    if (!region || isInMaintenance(region)) return
    const regionRef = { ...ref, region: region.region_name }
    const apps =
      (await read('apps', part('apps'), () => client.query({ ...appsQuery(regionRef), ...reading }))) ??
      client.getQueryData(appsQuery(regionRef).queryKey)
    await Promise.all((apps ?? []).map((app) => readComponents(regionRef, app)))
  }

  async function readComponents(region: RegionRef, app: App) {
    const part = {
      subject: { kind: 'components' as const, name: appName(app) },
      again: () => void readComponents(region, app),
    }
    await read(`components ${String(app.ID)}`, part, () =>
      client.query({ ...componentsQuery({ ...region, app: app.ID }), ...reading }),
    )
  }

  function readPortsOf(component: ComponentEntry) {
    const { ref, name } = component
    const part = { subject: { kind: 'ports' as const, name }, again: () => readPortsOf(component) }
    void read(`ports ${ref.component}`, part, () => client.query({ ...portsQuery(ref), ...reading }))
  }

  return {
    subscribe: changed.subscribe,
    state: () => (state ??= stateOf([...parts.values()])),
    readLists(segments) {
      isStopped = false
      return readLists(segments)
    },
    readPorts(components) {
      for (const component of components) {
        if (asked.has(component.id)) continue
        asked.add(component.id)
        readPortsOf(component)
      }
    },
    retry() {
      rests.drop()
      readAgain(() => true)
    },
    stop() {
      isStopped = true
      rests.drop()
    },
  }
}

function stateOf(parts: readonly Part[]): ReadingState {
  return {
    open: parts.flatMap(({ subject, error }) => (error ? [] : [subject])),
    failures: parts.flatMap(({ subject, error }) => (error ? [{ subject, error }] : [])),
  }
}
