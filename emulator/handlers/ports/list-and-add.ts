import type { Port } from '../../state/world'
import { type Answer, refused, type Refused } from '../../wire/answers'
import { readBody } from '../../wire/body'
import { booleanField, integerField, optionalChoice, readFields, textField } from '../../wire/fields'
import type { ComponentCall } from '../call'
import { logEvent } from '../events'
import { domainFault, findPort, isAlias, isTaken, requireOwnApp } from './checks'
import { hostValue, takeVariables } from './variables'

/** `GET …/ports`: sorted by creation. */
export const listPorts = ({ component }: ComponentCall): Answer => ({ ports: component.ports })

export const protocols = ['http', 'tcp', 'udp', 'mysql', 'grpc'] as const

const alias = textField({ allowsBlank: true })

/** Returns a new port's internal domain: its first sibling's or the component's alias, with a suffix if it is taken. */
function internalDomain({ component, team, world }: ComponentCall, number: bigint): string {
  const { service_alias } = component.service
  const domain = component.ports[0]?.k8s_service_name ?? service_alias
  if (domainFault(domain)) return `${service_alias}-${number}`
  return isTaken(domain, component, team) ? `${domain}-${world.nextUuid().slice(0, 4)}` : domain
}

function refusal(call: ComponentCall, number: bigint, portAlias: string): Refused | undefined {
  if (findPort(call.component, number)) {
    return refused(409, 'component port already exists', '端口已存在', 20501)
  }
  if (number < 1n || number > 65535n) {
    return refused(412, 'component port out of range', '端口必须为1到65535的整数')
  }
  return isAlias(portAlias) ? undefined : refused(400, 'add port error', '端口别名不合法')
}

/**
 * `POST …/ports` (docs/contract.md, "Adding"). There is no transaction: when the cluster fails there is no port, but its
 * variables remain.
 */
export async function addPort(call: ComponentCall): Promise<Answer> {
  const { component, cluster, world } = call
  const { service } = component
  const desired = readFields(await readBody(call.request), (ask) => ({
    port: ask('port', integerField),
    protocol: ask('protocol', optionalChoice(protocols, 'http')),
    alias: ask('port_alias', alias),
    isInner: ask('is_inner_service', booleanField),
  }))
  if (desired.port === 0n) throw refused(400, 'params error', '缺少端口参数')
  if (desired.protocol === null) throw refused(400, 'params error', '缺少协议参数')
  const given = desired.alias ?? ''
  const port_alias =
    given === '' ? `${service.service_alias.toUpperCase().replaceAll('-', '_')}${desired.port}` : given
  const domain = internalDomain(call, desired.port)
  const fault = refusal(call, desired.port, port_alias)
  if (fault) throw fault
  requireOwnApp(component)

  const container_port = Number(desired.port)
  if (desired.isInner) {
    takeVariables(component, port_alias, container_port, hostValue(call, domain))
  }
  const isFinished = service.create_status === 'complete'
  if (isFinished) {
    cluster.call('POST', `/v2/tenants/${call.team.row.tenant_name}/services/${service.service_alias}/ports`)
  }
  const port: Port = {
    ID: world.nextPortId(),
    container_port,
    mapping_port: container_port,
    lb_mapping_port: 0,
    protocol: desired.protocol,
    port_alias,
    is_inner_service: desired.isInner,
    is_outer_service: false,
    k8s_service_name: domain,
  }
  component.ports.push(port)
  if (service.service_source === 'third_party' && component.ports.length === 1) {
    component.probePort ??= container_port
  }
  logEvent(call, 'add-service-port', { port: [{ container_port, protocol: port.protocol }] })
  return { port, show: '添加成功' }
}
