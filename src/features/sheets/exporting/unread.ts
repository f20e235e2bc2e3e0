import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query'
import { isFromLastVisit } from '../../../api/cache-entries'
import { appsQuery } from '../../../api/resources/apps'
import { componentsQuery } from '../../../api/resources/components'
import { portsQuery } from '../../../api/resources/ports'
import type { SheetPlace } from '../sheet-place'

/** What of a place hasn't been read, or couldn't be: nobody knows which ports are missing. */
interface Unread {
  components: number
  /** Not every app, or not every component of each, is known. */
  lacksLists: boolean
}

/** Returns what the cache lacks of a place. What only an earlier visit has read counts as lacking. */
export function unreadOf(client: QueryClient, { team, region, app: only }: SheetPlace): Unread {
  const place = { team, region: region.region_name }
  const isRead = (queryKey: QueryKey) =>
    client.getQueryState(queryKey)?.data !== undefined && !isFromLastVisit(client, hashKey(queryKey))

  const appsKey = appsQuery(place).queryKey
  const apps = client.getQueryData(appsKey) ?? []
  const listKeys = apps
    .filter(({ ID }) => only === null || ID === only)
    .map(({ ID }) => ({ ID, queryKey: componentsQuery({ ...place, app: ID }).queryKey }))
  const refs = listKeys.flatMap(({ ID, queryKey }) =>
    (client.getQueryData(queryKey) ?? []).map((component) => ({
      ...place,
      app: ID,
      component: component.service_id,
    })),
  )
  return {
    components: refs.filter((ref) => !isRead(portsQuery(ref).queryKey)).length,
    lacksLists: !isRead(appsKey) || listKeys.some(({ queryKey }) => !isRead(queryKey)),
  }
}
