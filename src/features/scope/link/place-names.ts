import type { App } from '../../../api/contract/app'
import type { Component } from '../../../api/contract/component'
import type { Region } from '../../../api/contract/region'
import type { Team } from '../../../api/contract/team'
import { visibleText } from '../../../lib/text/clean-text'
import { linkPath } from './link'
import type { FoundPlace } from './scope'

/** What people call a team. */
export function teamName(team: Team): string {
  return visibleText(team.tenant_alias === '' ? team.tenant_name : team.tenant_alias)
}

/** What people call a cluster. */
export function regionName(region: Region): string {
  return visibleText(region.region_alias === '' ? region.region_name : region.region_alias)
}

/** What people call an app. */
export function appName(app: App): string {
  return visibleText(app.group_name)
}

/** What people call a component. */
export function componentName(component: Component): string {
  return visibleText(component.service_cname === '' ? component.service_alias : component.service_cname)
}

/** What people call each level of a place. */
export function placeNames({ team, region, app, component }: FoundPlace) {
  return {
    ...(team && { team: teamName(team) }),
    ...(region && { region: regionName(region) }),
    ...(app && { app: appName(app) }),
    ...(component && { component: componentName(component) }),
  }
}

/** Gives the one path of a place, in its readable form: `tenant_name`, `region_name`, the app's `ID`, `service_alias`. */
export function placePath({ team, region, app, component }: FoundPlace): string {
  return linkPath({
    ...(team && { team: team.tenant_name }),
    ...(region && { region: region.region_name }),
    ...(app && { app: String(app.ID) }),
    ...(component && { component: component.service_alias }),
  })
}
