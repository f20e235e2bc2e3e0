import { type QueryKey, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useReadFailure } from '../../api/errors/use-read-failure'
import type { AppRef, RegionRef, TeamRef } from '../../api/paths'
import { appsQuery } from '../../api/resources/apps'
import { componentQuery, componentsQuery } from '../../api/resources/components'
import { regionsQuery } from '../../api/resources/regions'
import { teamsQuery } from '../../api/resources/teams'
import { useAddressPath } from '../../lib/navigation/navigation-guard'
import { type Link, type LinkSegments, readLink } from './link/link'
import { linkQuery } from './link/link-loader'
import { appRefOf, findRegion, findComponent, regionRefOf, teamRefOf } from './link/link-lookup'
import { type Read, type ResolvedScope, resolveScope } from './link/resolve-scope'
import type { PageName } from './link/paths'
import { type ComponentScopeState, isInMaintenance } from './link/scope'

/** What the address bar leads to, with the refs of the lists that can be read. */
export type Scope = ResolvedScope & {
  segments: LinkSegments
  page: PageName
  /** The team, cluster and app by their ids, each as soon as its list can be read. */
  refs: { team?: TeamRef; region?: RegionRef; app?: AppRef }
  /** Reads again every list on the way. */
  retry: () => void
}

const noLink: Link = { segments: {}, page: 'home' }

/** Resolves the link in the address bar: what its segments stand for, and why it leads no further. */
export function useScope(): Scope {
  const path = useAddressPath()
  const { segments, page } = readLink(path) ?? noLink
  const client = useQueryClient()
  const link = useQuery(linkQuery(client, segments))
  const linkFailure = useReadFailure(linkQuery(client, segments).queryKey, link)
  const isOpen = link.isSuccess

  const teams = useQuery({ ...teamsQuery(), enabled: isOpen })
  const team = isOpen ? teamRefOf(segments, teams.data) : undefined

  const regions = useQuery({ ...regionsQuery(team ?? disabledRef), enabled: team !== undefined })
  const region = regionRefOf(segments, team, regions.data)
  const known = regions.data && findRegion(regions.data, segments.region ?? '')
  const isUsable = region !== undefined && !(known && isInMaintenance(known))

  const apps = useQuery({ ...appsQuery(region ?? disabledRef), enabled: isUsable })
  const app = appRefOf(segments, region, apps.data)

  const components = useQuery({
    ...componentsQuery(app ?? disabledRef),
    enabled: isUsable && app !== undefined,
  })
  const componentsRead = useRead(componentsQuery(app ?? disabledRef), components)
  const isOnList = components.data && findComponent(components.data, segments.component ?? '') !== undefined
  const isAskedAlone =
    app !== undefined &&
    segments.component !== undefined &&
    (componentsRead.error !== null || isOnList === false)
  const componentRef = { ...(app ?? disabledRef), component: segments.component ?? '' }
  const component = useQuery({ ...componentQuery(componentRef), enabled: isAskedAlone })

  const teamsRead = useRead(teamsQuery(), teams)
  const reads = {
    teams: linkFailure ? { data: undefined, error: linkFailure } : teamsRead,
    regions: useRead(regionsQuery(team ?? disabledRef), regions),
    apps: useRead(appsQuery(region ?? disabledRef), apps),
    components: componentsRead,
    component: useRead(componentQuery(componentRef), component),
  }

  return {
    ...resolveScope(segments, reads),
    segments,
    page,
    refs: {
      ...(team && { team }),
      ...(region && isUsable && { region }),
      ...(app && isUsable && { app }),
    },
    retry: () => {
      if (link.isError) void link.refetch()
      if (!isOpen) return
      void teams.refetch()
      if (team) void regions.refetch()
      if (isUsable) void apps.refetch()
      if (isUsable && app) void components.refetch()
      if (isAskedAlone) void component.refetch()
    },
  }
}

function useRead<T>({ queryKey }: { queryKey: QueryKey }, result: UseQueryResult<T>): Read<T> {
  return { data: result.data, error: useReadFailure(queryKey, result) }
}

export function useComponentScope(): ComponentScopeState {
  const scope = useScope()
  if (scope.status === 'error') return { status: 'error', error: scope.problem, retry: scope.retry }
  const { team, region, app, component } = scope.found
  if (!team || !region || !app || !component) return { status: 'loading' }
  const ref = {
    team: team.tenant_id,
    region: region.region_name,
    app: app.ID,
    component: component.service_id,
  }
  return { status: 'ready', ref, team, region, app, component }
}

/** The ref of a query that is not enabled yet, because a hook can't be skipped. */
export const disabledRef = { team: '', region: '', app: 0, component: '' } as const
