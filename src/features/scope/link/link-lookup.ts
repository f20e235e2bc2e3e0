import type { App } from '../../../api/contract/app'
import type { Component } from '../../../api/contract/component'
import type { Region } from '../../../api/contract/region'
import type { Team } from '../../../api/contract/team'
import type { AppRef, RegionRef, TeamRef } from '../../../api/paths'
import type { LinkSegments } from './link'

/** Finds the team by `tenant_id`, `tenant_name`, or an alias that only one team has. */
export function findTeam(teams: readonly Team[], segment: string): Team | undefined {
  return (
    teams.find((team) => team.tenant_id === segment) ??
    teams.find((team) => team.tenant_name === segment) ??
    onlyOne(teams.filter((team) => team.tenant_alias === segment))
  )
}

/** Finds the cluster by `region_name`, or by an alias that only one cluster has. */
export function findRegion(regions: readonly Region[], segment: string): Region | undefined {
  return (
    regions.find((region) => region.region_name === segment) ??
    onlyOne(regions.filter((region) => region.region_alias === segment))
  )
}

/** Finds the app by `ID`, or by a name that only one app has. */
export function findApp(apps: readonly App[], segment: string): App | undefined {
  return (
    apps.find((app) => String(app.ID) === segment) ??
    onlyOne(apps.filter((app) => app.group_name === segment))
  )
}

/** Finds the component by `service_id`, `service_alias`, or a name that only one component of the app has. */
export function findComponent(components: readonly Component[], segment: string): Component | undefined {
  return (
    components.find((component) => component.service_id === segment) ??
    components.find((component) => component.service_alias === segment) ??
    onlyOne(components.filter((component) => component.service_cname === segment))
  )
}

function onlyOne<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined
}

/**
 * Returns the team of a link by its id. A team that is not on the person's list keeps the segment of the link: the server
 * also accepts names, and refuses those that it doesn't know. Undefined without a team in the link, or without the list.
 */
export function teamRefOf(segments: LinkSegments, teams: readonly Team[] | undefined): TeamRef | undefined {
  if (segments.team === undefined || teams === undefined) return undefined
  return { team: findTeam(teams, segments.team)?.tenant_id ?? segments.team }
}

/** Returns the cluster of a link; the segment itself until the list says otherwise. */
export function regionRefOf(
  segments: LinkSegments,
  team: TeamRef | undefined,
  regions: readonly Region[] | undefined,
): RegionRef | undefined {
  if (segments.region === undefined || team === undefined) return undefined
  return { ...team, region: findRegion(regions ?? [], segments.region)?.region_name ?? segments.region }
}

/** Returns the app of a link; undefined where its segment is a name that no list has resolved yet. */
export function appRefOf(
  segments: LinkSegments,
  region: RegionRef | undefined,
  apps: readonly App[] | undefined,
): AppRef | undefined {
  if (segments.app === undefined || region === undefined) return undefined
  const app = findApp(apps ?? [], segments.app)?.ID ?? appNumber(segments.app)
  return app === undefined ? undefined : { ...region, app }
}

function appNumber(segment: string): number | undefined {
  return /^[1-9]\d{0,14}$/.test(segment) ? Number(segment) : undefined
}
