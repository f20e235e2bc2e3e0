import type { QueryClient } from '@tanstack/react-query'
import { appsQuery } from '../../../api/resources/apps'
import { componentsQuery } from '../../../api/resources/components'
import { portsQuery } from '../../../api/resources/ports'
import { regionsQuery } from '../../../api/resources/regions'
import { teamsQuery } from '../../../api/resources/teams'
import { findRegion, findTeam } from '../../scope/link/link-lookup'
import type { LinkSegments } from '../../scope/link/link'
import type { ComponentEntry, PlaceEntry } from './entry'
import { appNode, componentNode, type PlaceWords, portEntry, regionNode, teamNode } from './place-nodes'

/** All places that the query cache knows. */
export interface Places {
  /** Teams, clusters, apps and components, in this order. */
  lists: readonly PlaceEntry[]
  components: readonly ComponentEntry[]
  ports: readonly PlaceEntry[]
}

/** Lists the places in the cache, those on the way to `present` first. The same object while none has changed. */
export type PlaceCatalog = (present: LinkSegments) => Places

/** Returns a catalog that makes the entries of a list only once, however often it is asked. */
export function createPlaceCatalog(client: QueryClient, words: PlaceWords): PlaceCatalog {
  const teamNodes = remembering(teamNode)
  const regionNodes = remembering(regionNode(words))
  const appNodes = remembering(appNode(words))
  const componentNodes = remembering(componentNode)
  const portEntries = remembering(portEntry)
  let last: { parts: readonly unknown[]; places: Places } | null = null

  return (present) => {
    const teamList = client.getQueryData(teamsQuery().queryKey)
    const here = teamList && findTeam(teamList, present.team ?? '')
    const teams = firstOf(teamNodes(teamList, null), ({ team }) => team === here)
    const regions = teams.flatMap((team) => {
      const list = client.getQueryData(regionsQuery(team.ref).queryKey)
      const presentRegion = list && findRegion(list, present.region ?? '')
      return firstOf(regionNodes(list, team), ({ region }) => region === presentRegion)
    })
    const apps = regions.flatMap((region) =>
      appNodes(client.getQueryData(appsQuery(region.ref).queryKey), region),
    )
    const components = apps.flatMap((app) =>
      componentNodes(client.getQueryData(componentsQuery(app.ref).queryKey), app),
    )
    const ports = components.map((component) =>
      portEntries(client.getQueryData(portsQuery(component.entry.ref).queryKey), component),
    )
    const parts = [teams, regions, apps, components, ports].flat()
    if (last && parts.length === last.parts.length && parts.every((part, at) => part === last?.parts[at]))
      return last.places
    const places = {
      lists: [...teams, ...regions, ...apps, ...components].map(({ entry }) => entry),
      components: components.map(({ entry }) => entry),
      ports: ports.flat(),
    }
    last = { parts, places }
    return places
  }
}

const none: readonly never[] = []

/** Returns what makes something of each item of a list, once for the same list below the same place. */
function remembering<Item, Above, Made>(make: (item: Item, above: Above) => Made) {
  const made = new WeakMap<readonly Item[], { above: Above; below: readonly Made[] }>()
  return (list: readonly Item[] | undefined, above: Above): readonly Made[] => {
    if (!list) return none
    const known = made.get(list)
    if (known?.above === above) return known.below
    const below = list.map((item) => make(item, above))
    made.set(list, { above, below })
    return below
  }
}

function firstOf<T>(items: readonly T[], isFirst: (item: T) => boolean): readonly T[] {
  return items.toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)))
}
