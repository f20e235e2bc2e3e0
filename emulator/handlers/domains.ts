import { type Component, type HttpRule, listed, type Region, type TcpRule } from '../state/world'
import { type Answer, plain } from '../wire/answers'
import type { AppCall } from './call'

/** Returns the address of a TCP rule, with the region's host in place of 0.0.0.0. */
export function publicEndPoint({ end_point }: TcpRule, { tcpdomain }: Region): string {
  const [host, port, ...rest] = end_point.split(':')
  return host === '0.0.0.0' && port !== undefined && rest.length === 0 ? `${tcpdomain}:${port}` : end_point
}

function httpRow({ service }: Component, region: Region, rule: HttpRule) {
  const { ID, http_rule_id, container_port, domain_name, type, is_outer_service } = rule
  return {
    ID,
    rule_extensions: [],
    http_rule_id,
    region_id: region.region_id,
    tenant_id: service.tenant_id,
    service_id: service.service_id,
    service_name: service.service_alias,
    domain_name,
    container_port,
    protocol: rule.certificate_id === 0 ? 'http' : 'https',
    certificate_id: rule.certificate_id,
    domain_type: 'www',
    service_alias: service.service_cname,
    is_senior: false,
    domain_path: rule.domain_path,
    domain_cookie: '',
    domain_heander: '',
    type,
    the_weight: 100,
    is_outer_service,
    auto_ssl: false,
    auto_ssl_config: null,
    path_rewrite: false,
    rewrites: '',
  }
}

function tcpRow({ service }: Component, region: Region, rule: TcpRule) {
  const { ID, tcp_rule_id, container_port, protocol, is_outer_service } = rule
  return {
    ID,
    tcp_rule_id,
    region_id: region.region_id,
    tenant_id: service.tenant_id,
    service_id: service.service_id,
    service_name: service.service_alias,
    end_point: publicEndPoint(rule, region),
    protocol,
    container_port,
    service_alias: service.service_cname,
    type: 0,
    rule_extensions: rule.rule_extensions,
    is_outer_service,
  }
}

/** `GET …/apps/{app}/domains?query=http|tcp`: the gateway rules of the app, closed ones included. */
export function listDomains({ world, app, region, query }: AppCall): Answer {
  const components = listed(world.componentsByApp, app.ID)
  const byId = (a: { ID: number }, b: { ID: number }) => a.ID - b.ID
  const http = () =>
    components.flatMap((of) => of.httpRules.map((rule) => httpRow(of, region, rule))).sort(byId)
  const tcp = () => components.flatMap((of) => of.tcpRules.map((rule) => tcpRow(of, region, rule))).sort(byId)
  const wanted = query.get('query')
  if (wanted === 'http') return plain({ http: http() })
  if (wanted === 'tcp') return plain({ tcp: tcp() })
  return plain({ http: http(), tcp: tcp() })
}
