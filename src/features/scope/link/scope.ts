import type { App } from '../../../api/contract/app'
import type { Component } from '../../../api/contract/component'
import type { Region } from '../../../api/contract/region'
import type { Team } from '../../../api/contract/team'
import type { ApiError } from '../../../api/errors/errors'
import type { ComponentRef } from '../../../api/paths'

/** The four choices that lead to a component, outermost first. */
export type Level = 'team' | 'region' | 'app' | 'component'

/**
 * Why a link does not lead anywhere, and at which level; `word` is what the link says there.
 * `maintenance` and `not-initialised` are the two meanings of code 2001, and `elsewhere` is a component of another app
 * (docs/contract.md, "Reading").
 */
export type ScopeProblem =
  | { reason: 'not-found' | 'maintenance' | 'not-initialised' | 'elsewhere'; level: Level; word: string }
  | { reason: 'forbidden' | 'failed'; level: Level; word: string; error: ApiError }

/** What a link was found to lead to, as far as it is known. */
export interface FoundPlace {
  team?: Team
  region?: Region
  app?: App
  component?: Component
}

/** What a component's page needs to know of where it is. */
export interface ComponentPlace {
  ref: ComponentRef
  team: Team
  region: Region
  app: App
  component: Component
}

export type ComponentScope =
  | { status: 'loading' }
  | { status: 'error'; error: ScopeProblem; retry: () => void }
  | ({ status: 'ready' } & ComponentPlace)

/** Whether a cluster is shown but cannot be entered (docs/contract.md, "Reading"). */
export function isInMaintenance(region: Region): boolean {
  return region.status === '3'
}
