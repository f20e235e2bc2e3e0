import { inTransaction } from '../../state/transaction'
import { type Answer, refused } from '../../wire/answers'
import type { ComponentCall } from '../call'
import { logEvent } from '../events'
import { findPort, portNumber } from './checks'
import { dropRules } from './gateway-rules'
import { dropVariables } from './variables'

function remove(call: ComponentCall): Answer {
  const { component, cluster, team } = call
  const { service } = component
  const number = portNumber(call)
  const active = component.httpRules.filter(
    (rule) => BigInt(rule.container_port) === number && rule.is_outer_service,
  )
  if (active.length > 1 || active.some((rule) => rule.type !== 0)) {
    throw refused(412, 'contains custom domains', '该端口有自定义域名，请先解绑域名')
  }
  const port = findPort(component, number)
  if (!port) throw refused(404, 'port not found', `端口${number}不存在`)
  if (port.is_inner_service) throw refused(409, 'can not delete inner port', '请关闭对内服务')
  if (port.is_outer_service) throw refused(409, 'can not delete outer port', '请关闭对外服务')
  if (service.create_status === 'complete') {
    const path = `/v2/tenants/${team.row.tenant_name}/services/${service.service_alias}/ports/${number}`
    cluster.call('DELETE', path)
  }
  if (component.probePort === port.container_port) component.probePort = undefined
  dropVariables(component, port.container_port)
  dropRules(component, port)
  component.ports = component.ports.filter((other) => other !== port)
  logEvent(call, 'delete-service-port')
  return { port, show: '删除成功', deleted: true }
}

/** `DELETE …/ports/{port}` (docs/contract.md, "Deleting"): removes its variables, its rules and its probe too. */
export const deletePort = (call: ComponentCall): Answer => inTransaction(call.component, () => remove(call))
