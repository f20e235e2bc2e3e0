import type { Domains, HttpRule, TcpRule } from '../../api/contract/domain'
import type { Region } from '../../api/contract/region'
import { grouped, remembered } from '../collections/grouped'
import type { ComponentState, GatewayRule } from './component'
import type { Port } from './port'

/**
 * The kind of gateway rule that a protocol gets when outer opens: http a domain, all others a TCP port
 * (docs/contract.md, "Changing").
 */
export function gatewayRuleKindOf(protocol: string): GatewayRule['kind'] {
  return protocol === 'http' ? 'http' : 'tcp'
}

const rulesByPort = remembered((rules: readonly GatewayRule[]) => grouped(rules, ({ port }) => port))

/** The rules of one port, open and closed ones; none where the rules are not known. */
export function gatewayRulesOfPort(
  { gatewayRules }: Pick<ComponentState, 'gatewayRules'>,
  port: number,
): readonly GatewayRule[] {
  return (gatewayRules && rulesByPort(gatewayRules).get(port)) ?? noRules
}

const noRules: readonly GatewayRule[] = []

/** The rules of one port that are active now, whatever its outer switch and its protocol say. */
export function openGatewayRules(component: ComponentState, port: number): readonly GatewayRule[] {
  return gatewayRulesOfPort(component, port).filter((rule) => rule.open)
}

/**
 * Returns the public addresses of a port that are open at the gateway, whatever its outer switch says. Null where the
 * rules are not known.
 */
export function openPublicAddresses(component: ComponentState, port: number): readonly string[] | null {
  if (component.gatewayRules === null) return null
  return openGatewayRules(component, port).map((rule) => rule.publicAddress)
}

/** Whether an address stands for many, as `http://*.acme.test`: a browser cannot open it, and nobody can hand it on. */
export function isWildcardAddress(address: string): boolean {
  return /^(\w+:\/\/)?\*\./.test(address)
}

/**
 * Returns the kind of gateway rule that the server creates, and assigns a public address to, when outer of a port opens
 * under a protocol. Null where it opens kept rules of that kind instead, and where the rules are not known.
 */
export function assignedByOpening(
  component: ComponentState,
  port: number,
  protocol: string,
): GatewayRule['kind'] | null {
  if (component.gatewayRules === null) return null
  const kind = gatewayRuleKindOf(protocol)
  return gatewayRulesOfPort(component, port).some((rule) => rule.kind === kind) ? null : kind
}

/** Where other components of the team reach a port while inner is open: `internal-domain:port`. */
export function innerAddress(port: Pick<Port, 'k8s_service_name' | 'container_port'>): string {
  return `${port.k8s_service_name}:${String(port.container_port)}`
}

/** A certificate makes an http rule https. */
function schemeOf({ certificate_id: certificate }: HttpRule): 'http' | 'https' {
  return certificate === undefined || certificate === null || certificate === 0 ? 'http' : 'https'
}

/** An http rule as a person types it: the path belongs to it. */
function httpAddress(rule: HttpRule): string {
  const { domain_name, domain_path } = rule
  const path = domain_path === undefined || domain_path === null || domain_path === '/' ? '' : domain_path
  return `${schemeOf(rule)}://${domain_name}${path === '' || path.startsWith('/') ? path : `/${path}`}`
}

/** `end_point` may hold the host already, or 0.0.0.0, or nothing but the port. */
function tcpAddress({ end_point }: TcpRule, tcpDomain: string): string {
  const colon = end_point.lastIndexOf(':')
  const host = colon === -1 ? '' : end_point.slice(0, colon)
  const port = end_point.slice(colon + 1)
  const shown = (host === '' || host === '0.0.0.0') && tcpDomain !== '' ? tcpDomain : host
  return shown === '' ? port : `${shown}:${port}`
}

/**
 * Returns a component's own rules among those of its app, with
 * the addresses they answer on (docs/contract.md, "Reading": `…/domains`). Without a cluster, or one without
 * `tcpdomain`, a TCP address stays as the server said it.
 */
export function gatewayRulesOf(
  domains: Domains,
  componentId: string,
  region?: Pick<Region, 'tcpdomain'>,
): GatewayRule[] {
  const tcpDomain = region?.tcpdomain ?? ''
  const http = (httpByComponent(domains.http).get(componentId) ?? []).map((rule) => ({
    port: rule.container_port,
    open: rule.is_outer_service,
    custom: rule.type === 1,
    kind: 'http' as const,
    protocol: schemeOf(rule),
    publicAddress: httpAddress(rule),
  }))
  const tcp = (tcpByComponent(domains.tcp).get(componentId) ?? []).map((rule) => ({
    port: rule.container_port,
    open: rule.is_outer_service,
    custom: rule.type === 1,
    kind: 'tcp' as const,
    protocol: rule.protocol || 'tcp',
    publicAddress: tcpAddress(rule, tcpDomain),
  }))
  return [...http, ...tcp]
}

const byComponent = <Rule extends HttpRule | TcpRule>(rules: readonly Rule[]) =>
  grouped(rules, (rule) => rule.service_id)
const httpByComponent = remembered(byComponent<HttpRule>)
const tcpByComponent = remembered(byComponent<TcpRule>)

/** Returns the ids of all components that have rules in these of an app, also of those that no list names any more. */
export function componentsWithRules({ http, tcp }: Domains): ReadonlySet<string> {
  return new Set([...httpByComponent(http).keys(), ...tcpByComponent(tcp).keys()])
}
