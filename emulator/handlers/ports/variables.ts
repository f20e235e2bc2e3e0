import type { Component, Port, Variable } from '../../state/world'
import type { ComponentCall } from '../call'

const meshed = 'BUILD_IN_SERVICE_MESH'

/** Returns the value of `*_HOST`: the sidecar at 127.0.0.1 in a meshed app, otherwise the internal domain. */
export function hostValue({ world, component }: ComponentCall, domain: string): string {
  const own = world.appsById.get(component.service.app_id ?? 0)
  return own?.governance_mode === meshed ? '127.0.0.1' : domain
}

function pair(alias: string, container_port: number, host: string): Variable[] {
  const scope = 'outer'
  return [
    { container_port, name: '连接地址', attr_name: `${alias}_HOST`, attr_value: host, scope },
    { container_port, name: '端口', attr_name: `${alias}_PORT`, attr_value: String(container_port), scope },
  ]
}

const named = ({ variables }: Component, name: string) =>
  variables.find((variable) => variable.attr_name === name)

/** Adds the connection variables of a new inner port; one that a sibling has under the same name is taken over. */
export function takeVariables(component: Component, alias: string, port: number, host: string): void {
  for (const variable of pair(alias, port, host)) {
    const held = named(component, variable.attr_name)
    if (held) held.container_port = port
    else component.variables.push(variable)
  }
}

/** Replaces the connection variables of a port that opens inside; a sibling keeps those of the same name. */
export function renewVariables(component: Component, port: Port, host: string): void {
  dropVariables(component, port.container_port)
  for (const variable of pair(port.port_alias, port.container_port, host)) {
    if (!named(component, variable.attr_name)) component.variables.push(variable)
  }
}

/** Removes the variables of a port. */
export function dropVariables(component: Component, container_port: number): void {
  component.variables = component.variables.filter((variable) => variable.container_port !== container_port)
}

/**
 * Renames the variables of a port and sets every `*_HOST` of the component to the new host. As in Rainbond, the old alias
 * is removed wherever it occurs in the name: alias `H` turns `H_HOST` into `NEW_OST`.
 */
export function renameVariables(component: Component, port: Port, newAlias: string, host: string): void {
  for (const variable of component.variables) {
    if (variable.container_port === 0) continue
    if (variable.container_port === port.container_port) {
      const rest =
        port.port_alias === '' ? variable.attr_name : variable.attr_name.replaceAll(port.port_alias, '')
      variable.attr_name = newAlias + rest
    }
    if (variable.attr_name.endsWith('HOST')) variable.attr_value = host
  }
}
