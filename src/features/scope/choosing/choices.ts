import type { App } from '../../../api/contract/app'
import type { Component } from '../../../api/contract/component'
import type { Region } from '../../../api/contract/region'
import type { Team } from '../../../api/contract/team'
import { appName, componentName, regionName, teamName } from '../../../api/names'
import { type Choice, makeChoice } from '../../../components/choice'
import { isInMaintenance } from '../link/scope'

/** A team to choose: told apart by `tenant_name`. */
export function teamChoice(team: Team): Choice {
  return makeChoice({ id: team.tenant_id, name: teamName(team), detail: team.tenant_name })
}

/** A cluster to choose; `blocked` is what to say of one in maintenance. */
export function regionChoice(region: Region, blocked: string): Choice {
  const choice = { id: region.region_name, name: regionName(region), detail: region.region_name }
  return makeChoice(isInMaintenance(region) ? { ...choice, blocked } : choice, [region.httpdomain ?? ''])
}

/** An app to choose: told apart by its name in the cluster, else by its number, for which `numbered` has the words. */
export function appChoice(app: App, numbered: (id: string) => string): Choice {
  const id = String(app.ID)
  const detail = app.k8s_app ?? ''
  return makeChoice({ id, name: appName(app), detail: detail === '' ? numbered(id) : detail }, [
    id,
    app.note ?? '',
  ])
}

/** A component to choose: told apart by `service_alias`, found by its name in the cluster and its image as well. */
export function componentChoice(component: Component): Choice {
  return makeChoice(
    { id: component.service_id, name: componentName(component), detail: component.service_alias },
    [component.k8s_component_name ?? '', component.image ?? ''],
  )
}
