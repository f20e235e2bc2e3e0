import type { ClusterFailure } from '../faults/answers'
import type { App, Component, Region, Team, User, World } from '../state/world'
import type { Cluster } from './cluster'

/** One request, with everything its route has found so far. */
export interface Call {
  readonly world: World
  readonly request: Request
  readonly query: URLSearchParams
  /** The decoded parameters of the path. */
  readonly params: Readonly<Record<string, string>>
  readonly now: Date
  readonly failure: ClusterFailure | undefined
}

export interface UserCall extends Call {
  readonly user: User
}

export interface TeamCall extends UserCall {
  readonly team: Team
}

export interface RegionCall extends TeamCall {
  readonly region: Region
  readonly cluster: Cluster
}

export interface AppCall extends RegionCall {
  readonly app: App
}

export interface ComponentCall extends AppCall {
  readonly component: Component
}
