import type { Component, HttpRule, Port, TcpRule } from '../../state/world'
import type { ComponentCall } from '../call'

export const httpRulesOf = ({ httpRules }: Component, port: Port): HttpRule[] =>
  httpRules.filter((rule) => rule.container_port === port.container_port)

export const tcpRulesOf = ({ tcpRules }: Component, port: Port): TcpRule[] =>
  tcpRules.filter((rule) => rule.container_port === port.container_port)

/** Adds the default domain of an http port, `alias-port-team.<httpdomain>`, as an open rule. */
export function addDefaultDomain({ component, team, region, world }: ComponentCall, port: Port): void {
  const { service_alias } = component.service
  const name = `${service_alias}-${port.container_port}-${team.row.tenant_name}.${region.httpdomain}`
  component.httpRules.push({
    ID: world.nextHttpRuleId(),
    http_rule_id: world.nextUuid(),
    container_port: port.container_port,
    domain_name: name,
    type: 0,
    is_outer_service: true,
    domain_path: '',
    certificate_id: 0,
  })
}

/** Adds an open rule with a new port of the cluster's gateway. */
export function addTcpRule({ component, region, world }: ComponentCall, port: Port): void {
  component.tcpRules.push({
    ID: world.nextTcpRuleId(),
    tcp_rule_id: world.nextUuid(),
    container_port: port.container_port,
    end_point: `0.0.0.0:${world.nextGatewayPort(region.region_name)}`,
    protocol: port.protocol,
    is_outer_service: true,
    rule_extensions: null,
  })
}

/** Removes every rule of a port, custom domains included. */
export function dropRules(component: Component, port: Port): void {
  const isOther = (rule: { container_port: number }) => rule.container_port !== port.container_port
  component.httpRules = component.httpRules.filter(isOther)
  component.tcpRules = component.tcpRules.filter(isOther)
}
