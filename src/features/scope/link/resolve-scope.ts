import type { App } from '../../../api/contract/app'
import type { Component } from '../../../api/contract/component'
import type { Region } from '../../../api/contract/region'
import type { Team } from '../../../api/contract/team'
import type { ApiError } from '../../../api/errors/errors'
import { regionName } from '../../../api/names'
import type { LinkSegments } from './link'
import { findApp, findComponent, findRegion, findTeam } from './link-lookup'
import type { Level } from './paths'
import { type FoundScope, isInMaintenance, type ScopeProblem } from './scope'

/** The last data and the last failure of one query. */
export interface Read<T> {
  data: T | undefined
  error: ApiError | null
}

/** The queries that a link depends on. `component` is the one that is read without its list. */
export interface ScopeReads {
  teams: Read<readonly Team[]>
  regions: Read<readonly Region[]>
  apps: Read<readonly App[]>
  components: Read<readonly Component[]>
  component: Read<Component>
}

/** What was found of a link, and why it leads no further. */
export type ResolvedScope =
  | { status: 'loading' | 'ready'; found: FoundScope }
  | { status: 'error'; found: FoundScope; problem: ScopeProblem }

type Obstacle = 'loading' | ScopeProblem | null

/** The team is not initialised in the cluster, or the cluster is not in service. */
const clusterNotUsable = 2001
const unknownRegion = 3000

/**
 * Returns what the failure of the list for `level` means for a link: which level does not exist, is out of service or is
 * forbidden, or that the read just failed.
 */
export function problemOf(error: ApiError, level: Level, segments: LinkSegments): ScopeProblem {
  const at = (where: Level) => ({ level: where, name: segments[where] ?? '' })
  if (error.kind === 'forbidden') return { reason: 'forbidden', ...at('team'), error }
  if (error.code === clusterNotUsable) return { reason: 'not-initialised', ...at('region') }
  if (error.code === unknownRegion) return { reason: 'not-found', ...at('region') }
  if (error.msg === 'no found team') return { reason: 'not-found', ...at('team') }
  if (error.msg === 'no found app') return { reason: 'not-found', ...at('app') }
  // Without a segment at this level, the list itself was not found.
  if (error.kind === 'not-found' && segments[level] !== undefined)
    return { reason: 'not-found', ...at(level) }
  return { reason: 'failed', ...at(level), error }
}

/** Resolves a link. Where several levels fail, the outermost one is the problem. */
export function resolveScope(segments: LinkSegments, reads: ScopeReads): ResolvedScope {
  const found: FoundScope = {}
  for (const look of [lookForTeam, lookForRegion, lookForApp, lookForComponent]) {
    const obstacle = look(segments, reads, found)
    if (obstacle === 'loading') return { status: 'loading', found }
    if (obstacle !== null) return { status: 'error', found, problem: obstacle }
  }
  return { status: 'ready', found }
}

type Look = (segments: LinkSegments, reads: ScopeReads, found: FoundScope) => Obstacle

const lookForTeam: Look = (segments, { teams, regions }, found) => {
  if (segments.team === undefined) return null
  if (teams.data === undefined) return unread(teams.error, 'team', segments)
  const team = findTeam(teams.data, segments.team)
  if (team === undefined && regions.data === undefined) return unread(regions.error, 'team', segments)
  // Not on the person's list, but readable: the gateway is configured not to check membership.
  found.team = team ?? { tenant_id: segments.team, tenant_name: segments.team, tenant_alias: '' }
  return null
}

const lookForRegion: Look = (segments, { regions }, found) => {
  if (segments.region === undefined) return null
  if (regions.data === undefined) return unread(regions.error, 'region', segments)
  const region = findRegion(regions.data, segments.region)
  if (region === undefined) return { reason: 'not-found', level: 'region', name: segments.region }
  found.region = region
  return isInMaintenance(region) ? { reason: 'maintenance', level: 'region', name: regionName(region) } : null
}

const lookForApp: Look = (segments, { apps }, found) => {
  if (segments.app === undefined) return null
  if (apps.data === undefined) return unread(apps.error, 'app', segments)
  const app = findApp(apps.data, segments.app)
  if (app === undefined) return { reason: 'not-found', level: 'app', name: segments.app }
  found.app = app
  return null
}

const lookForComponent: Look = (segments, { components, component }, found) => {
  if (segments.component === undefined) return null
  if (components.data === undefined) {
    // Without the app's list, the component's own response is enough.
    if (components.error === null || isOpen(component)) return 'loading'
    if (component.data === undefined) return unread(components.error, 'component', segments)
    found.component = component.data
    return null
  }
  const listed = findComponent(components.data, segments.component)
  if (listed !== undefined) {
    found.component = listed
    return null
  }
  // Only the list is reliable: an app without components returns every component of the team.
  if (isOpen(component)) return 'loading'
  const isElsewhere =
    component.data !== undefined || component.error?.msg === 'component not belong to this app'
  return { reason: isElsewhere ? 'elsewhere' : 'not-found', level: 'component', name: segments.component }
}

function isOpen(read: Read<unknown>): boolean {
  return read.data === undefined && read.error === null
}

function unread(error: ApiError | null, level: Level, segments: LinkSegments): Obstacle {
  return error === null ? 'loading' : problemOf(error, level, segments)
}
