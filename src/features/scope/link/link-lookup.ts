import type { App } from '../../../api/contract/app'
import type { Component } from '../../../api/contract/component'
import type { Region } from '../../../api/contract/region'
import type { Team } from '../../../api/contract/team'
import type { AppRef, RegionRef, TeamRef } from '../../../api/paths'
import type { LinkWords } from './link'

/** Finds the team by `tenant_id`, `tenant_name`, or an alias that only one team has. */
export function findTeam(teams: readonly Team[], word: string): Team | undefined {
  return (
    teams.find((team) => team.tenant_id === word) ??
    teams.find((team) => team.tenant_name === word) ??
    onlyOne(teams.filter((team) => team.tenant_alias === word))
  )
}

/** Finds the cluster by `region_name`, or by an alias that only one cluster has. */
export function findRegion(regions: readonly Region[], word: string): Region | undefined {
  return (
    regions.find((region) => region.region_name === word) ??
    onlyOne(regions.filter((region) => region.region_alias === word))
  )
}

/** Finds the app by `ID`, or by a name that only one app has. */
export function findApp(apps: readonly App[], word: string): App | undefined {
  return apps.find((app) => String(app.ID) === word) ?? onlyOne(apps.filter((app) => app.group_name === word))
}

/** Finds the component by `service_id`, `service_alias`, or a name that only one component of the app has. */
export function findComponent(components: readonly Component[], word: string): Component | undefined {
  return (
    components.find((component) => component.service_id === word) ??
    components.find((component) => component.service_alias === word) ??
    onlyOne(components.filter((component) => component.service_cname === word))
  )
}

function onlyOne<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined
}

/**
 * Gives the team of a link under its id. A team that is not on the person's list stays as the link says it: the server
 * takes names, too, and says itself what it does not know. Undefined without a team in the link, or without the list.
 */
export function teamRefOf(words: LinkWords, teams: readonly Team[] | undefined): TeamRef | undefined {
  if (words.team === undefined || teams === undefined) return undefined
  return { team: findTeam(teams, words.team)?.tenant_id ?? words.team }
}

/** Gives the cluster of a link; the link's own word until the list says otherwise. */
export function regionRefOf(
  words: LinkWords,
  team: TeamRef | undefined,
  regions: readonly Region[] | undefined,
): RegionRef | undefined {
  if (words.region === undefined || team === undefined) return undefined
  return { ...team, region: findRegion(regions ?? [], words.region)?.region_name ?? words.region }
}

/** Gives the app of a link; undefined, too, where the link says a name that the list does not know (yet). */
export function appRefOf(
  words: LinkWords,
  region: RegionRef | undefined,
  apps: readonly App[] | undefined,
): AppRef | undefined {
  if (words.app === undefined || region === undefined) return undefined
  const app = findApp(apps ?? [], words.app)?.ID ?? appNumber(words.app)
  return app === undefined ? undefined : { ...region, app }
}

function appNumber(word: string): number | undefined {
  return /^[1-9]\d{0,14}$/.test(word) ? Number(word) : undefined
}
