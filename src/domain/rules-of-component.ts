import type { Domains, HttpRule, TcpRule } from '../api/contract/domain'
import type { Region } from '../api/contract/region'
import type { Rule } from './port'

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
export function rulesOf(domains: Domains, serviceId: string, region?: Pick<Region, 'tcpdomain'>): Rule[] {
  const tcpDomain = region?.tcpdomain ?? ''
  const http = domains.http
    .filter((rule) => rule.service_id === serviceId)
    .map((rule) => ({
      port: rule.container_port,
      open: rule.is_outer_service,
      custom: rule.type === 1,
      kind: 'http' as const,
      address: httpAddress(rule),
    }))
  const tcp = domains.tcp
    .filter((rule) => rule.service_id === serviceId)
    .map((rule) => ({
      port: rule.container_port,
      open: rule.is_outer_service,
      custom: rule.type === 1,
      kind: 'tcp' as const,
      address: tcpAddress(rule, tcpDomain),
    }))
  return [...http, ...tcp]
}
