import type { CopyLevel } from '../../domain/copying/pair-components'
import type { TargetPorts } from '../port-grid/rows/target-ports'
import type { SheetPlace } from '../sheets/sheet-place'

/** Where settings are copied to. */
export interface Destination {
  readonly place: SheetPlace
  /** A `service_id`; null for all components of the place. */
  readonly component: string | null
  /** What people call it. */
  readonly name: string
}

export function levelOf({ place, component }: Pick<Destination, 'place' | 'component'>): CopyLevel {
  if (component !== null) return 'component'
  return place.app === null ? 'cluster' : 'app'
}

/** Where settings come from. */
export interface Origin {
  readonly team: string
  readonly region: string
  /** The app that all of them come from; null where there are several. */
  readonly app: number | null
  /** The component that all of them come from; null where there are several. */
  readonly component: string | null
}

/** Returns the smallest place that holds all sources, which are of one cluster; null without any. */
export function originOf(sources: readonly TargetPorts[]): Origin | null {
  const [first, ...others] = sources.map(({ target }) => target.ref)
  if (!first) return null
  return {
    ...{ team: first.team, region: first.region },
    app: others.every(({ app }) => app === first.app) ? first.app : null,
    component: others.length === 0 ? first.component : null,
  }
}

/** What may be chosen below a cluster: nothing goes to where it comes from. */
export interface Offer {
  readonly allApps: boolean
  readonly app: (app: number) => boolean
  readonly allComponents: (app: number) => boolean
  readonly component: (component: string) => boolean
}

/** Returns what a cluster offers to settings of an origin. */
export function offerOf(origin: Origin, cluster: { team: string; region: string }): Offer {
  const isOwn = cluster.team === origin.team && cluster.region === origin.region
  const isOrigin = (app: number) => isOwn && app === origin.app
  return {
    allApps: !isOwn,
    // A single component can go to its neighbours.
    app: (app) => !isOrigin(app) || origin.component !== null,
    allComponents: (app) => !isOrigin(app),
    component: (component) => component !== origin.component,
  }
}
