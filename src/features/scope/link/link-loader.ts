import { type QueryClient, type QueryKey, queryOptions } from '@tanstack/react-query'
import type { App } from '../../../api/contract/app'
import type { Component } from '../../../api/contract/component'
import type { Domains } from '../../../api/contract/domain'
import type { Port, TeamPort } from '../../../api/contract/port'
import type { Region } from '../../../api/contract/region'
import { keys, portsStaleMs } from '../../../api/keys'
import { appsQuery, listApps } from '../../../api/resources/apps'
import {
  componentQuery,
  componentsQuery,
  getComponent,
  listComponents,
} from '../../../api/resources/components'
import { domainsQuery, listDomains } from '../../../api/resources/domains'
import { listPorts, listTeamPorts, portsQuery, teamPortsQuery } from '../../../api/resources/ports'
import { listRegions, regionsQuery } from '../../../api/resources/regions'
import { teamsQuery } from '../../../api/resources/teams'
import { type LinkSegments, parseLink } from './link'
import { appRefOf, findComponent, regionRefOf, teamRefOf } from './link-lookup'

/**
 * Opens a link: requests everything that its page needs at once, by the segments of the link, and writes the responses
 * under the ids as soon as the lists tell them. Resolves when every list on the way to the last segment has succeeded or
 * failed; a read by id before that would be a second request for the same. Fails only where the list of teams fails.
 *
 * Succeeds synchronously where the cache already knows what the segments stand for, as when somebody goes from page to
 * page.
 */
export const linkQuery = (client: QueryClient, segments: LinkSegments) =>
  queryOptions({
    queryKey: keys.link(segments),
    queryFn: () => openLink(client, segments),
    // Not for a link that is being opened, which knows more and more: its requests are under way, by names.
    initialData: () => (isOpening(client, segments) || !isKnown(client, segments) ? undefined : true),
    staleTime: Infinity,
    // Each read below is repeated by itself.
    retry: false,
  })

/** Starts to open the link of a path before anything is on the screen. Ignores other paths. */
export function prefetchLink(client: QueryClient, pathname: string): void {
  const segments = parseLink(pathname)
  if (segments !== null) client.query(linkQuery(client, segments)).catch(ignore)
}

const isOpening = (client: QueryClient, segments: LinkSegments) =>
  client.getQueryState(keys.link(segments)) !== undefined

// Only two segments have to be looked up before anything can be read by id: the team's name and the component's alias.
function isKnown(client: QueryClient, segments: LinkSegments): boolean {
  if (segments.team === undefined) return true
  const team = teamRefOf(segments, client.getQueryData(teamsQuery().queryKey))
  if (team === undefined || segments.component === undefined) return team !== undefined
  const region = regionRefOf(segments, team, client.getQueryData(regionsQuery(team).queryKey))
  const app = region && appRefOf(segments, region, client.getQueryData(appsQuery(region).queryKey))
  return app !== undefined && client.getQueryData(componentsQuery(app).queryKey) !== undefined
}

async function openLink(client: QueryClient, segments: LinkSegments): Promise<true> {
  const teamsAnswer = client.query(teamsQuery())
  const asked = askBySegments(segments)

  const team = teamRefOf(segments, await teamsAnswer)
  if (team === undefined) return true
  const regions = await adopt(client, regionsQuery(team).queryKey, asked.regions, (s) => listRegions(team, s))

  const region = regionRefOf(segments, team, regions)
  if (region === undefined) return true
  // The server refused a cluster or an app by a name that only the lists know.
  const inRegion: Asked = region.region === segments.region ? asked : {}
  const appsAnswer = adopt(client, appsQuery(region).queryKey, inRegion.apps, (s) => listApps(region, s))
  if (segments.app === undefined) return true

  const app = appRefOf(segments, region, await appsAnswer)
  if (app === undefined) return true
  const inApp: Asked = String(app.app) === segments.app ? inRegion : {}
  const componentsAnswer = adopt(client, componentsQuery(app).queryKey, inApp.components, (s) =>
    listComponents(app, s),
  )
  if (segments.component === undefined) return true
  void adopt(client, domainsQuery(app).queryKey, inApp.domains, (s) => listDomains(app, s))
  void adopt(client, teamPortsQuery(region).queryKey, inRegion.teamPorts, (s) => listTeamPorts(region, s))

  const components = await componentsAnswer
  // Without the app's list, the component's own response tells its id.
  const component = components
    ? findComponent(components, segments.component)
    : await inApp.component?.catch(ignore)
  const ref = { ...app, component: component?.service_id ?? segments.component }
  void adopt(client, componentQuery(ref).queryKey, inApp.component, (s) => getComponent(ref, s))
  void adopt(client, portsQuery(ref).queryKey, inApp.ports, (s) => listPorts(ref, s))
  return true
}

/** Requests by the segments of a link. They can't be aborted, and whoever adopts one reports its failure. */
type Asked = {
  regions?: Promise<Region[]>
  apps?: Promise<App[]>
  teamPorts?: Promise<TeamPort[]>
  components?: Promise<Component[]>
  domains?: Promise<Domains>
  component?: Promise<Component>
  ports?: Promise<Port[]>
}

function askBySegments(segments: LinkSegments): Asked {
  const asked: Asked = {}
  // The server accepts the names of a team and of a component, so those segments are refs already.
  const team = segments.team === undefined ? undefined : { team: segments.team }
  const region = regionRefOf(segments, team, undefined)
  const app = appRefOf(segments, region, undefined)
  if (team) asked.regions = listRegions(team)
  if (region) asked.apps = listApps(region)
  if (app) asked.components = listComponents(app)
  if (region && app && segments.component !== undefined) {
    const component = { ...app, component: segments.component }
    asked.component = getComponent(component)
    asked.ports = listPorts(component)
    asked.domains = listDomains(app)
    asked.teamPorts = listTeamPorts(region)
  }
  for (const answer of Object.values<Promise<unknown>>(asked)) answer.catch(ignore)
  return asked
}

/**
 * Makes a pending request the first one of a query, so that whoever mounts meanwhile waits for it instead of sending
 * another. Repeats a failure by id, as any read does. Resolves with undefined where it failed for good.
 */
function adopt<T>(
  client: QueryClient,
  queryKey: QueryKey,
  underWay: Promise<T> | undefined,
  ask: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  let first = underWay
  const queryFn = ({ signal }: { signal: AbortSignal }) => {
    const answer = first ?? ask(signal)
    first = undefined
    return answer
  }
  return client.query({ queryKey, queryFn, staleTime: portsStaleMs }).catch(ignore)
}

function ignore(): undefined {
  return undefined
}
