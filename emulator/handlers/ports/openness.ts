import type { Port } from '../../state/world'
import { refused } from '../../wire/answers'
import type { ComponentCall } from '../call'
import { logEvent } from '../events'
import { requireOwnApp } from './checks'
import { addDefaultDomain, addTcpRule, httpRulesOf, tcpRulesOf } from './gateway-rules'
import { hostValue, renewVariables } from './variables'

/** Tells the cluster about a change of a port; an unfinished component is unknown there. */
function callCluster({ component, cluster, team }: ComponentCall, port: Port, side: 'inner' | 'outer'): void {
  const { service_alias, create_status } = component.service
  if (create_status !== 'complete') return
  const ports = `/v2/tenants/${team.row.tenant_name}/services/${service_alias}/ports`
  cluster.call('PUT', `${ports}/${port.container_port}/${side}`)
}

/** `open_inner`: idempotent; needs an alias, because it creates the connection variables. */
export function openInner(call: ComponentCall, port: Port): void {
  const { component } = call
  if (port.port_alias === '') throw refused(409, 'change port fail', '请先为端口设置别名')
  requireOwnApp(component)
  const domain = port.k8s_service_name === '' ? component.service.service_alias : port.k8s_service_name
  renewVariables(component, port, hostValue(call, domain))
  callCluster(call, port, 'inner')
  port.mapping_port = port.container_port
  port.is_inner_service = true
  logEvent(call, 'handle-service-innerport', { operation: 'open' })
}

/** `close_inner`: idempotent; refused while outer is open. The variables stay. */
export function closeInner(call: ComponentCall, port: Port): void {
  if (port.is_outer_service) {
    throw refused(404, 'inner port is not open', '对外服务开启中，需先关闭对外服务')
  }
  callCluster(call, port, 'inner')
  port.is_inner_service = false
  logEvent(call, 'handle-service-innerport', { operation: 'close' })
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

/**
 * `open_outer`: idempotent; needs inner, and an app that lists the component. It opens all existing rules of the port, or
 * creates the first one.
 */
export function openOuter(call: ComponentCall, port: Port): void {
  if (!port.is_inner_service) {
    throw refused(404, 'inner port is not open', '对内服务未开启，需先开启对内服务')
  }
  if (call.component.service.app_id === null) throw refused(404, 'app not found', '应用不存在')
  callCluster(call, port, 'outer')
  if (port.protocol === 'http') openHttpRules(call, port)
  else openTcpRules(call, port)
  port.is_outer_service = true
  logEvent(call, 'handle-service-outerport', { operation: 'open' })
}

/** `only_open_outer`: needs neither inner nor a rule. The cluster assigns a port if it knows the component. */
export function onlyOpenOuter(call: ComponentCall, port: Port): void {
  const { component, region, world } = call
  callCluster(call, port, 'outer')
  if (component.service.create_status === 'complete') {
    port.lb_mapping_port = world.nextGatewayPort(region.region_name)
  }
  port.is_outer_service = true
  for (const rule of httpRulesOf(component, port)) rule.is_outer_service = true
  for (const rule of tcpRulesOf(component, port)) rule.is_outer_service = true
  logEvent(call, 'handle-service-outerport', { operation: 'open' })
}

/**
 * `close_outer`: idempotent. It closes the rules of the port's protocol and keeps them. This API does not show whether the
 * cluster's gateway removed its route, so that is not imitated.
 */
export function closeOuter(call: ComponentCall, port: Port): void {
  const { component } = call
  requireOwnApp(component)
  callCluster(call, port, 'outer')
  port.is_outer_service = false
  const rules = port.protocol === 'http' ? httpRulesOf(component, port) : tcpRulesOf(component, port)
  for (const rule of rules) rule.is_outer_service = false
  logEvent(call, 'handle-service-outerport', { operation: 'close' })
}
