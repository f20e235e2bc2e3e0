import type { Port } from '../../state/world'
import { crash, refused } from '../../wire/answers'
import type { ComponentCall } from '../call'
import { logEvent } from '../events'
import { domainFault, isTaken, requireOwnApp } from './checks'
import { hostValue, renameVariables } from './variables'

/**
 * `change_port_alias`: the alias belongs to the port, the internal domain to the component, so that all its ports and
 * `*_HOST` variables follow. Without an internal domain the console crashes after calling the cluster.
 */
export function renamePort(call: ComponentCall, port: Port, alias: string, domain: string | null): void {
  const { component, cluster, team } = call
  const { service_alias, create_status } = component.service
  requireOwnApp(component)
  if (create_status === 'complete') {
    cluster.call('PUT', `/v2/tenants/${team.row.tenant_name}/services/${service_alias}/ports`)
  }
  if (domain === null) throw crash('TypeError', "object of type 'NoneType' has no len()")
  const fault = domainFault(domain)
  if (fault) throw fault
  if (isTaken(domain, component, team)) {
    throw refused(409, 'k8s service name already exists', '内部域名已存在', 20500)
  }
  renameVariables(component, port, alias, hostValue(call, domain))
  port.port_alias = alias
  for (const sibling of component.ports) sibling.k8s_service_name = domain
  logEvent(call, 'update-service-port', {
    port: [{ container_port: port.container_port, port_alias: alias }],
  })
}
