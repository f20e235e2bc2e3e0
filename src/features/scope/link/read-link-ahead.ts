import type { QueryClient } from '@tanstack/react-query'
import { appsQuery } from '../../../api/resources/apps'
import { componentsQuery } from '../../../api/resources/components'
import { domainsQuery } from '../../../api/resources/domains'
import { portsQuery } from '../../../api/resources/ports'
import { regionsQuery } from '../../../api/resources/regions'
import { teamsQuery } from '../../../api/resources/teams'
import { parseLink } from './link'
import { linkQuery } from './link-loader'
import { appRefOf, findComponent, regionRefOf, teamRefOf } from './link-lookup'

/**
 * Reads what the page of a path needs before somebody goes there, so far as the cache has nothing new of it. Ignores other
 * paths. Never rejects: a read that fails is repeated by the page, which shows the failure.
 */
export async function readLinkAhead(client: QueryClient, pathname: string): Promise<void> {
  const segments = parseLink(pathname)
  if (segments === null) return
  try {
    // Reads all by itself where the cache doesn't know yet what the segments stand for.
    await client.query(linkQuery(client, segments))
    const team = teamRefOf(segments, await client.query(once(teamsQuery())))
    if (team === undefined) return
    const regions = await client.query(once(regionsQuery(team)))
    const region = regionRefOf(segments, team, regions)
    if (region === undefined) return
    const app = appRefOf(segments, region, await client.query(once(appsQuery(region))))
    if (app === undefined) return
    const components = await client.query(once(componentsQuery(app)))
    const { component: segment } = segments
    const id = segment === undefined ? undefined : findComponent(components, segment)?.service_id
    if (id === undefined) return
    await Promise.all([
      client.query(once(portsQuery({ ...app, component: id }))),
      client.query(once(domainsQuery(app))),
    ])
  } catch {
    // The page says so.
  }
}

const once = <Options extends object>(query: Options) => ({ ...query, retry: false })
