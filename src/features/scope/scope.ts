import type { App } from '../../api/contract/app'
import type { Region } from '../../api/contract/region'
import type { Service } from '../../api/contract/service'
import type { Team } from '../../api/contract/team'
import type { ApiError } from '../../api/errors'
import type { ComponentRef } from '../../api/refs'

/** The four choices that lead to a component, outermost first. */
export const levels = ['team', 'region', 'app', 'service'] as const
export type Level = (typeof levels)[number]

/**
 * Why a link does not lead anywhere. `word` is what the link says at the level that failed.
 * `maintenance` and `not-initialised` are the two meanings of code 2001 (docs/contract.md, "Reading").
 */
export type ScopeProblem =
  | { reason: 'not-found' | 'maintenance' | 'not-initialised'; level: Level; word: string }
  | { reason: 'forbidden' | 'failed'; level: Level; word: string; error: ApiError }

/** What a component's page needs to know of where it is. */
export interface ComponentPlace {
  ref: ComponentRef
  team: Team
  region: Region
  app: App
  service: Service
}

export type ComponentScope =
  | { status: 'loading' }
  | { status: 'error'; error: ScopeProblem; retry: () => void }
  | ({ status: 'ready' } & ComponentPlace)
