import type { ComponentState } from '../model/component'
import { componentAlias, type World } from './arbitrary-world'

/** Returns the component of a world as it would be read, for tests that need no emulator. */
export function stateOf({ ports, meshed }: World): ComponentState {
  return {
    componentAlias,
    meshed,
    ports: ports.map(({ port, protocol, alias, inner, outer, domain }) => ({
      container_port: port,
      protocol,
      port_alias: alias,
      is_inner_service: inner,
      is_outer_service: outer,
      k8s_service_name: domain,
    })),
    gatewayRules: ports.flatMap(({ port, rules }) =>
      rules.map(({ kind, host, path, type, open }) => ({
        ...{ port, kind, protocol: kind, open, custom: type === 1 },
        publicAddress: kind === 'http' ? `http://${host}${path}` : host,
      })),
    ),
  }
}
