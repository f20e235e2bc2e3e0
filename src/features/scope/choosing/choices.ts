import type { App } from '../../../api/contract/app'
import type { Component } from '../../../api/contract/component'
import type { Region } from '../../../api/contract/region'
import type { Team } from '../../../api/contract/team'
import { appName, componentName, regionName, teamName } from '../../../api/names'
import { type Choice, makeChoice } from '../../../components/choice'
import { isInMaintenance } from '../link/scope'

export function teamChoice(team: Team): Choice {
  return makeChoice({ id: team.tenant_id, name: teamName(team), detail: team.tenant_name })
}

/** `blocked` says why a cluster in maintenance can't be chosen. */
export function regionChoice(region: Region, blocked: string): Choice {
  const choice = { id: region.region_name, name: regionName(region), detail: region.region_name }
  return makeChoice(isInMaintenance(region) ? { ...choice, blocked } : choice, [region.httpdomain ?? ''])
}

/** An app without a name in the cluster is distinguished by its number, which `numbered` formats. */
export function appChoice(app: App, numbered: (id: string) => string): Choice {
  const id = String(app.ID)
  const detail = app.k8s_app ?? ''
  return makeChoice({ id, name: appName(app), detail: detail === '' ? numbered(id) : detail }, [
    id,
    app.note ?? '',
  ])
}

/** A component can also be found by its name in the cluster and by its image. */
export function componentChoice(component: Component): Choice {
  return makeChoice(
    { id: component.service_id, name: componentName(component), detail: component.service_alias },
    [component.k8s_component_name ?? '', component.image ?? ''],
  )
}
