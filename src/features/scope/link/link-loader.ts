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
 * Opens a link: all that its page needs is asked for at once, by the link's own words, and written under the ids as
 * soon as the lists say which these are. Gives `true` when every list on the way has answered or failed; before that
 * nothing may be asked for under the ids, for it would be asked twice. Fails only where the list of teams fails.
 *
 * Takes no time where the cache already knows what the words stand for, as when one goes from page to page.
 */
export const linkQuery = (client: QueryClient, segments: LinkSegments) =>
  queryOptions({
    queryKey: keys.link(segments),
    queryFn: () => openLink(client, segments),
    initialData: () => (isKnown(client, segments) ? true : undefined),
    staleTime: Infinity,
    // What may pass is tried again below, read by read.
    retry: false,
  })

/** Starts to open the link of a path before there is anything on the screen. Other paths are left alone. */
export function prefetchLink(client: QueryClient, pathname: string): void {
  const segments = parseLink(pathname)
  if (segments !== null) client.query(linkQuery(client, segments)).catch(ignore)
}

// Only two words have to be looked up before anything is asked: the team's name and the component's alias.
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
  // A cluster's or app's name that only the lists know was asked for in vain.
  const inRegion: Asked = region.region === segments.region ? asked : {}
  const apps = await adopt(client, appsQuery(region).queryKey, inRegion.apps, (s) => listApps(region, s))

  const app = appRefOf(segments, region, apps)
  if (app === undefined) return true
  const inApp: Asked = String(app.app) === segments.app ? inRegion : {}
  const componentsAnswer = adopt(client, componentsQuery(app).queryKey, inApp.components, (s) =>
    listComponents(app, s),
  )
  if (segments.component === undefined) {
    await componentsAnswer
    return true
  }
  void adopt(client, domainsQuery(app).queryKey, inApp.domains, (s) => listDomains(app, s))
  void adopt(client, teamPortsQuery(region).queryKey, inRegion.teamPorts, (s) => listTeamPorts(region, s))

  const components = await componentsAnswer
  // Without the app's list the component by itself says what its id is.
  const component = components
    ? findComponent(components, segments.component)
    : await inApp.component?.catch(ignore)
  const ref = { ...app, component: component?.service_id ?? segments.component }
  void adopt(client, componentQuery(ref).queryKey, inApp.component, (s) => getComponent(ref, s))
  void adopt(client, portsQuery(ref).queryKey, inApp.ports, (s) => listPorts(ref, s))
  return true
}

/** What was asked for by the words of a link: not to be called off, and a failure is told by whoever adopts it. */
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
  // The words are refs already where the server takes names: of a team and of a component.
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
 * Makes the answer that is under way the first one of a query, so that whoever mounts meanwhile waits for it instead of
 * asking again. Tries again, by id, as any read does. Gives the data, or undefined where it failed.
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
