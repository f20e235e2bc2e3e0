import type { Port } from '../../state/world'
import { refused } from '../../wire/answers'
import type { ComponentCall } from '../call'
import { logEvent } from '../events'
import { requireOwnApp } from './checks'
import { addDefaultDomain, addTcpRule, httpRulesOf, tcpRulesOf } from './gateway-rules'
import { hostValue, renewVariables } from './variables'

function callInnerPort({ component, cluster, team }: ComponentCall, port: Port): void {
  const { service_alias, create_status } = component.service
  if (create_status !== 'complete') return
  const ports = `/v2/tenants/${team.row.tenant_name}/services/${service_alias}/ports`
  cluster.call('PUT', `${ports}/${port.container_port}/inner`)
}

/** `open_inner`: idempotent; needs an alias, for its variables are made anew. */
export function openInner(call: ComponentCall, port: Port): void {
  const { component } = call
  if (port.port_alias === '') throw refused(409, 'change port fail', '请先为端口设置别名')
  requireOwnApp(component)
  const domain = port.k8s_service_name === '' ? component.service.service_alias : port.k8s_service_name
  renewVariables(component, port, hostValue(call, domain))
  callInnerPort(call, port)
  port.mapping_port = port.container_port
  port.is_inner_service = true
  logEvent(call, 'handle-service-innerport')
}

/** `close_inner`: idempotent; refused while outer is open. The variables stay. */
export function closeInner(call: ComponentCall, port: Port): void {
  if (port.is_outer_service) {
    throw refused(404, 'inner port is not open', '对外服务开启中，需先关闭对外服务')
  }
  callInnerPort(call, port)
  port.is_inner_service = false
  logEvent(call, 'handle-service-innerport')
}

function callOuterPort({ component, cluster, team }: ComponentCall, port: Port): void {
  const { service_alias, create_status } = component.service
  if (create_status !== 'complete') return
  const ports = `/v2/tenants/${team.row.tenant_name}/services/${service_alias}/ports`
  cluster.call('PUT', `${ports}/${port.container_port}/outer`)
}

function openHttpRules(call: ComponentCall, port: Port): void {
  const { component, cluster, team } = call
  const routes = `/api-gateway/v1/${team.row.tenant_name}/routes/http`
  cluster.bindRoute(routes)
  const rules = httpRulesOf(component, port)
  for (const rule of rules) rule.is_outer_service = true
  if (rules.length === 0) addDefaultDomain(call, port)
}

function openTcpRules(call: ComponentCall, port: Port): void {
  const { component, cluster, team } = call
  cluster.call('POST', `/api-gateway/v1/${team.row.tenant_name}/routes/tcp`)
  const rules = tcpRulesOf(component, port)
  for (const rule of rules) {
    rule.protocol = port.protocol
    rule.is_outer_service = true
  }
  if (rules.length === 0) addTcpRule(call, port)
}

/** `open_outer`: idempotent; needs inner, and an app that lists the component. It opens every rule that the port ever had, or makes its first. */
export function openOuter(call: ComponentCall, port: Port): void {
  if (!port.is_inner_service) {
    throw refused(404, 'inner port is not open', '对内服务未开启，需先开启对内服务')
  }
  if (call.component.service.app_id === null) throw refused(404, 'app not found', '应用不存在')
  callOuterPort(call, port)
  if (port.protocol === 'http') openHttpRules(call, port)
  else openTcpRules(call, port)
  port.is_outer_service = true
  logEvent(call, 'handle-service-outerport')
}

/** `only_open_outer`: asks neither for inner nor for a rule. The cluster gives a port of its own, if it knows the component. */
export function onlyOpenOuter(call: ComponentCall, port: Port): void {
  const { component, region, world } = call
  callOuterPort(call, port)
  if (component.service.create_status === 'complete') {
    port.lb_mapping_port = world.nextGatewayPort(region.region_name)
  }
  port.is_outer_service = true
  for (const rule of httpRulesOf(component, port)) rule.is_outer_service = true
  for (const rule of tcpRulesOf(component, port)) rule.is_outer_service = true
  logEvent(call, 'handle-service-outerport')
}

/**
 * `close_outer`: idempotent. The rules of the port's protocol are kept, closed. Whether the cluster's gateway took its
 * route away cannot be seen in this API, so nothing of it is imitated.
 */
export function closeOuter(call: ComponentCall, port: Port): void {
  const { component } = call
  requireOwnApp(component)
  callOuterPort(call, port)
  port.is_outer_service = false
  const rules = port.protocol === 'http' ? httpRulesOf(component, port) : tcpRulesOf(component, port)
  for (const rule of rules) rule.is_outer_service = false
  logEvent(call, 'handle-service-outerport')
}
