import { appName, componentName, regionName, teamName } from '../../../api/names'
import { linkPath } from './link'
import type { FoundPlace } from './scope'

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
