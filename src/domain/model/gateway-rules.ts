import type { Domains, HttpRule, TcpRule } from '../../api/contract/domain'
import type { Region } from '../../api/contract/region'
import type { ComponentState, Port, Rule } from './port'

/**
 * The kind of gateway rule that a protocol gets when outer opens: http a domain, all others a TCP port
 * (docs/contract.md, "Changing").
 */
export function ruleKindOf(protocol: string): Rule['kind'] {
  return protocol === 'http' ? 'http' : 'tcp'
}

/** The rules of one port, open and closed ones; none where the rules are not known. */
export function rulesOfPort(component: ComponentState, port: number): readonly Rule[] {
  return component.rules?.filter((rule) => rule.port === port) ?? []
}

/** The rules of one port that are active now, whatever its outer switch and its protocol say. */
export function openRules(component: ComponentState, port: number): readonly Rule[] {
  return rulesOfPort(component, port).filter((rule) => rule.open)
}

/**
 * Takes a port number and gives the addresses that its active gateway rules answer on, whatever its outer switch
 * says: with outer off they are the rules that still stand. Null where the rules are not known.
 */
export function openAddresses(component: ComponentState, port: number): readonly string[] | null {
  if (component.rules === null) return null
  return openRules(component, port).map((rule) => rule.address)
}

/** Whether an address stands for many, as `http://*.acme.test`: a browser cannot open it, and nobody can hand it on. */
export function isWildcardAddress(address: string): boolean {
  return /^(\w+:\/\/)?\*\./.test(address)
}

/** What comes alive when outer opens. */
export interface Opening {
  /** Kept rules: they all come back, custom domains too. */
  kept: readonly Rule[]
  /** What the server assigns because no rule of the kind is kept; null where it reuses the kept ones. */
  assigned: 'domain' | 'tcp-port' | null
}

/**
 * Takes a port number and the protocol it will have, and gives what an `open_outer` brings to life. Null where the
 * rules are not known.
 */
export function openingOf(component: ComponentState, port: number, protocol: string): Opening | null {
  if (component.rules === null) return null
  const kind = ruleKindOf(protocol)
  const kept = rulesOfPort(component, port).filter((rule) => rule.kind === kind)
  return { kept, assigned: kept.length > 0 ? null : kind === 'http' ? 'domain' : 'tcp-port' }
}

/** Where other components of the team reach a port while inner is open: `internal-domain:port`. */
export function innerAddress(port: Pick<Port, 'k8s_service_name' | 'container_port'>): string {
  return `${port.k8s_service_name}:${String(port.container_port)}`
}

/** An http rule as a person types it: a certificate makes it https, and the path belongs to it. */
function httpAddress({ domain_name, domain_path, certificate_id }: HttpRule): string {
  const scheme =
    certificate_id === undefined || certificate_id === null || certificate_id === 0 ? 'http' : 'https'
  const path = domain_path === undefined || domain_path === null || domain_path === '/' ? '' : domain_path
  return `${scheme}://${domain_name}${path === '' || path.startsWith('/') ? path : `/${path}`}`
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
 * Takes the rules of an app, the component's `service_id` and its cluster, and gives the component's own rules with
 * the addresses they answer on (docs/contract.md, "Reading": `…/domains`). Without a cluster, or one without
 * `tcpdomain`, a TCP address stays as the server said it.
 */
export function rulesOf(domains: Domains, componentId: string, region?: Pick<Region, 'tcpdomain'>): Rule[] {
  const tcpDomain = region?.tcpdomain ?? ''
  const http = domains.http
    .filter((rule) => rule.service_id === componentId)
    .map((rule) => ({
      port: rule.container_port,
      open: rule.is_outer_service,
      custom: rule.type === 1,
      kind: 'http' as const,
      address: httpAddress(rule),
    }))
  const tcp = domains.tcp
    .filter((rule) => rule.service_id === componentId)
    .map((rule) => ({
      port: rule.container_port,
      open: rule.is_outer_service,
      custom: rule.type === 1,
      kind: 'tcp' as const,
      address: tcpAddress(rule, tcpDomain),
    }))
  return [...http, ...tcp]
}
