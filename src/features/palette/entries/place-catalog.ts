import type { QueryClient } from '@tanstack/react-query'
import type { Port } from '../../../api/contract/port'
import { appsQuery } from '../../../api/resources/apps'
import { componentsQuery } from '../../../api/resources/components'
import { portsQuery } from '../../../api/resources/ports'
import { regionsQuery } from '../../../api/resources/regions'
import { teamsQuery } from '../../../api/resources/teams'
import { findRegion, findTeam } from '../../scope/link/link-lookup'
import type { LinkSegments } from '../../scope/link/link'
import type { ComponentEntry, PlaceEntry } from './entry'
import { appNode, componentNode, type PlaceWords, regionNode, teamNode } from './place-nodes'
import type { PortList } from './port-list'
import { remembering } from './remembering'

/** All places that the query cache knows. */
export interface Places {
  /** Teams, clusters, apps and components, in this order. */
  lists: readonly PlaceEntry[]
  components: readonly ComponentEntry[]
  ports: readonly PortList[]
}

/** Lists the places in the cache, those on the way to `present` first. The same object while none has changed. */
export type PlaceCatalog = (present: LinkSegments) => Places

/** Returns a catalog that makes the entries of a list only once, however often it is asked. */
export function createPlaceCatalog(client: QueryClient, words: PlaceWords): PlaceCatalog {
  const teamNodes = remembering(teamNode)
  const regionNodes = remembering(regionNode(words))
  const appNodes = remembering(appNode(words))
  const componentNodes = remembering(componentNode)
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
    const ports = components.map(({ entry }) => client.getQueryData(portsQuery(entry.ref).queryKey))
    const parts = [teams, regions, apps, components, ports].flat()
    if (last && parts.length === last.parts.length && parts.every((part, at) => part === last?.parts[at]))
      return last.places
    const places = {
      lists: [...teams, ...regions, ...apps, ...components].map(({ entry }) => entry),
      components: components.map(({ entry }) => entry),
      ports: components.flatMap(({ entry: component }, at) => listOf(component, ports[at])),
    }
    last = { parts, places }
    return places
  }
}

function listOf(component: ComponentEntry, ports: readonly Port[] | undefined): readonly PortList[] {
  return ports ? [{ component, ports }] : []
}

function firstOf<T>(items: readonly T[], isFirst: (item: T) => boolean): readonly T[] {
  return items.toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)))
}
