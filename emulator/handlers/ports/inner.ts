import { refused } from '../../answers'
import type { ComponentCall } from '../../call'
import type { Port } from '../../state'
import { logEvent } from '../events'
import { requireOwnApp } from './names'
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
