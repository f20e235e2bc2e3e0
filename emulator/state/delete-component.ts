import { type Component, listed, type World } from './world'

/**
 * Deletes a component with everything that belongs to it: ports, variables, gateway rules and log. A request that has found
 * it already still changes what is gone. Returns whether there was one with this `service_id`.
 */
export function deleteComponent({ teams, componentsByApp }: World, id: string): boolean {
  for (const { components, byId, byAlias } of teams) {
    const component = components.find(({ service }) => service.service_id === id)
    if (!component) continue
    const { app_id, service_region: region, service_alias: alias } = component.service
    remove(components, component)
    byId.delete(`${region}/${id}`)
    byAlias.delete(`${region}/${alias}`)
    if (app_id !== null) remove(listed(componentsByApp, app_id), component)
    return true
  }
  return false
}

function remove(from: Component[], component: Component) {
  const at = from.indexOf(component)
  if (at !== -1) from.splice(at, 1)
}
