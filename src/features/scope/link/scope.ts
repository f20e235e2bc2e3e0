import type { App } from '../../../api/contract/app'
import type { Component } from '../../../api/contract/component'
import type { Region } from '../../../api/contract/region'
import type { Team } from '../../../api/contract/team'
import type { ApiError } from '../../../api/errors/errors'
import { appName, componentName, regionName, teamName } from '../../../api/names'
import type { ComponentRef } from '../../../api/paths'
import { visibleText } from '../../../lib/text/clean-text'
import type { LinkSegments } from './link'
import type { Level } from './paths'

/**
 * Why a link fails, and at which level; `name` is what the link says there. `maintenance` and `not-initialised` are the
 * two meanings of code 2001, and `elsewhere` is a component of another app (docs/contract.md, "Reading").
 */
export type ScopeProblem =
  | { reason: 'not-found' | 'maintenance' | 'not-initialised' | 'elsewhere'; level: Level; name: string }
  | { reason: 'forbidden' | 'failed'; level: Level; name: string; error: ApiError }

/** What the segments of a link stand for, as far as it is known. */
export interface FoundScope {
  team?: Team
  region?: Region
  app?: App
  component?: Component
}

/** A component with everything above it. */
export interface ComponentScope {
  ref: ComponentRef
  team: Team
  region: Region
  app: App
  component: Component
}

export type ComponentScopeState =
  | { status: 'loading' }
  | { status: 'error'; error: ScopeProblem; retry: () => void }
  | ({ status: 'ready' } & ComponentScope)

/** Returns whether a cluster is listed but can't be opened (docs/contract.md, "Reading"). */
export function isInMaintenance(region: Region): boolean {
  return region.status === '3'
}

/** Returns what people call each level that was found. */
export function scopeNames({ team, region, app, component }: FoundScope) {
  return {
    ...(team && { team: teamName(team) }),
    ...(region && { region: regionName(region) }),
    ...(app && { app: appName(app) }),
    ...(component && { component: componentName(component) }),
  }
}

/** Returns what stands for each level of a link: its name, and what the link says until that is known. */
export function namesOrSegments(found: FoundScope, segments: LinkSegments): Partial<Record<Level, string>> {
  const said = Object.entries(segments).map(([level, segment]) => [level, visibleText(segment)] as const)
  return { ...Object.fromEntries(said), ...scopeNames(found) }
}

/** Returns the segments of the one readable link to a scope: `tenant_name`, `region_name`, the app's `ID`, `service_alias`. */
export function scopeSegments({ team, region, app, component }: FoundScope): LinkSegments {
  return {
    ...(team && { team: team.tenant_name }),
    ...(region && { region: region.region_name }),
    ...(app && { app: String(app.ID) }),
    ...(component && { component: component.service_alias }),
  }
}
