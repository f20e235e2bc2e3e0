import type { Component, Port, Variable } from '../../state/world'
import type { ComponentCall } from '../call'

const meshed = 'BUILD_IN_SERVICE_MESH'

/** The value of `*_HOST`: in a meshed app the sidecar on 127.0.0.1, else the internal domain. */
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

/** The connection variables of a new inner port; one that a sibling holds under the same name is taken over. */
export function takeVariables(component: Component, alias: string, port: number, host: string): void {
  for (const variable of pair(alias, port, host)) {
    const held = named(component, variable.attr_name)
    if (held) held.container_port = port
    else component.variables.push(variable)
  }
}

/** The connection variables of a port that is opened inside: made anew, but a sibling keeps what it holds. */
export function renewVariables(component: Component, port: Port, host: string): void {
  dropVariables(component, port.container_port)
  for (const variable of pair(port.port_alias, port.container_port, host)) {
    if (!named(component, variable.attr_name)) component.variables.push(variable)
  }
}

/** Takes away what belongs to a port. */
export function dropVariables(component: Component, container_port: number): void {
  component.variables = component.variables.filter((variable) => variable.container_port !== container_port)
}

/**
 * Renames the variables of a port and gives every `*_HOST` of the component the new host. The old alias is taken out
 * wherever it stands in the name: `H` leaves `NEW_OST` of `H_HOST`.
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
