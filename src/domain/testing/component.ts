import type { ComponentState, GatewayRule } from '../model/component'
import type { Port } from '../model/port'

/** Returns a port: http, closed, with the alias `P<number>` and the internal domain `web`, unless given otherwise. */
export function aPort(number: number, given: Partial<Port> = {}): Port {
  return {
    container_port: number,
    protocol: 'http',
    port_alias: `P${String(number)}`,
    is_inner_service: false,
    is_outer_service: false,
    k8s_service_name: 'web',
    ...given,
  }
}

export const inner = { is_inner_service: true } as const
export const both = { is_inner_service: true, is_outer_service: true } as const
export const outerAlone = { is_outer_service: true } as const

/** Returns an open default http rule of port 80, unless given otherwise. */
export function aGatewayRule(given: Partial<GatewayRule> = {}): GatewayRule {
  return {
    port: 80,
    open: true,
    custom: false,
    kind: 'http',
    protocol: 'http',
    publicAddress: 'http://web-80-team.acme.test',
    ...given,
  }
}

/** The component `web` of a test, not meshed. */
export function aComponent(
  ports: readonly Port[],
  gatewayRules: readonly GatewayRule[] | null = [],
): ComponentState {
  return { ports, gatewayRules, componentAlias: 'web', meshed: false }
}
