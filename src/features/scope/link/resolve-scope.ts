import type { App } from '../../../api/contract/app'
import type { Component } from '../../../api/contract/component'
import type { Region } from '../../../api/contract/region'
import type { Team } from '../../../api/contract/team'
import type { ApiError } from '../../../api/errors/errors'
import { regionName } from '../../../api/names'
import type { LinkWords } from './link'
import { findApp, findComponent, findRegion, findTeam } from './link-lookup'
import { type FoundPlace, isInMaintenance, type Level, type ScopeProblem } from './scope'

/** One read as far as it went: what it last brought, and how it last failed. */
export interface Read<T> {
  data: T | undefined
  error: ApiError | null
}

/** Everything that tells where a link leads. `component` is the one asked for by itself. */
export interface ScopeReads {
  teams: Read<readonly Team[]>
  regions: Read<readonly Region[]>
  apps: Read<readonly App[]>
  components: Read<readonly Component[]>
  component: Read<Component>
}

/** Where a link leads: what was found of it, and what stands in the way. */
export type ResolvedScope =
  | { status: 'loading' | 'ready'; found: FoundPlace }
  | { status: 'error'; found: FoundPlace; problem: ScopeProblem }

type Obstacle = 'loading' | ScopeProblem | null

/** Code 2001: the team is not initialised in the cluster, or the cluster is not in service. */
const clusterNotUsable = 2001
const unknownRegion = 3000

/**
 * Takes the failed read of the list in which `level` is looked up, and says what that means for a link: which level of
 * it is not there, not in service or not allowed, or that the read simply failed.
 */
export function problemOf(error: ApiError, level: Level, words: LinkWords): ScopeProblem {
  const at = (where: Level) => ({ level: where, word: words[where] ?? '' })
  if (error.kind === 'forbidden') return { reason: 'forbidden', ...at('team'), error }
  if (error.code === clusterNotUsable) return { reason: 'not-initialised', ...at('region') }
  if (error.code === unknownRegion) return { reason: 'not-found', ...at('region') }
  if (error.msg === 'no found team') return { reason: 'not-found', ...at('team') }
  if (error.msg === 'no found app') return { reason: 'not-found', ...at('app') }
  // Without a word at this level it was the list itself that was not there.
  if (error.kind === 'not-found' && words[level] !== undefined) return { reason: 'not-found', ...at(level) }
  return { reason: 'failed', ...at(level), error }
}

/**
 * Takes the words of a link and the reads of what they stand for, and says where the link leads. The outermost level
 * that stands in the way decides.
 */
export function resolveScope(words: LinkWords, reads: ScopeReads): ResolvedScope {
  const found: FoundPlace = {}
  for (const look of [lookForTeam, lookForRegion, lookForApp, lookForComponent]) {
    const obstacle = look(words, reads, found)
    if (obstacle === 'loading') return { status: 'loading', found }
    if (obstacle !== null) return { status: 'error', found, problem: obstacle }
  }
  return { status: 'ready', found }
}

type Look = (words: LinkWords, reads: ScopeReads, found: FoundPlace) => Obstacle

const lookForTeam: Look = (words, { teams, regions }, found) => {
  if (words.team === undefined) return null
  if (teams.data === undefined) return unread(teams.error, 'team', words)
  const team = findTeam(teams.data, words.team)
  if (team === undefined && regions.data === undefined) return unread(regions.error, 'team', words)
  // Not on the person's list, and yet the server answers for it: the gateway was told not to check membership.
  found.team = team ?? { tenant_id: words.team, tenant_name: words.team, tenant_alias: '' }
  return null
}

const lookForRegion: Look = (words, { regions }, found) => {
  if (words.region === undefined) return null
  if (regions.data === undefined) return unread(regions.error, 'region', words)
  const region = findRegion(regions.data, words.region)
  if (region === undefined) return { reason: 'not-found', level: 'region', word: words.region }
  found.region = region
  return isInMaintenance(region) ? { reason: 'maintenance', level: 'region', word: regionName(region) } : null
}

const lookForApp: Look = (words, { apps }, found) => {
  if (words.app === undefined) return null
  if (apps.data === undefined) return unread(apps.error, 'app', words)
  const app = findApp(apps.data, words.app)
  if (app === undefined) return { reason: 'not-found', level: 'app', word: words.app }
  found.app = app
  return null
}

const lookForComponent: Look = (words, { components, component }, found) => {
  if (words.component === undefined) return null
  if (components.data === undefined) {
    // Where the app's list fails, the component by itself will do.
    if (components.error === null || isOpen(component)) return 'loading'
    if (component.data === undefined) return unread(components.error, 'component', words)
    found.component = component.data
    return null
  }
  const listed = findComponent(components.data, words.component)
  if (listed !== undefined) {
    found.component = listed
    return null
  }
  // The list is the truth: an app without components answers for every component of the team.
  if (isOpen(component)) return 'loading'
  const isElsewhere =
    component.data !== undefined || component.error?.msg === 'component not belong to this app'
  return { reason: isElsewhere ? 'elsewhere' : 'not-found', level: 'component', word: words.component }
}

function isOpen(read: Read<unknown>): boolean {
  return read.data === undefined && read.error === null
}

function unread(error: ApiError | null, level: Level, words: LinkWords): Obstacle {
  return error === null ? 'loading' : problemOf(error, level, words)
}
