import type { ComponentState } from '../model/component'
import type { DesiredPort, DesiredState } from '../model/desired-state'
import { gatewayRulesOfPort } from '../model/gateway-rules'

/**
 * Returns the part of a component that a change of nothing but switches looks at: the ports that it names, those that share
 * an alias with one of them, and their gateway rules. Of this part, `planPorts` and `reasonsToShow` say the same as of the
 * whole. Returns the whole component where a change looks at more: a name or a new port has to be free among all ports.
 */
export function concernedPart(component: ComponentState, desired: DesiredState): ComponentState {
  const numbers = new Set(desired.ports.keys())
  if (desired.internalDomain !== undefined || ![...desired.ports.values()].every(isSwitches)) return component
  const named = component.ports.filter((port) => numbers.has(port.container_port))
  // The server gives a port without an alias one when internal access opens.
  if (named.some((port) => port.port_alias === '')) return component
  const aliases = new Set(named.map((port) => port.port_alias))
  const ports = component.ports.filter(
    (port) => numbers.has(port.container_port) || aliases.has(port.port_alias),
  )
  const concerned = new Set(ports.map((port) => port.container_port))
  return {
    ...component,
    ports,
    gatewayRules:
      component.gatewayRules && [...concerned].flatMap((port) => gatewayRulesOfPort(component, port)),
  }
}

function isSwitches(desired: Partial<DesiredPort> | 'delete'): boolean {
  return desired !== 'delete' && Object.keys(desired).every((field) => field === 'inner' || field === 'outer')
}
