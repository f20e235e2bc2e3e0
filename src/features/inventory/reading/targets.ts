import type { QueryClient } from '@tanstack/react-query'
import type { App } from '../../../api/contract/app'
import type { Region } from '../../../api/contract/region'
import { appName, componentName } from '../../../api/names'
import { appsQuery } from '../../../api/resources/apps'
import { componentsQuery } from '../../../api/resources/components'
import type { Target } from '../../change/engine/target'

/** Which ports: all of a cluster, or those of one app. */
export interface InventoryPlace {
  /** A `tenant_id`, as query keys have it. */
  team: string
  region: Region
  /** An `ID`; null for all apps. */
  app: number | null
}

export const refOf = ({ team, region }: InventoryPlace) => ({ team, region: region.region_name })

const collator = new Intl.Collator('en', { numeric: true })

/** Returns the apps of a place as far as the cache knows them, by name. */
export function knownApps(client: QueryClient, place: InventoryPlace): readonly App[] {
  const listed = client.getQueryData(appsQuery(refOf(place)).queryKey) ?? []
  const shown = place.app === null ? listed : listed.filter(({ ID }) => ID === place.app)
  return shown.toSorted((a, b) => collator.compare(appName(a), appName(b)) || a.ID - b.ID)
}

/**
 * Returns the components of a place as far as the cache knows them, by the names of their apps and their own. `last` is what
 * it returned before: the same component is the same object, and the array is the same while all of them are.
 */
export function knownTargets(
  client: QueryClient,
  place: InventoryPlace,
  last: readonly Target[],
): readonly Target[] {
  const ref = refOf(place)
  const before = new Map(last.map((target) => [target.ref.component, target]))
  // A component that moved to another app may be on the old list of its former one, too: the last one counts.
  const byId = new Map<string, Target>()
  for (const app of knownApps(client, place)) {
    const components = client.getQueryData(componentsQuery({ ...ref, app: app.ID }).queryKey) ?? []
    for (const component of components.toSorted(byName)) {
      const id = component.service_id
      const known = before.get(id)
      const isSame = known?.app === app && known.component === component
      const target = { ref: { ...ref, app: app.ID, component: id }, region: place.region, app, component }
      byId.set(id, isSame ? known : target)
    }
  }
  const next = [...byId.values()]
  return next.length === last.length && next.every((target, at) => target === last[at]) ? last : next
}

const byName = (a: Target['component'], b: Target['component']) =>
  collator.compare(componentName(a), componentName(b))
