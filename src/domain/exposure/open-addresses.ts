import type { Port } from '../../api/contract/port'
import type { RiskJudge } from '../impact/exposures'
import type { Risk } from '../impact/risk'
import type { GatewayRule } from '../model/component'

/** A public address that is open at the gateway, and the port it leads to. */
export interface OpenAddress extends Pick<
  GatewayRule,
  'publicAddress' | 'protocol' | 'kind' | 'custom' | 'port'
> {
  /** What it exposes that is meant for the inside; null where nothing hints at that. */
  risk: Risk | null
}

/**
 * Returns the open addresses of a component, each once, in the order of its rules. What hints at a risk is the protocol and
 * alias of the port where `ports` are known, and else what the gateway speaks.
 */
export function openAddresses(
  rules: readonly GatewayRule[],
  ports: readonly Port[] | undefined,
  judge: RiskJudge,
): OpenAddress[] {
  const byAddress = new Map<string, OpenAddress>()
  for (const { open, publicAddress, protocol, kind, custom, port } of rules) {
    const id = `${String(port)} ${protocol} ${publicAddress}`
    if (!open || byAddress.has(id)) continue
    const known = ports?.find((each) => each.container_port === port)
    const risk = judge(known ?? unknownPort(port, protocol === 'https' ? 'http' : protocol))
    byAddress.set(id, { publicAddress, protocol, kind, custom, port, risk })
  }
  return [...byAddress.values()]
}

/** A port of which only its gateway rule is known. */
function unknownPort(port: number, protocol: string): Port {
  return {
    container_port: port,
    protocol,
    port_alias: '',
    is_inner_service: true,
    is_outer_service: true,
    k8s_service_name: '',
  }
}
