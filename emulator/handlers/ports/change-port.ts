import { inTransaction } from '../../state/transaction'
import type { Component, Port } from '../../state/world'
import { type Answer, crash, refused } from '../../wire/answers'
import { readBody } from '../../wire/body'
import { optionalChoice, readFields, requiredChoice, textField } from '../../wire/fields'
import type { ComponentCall } from '../call'
import { logEvent } from '../events'
import { findPort, isAlias, portNumber } from './checks'
import { checkEndpoints } from './endpoints'
import { protocols } from './list-and-add'
import { closeInner, closeOuter, onlyOpenOuter, openInner, openOuter } from './openness'
import { renamePort } from './rename'

const actions = [
  'open_outer',
  'only_open_outer',
  'close_outer',
  'open_inner',
  'close_inner',
  'change_protocol',
  'change_port_alias',
] as const

interface Change {
  readonly action: (typeof actions)[number]
  readonly protocol: string | null
  readonly alias: string
  readonly domain: string | null
}

const fail = (status: number, show: string) => refused(status, 'change port fail', show)

/** Crashes, as the console does, if two siblings already share the alias. */
function checkAliasFree({ ports }: Component, alias: string, number: bigint): void {
  const holders = ports.filter((port) => port.port_alias === alias)
  if (holders.length > 1) {
    throw crash('MultipleObjectsReturned', 'get() returned more than one TenantServicesPort')
  }
  if (holders.some((port) => BigInt(port.container_port) !== number)) throw fail(400, '别名已存在')
}

/** Checks what the console checks before it looks up the port. An alias is checked for every action. */
function checkChange(component: Component, number: bigint, { action, protocol, alias }: Change): void {
  if (action === 'change_port_alias') {
    if (alias === '') throw fail(400, '端口别名不能为空')
    checkAliasFree(component, alias, number)
  }
  if (action === 'change_protocol' && protocol === null) throw fail(400, '端口协议不能为空')
  if (alias !== '' && !isAlias(alias)) throw fail(400, '端口别名不合法')
}

/** `change_protocol`: allows http while outer is open, which leaves the TCP rule behind. */
function changeProtocol(call: ComponentCall, port: Port, protocol: string): void {
  const { component, cluster, team } = call
  const { service_alias, create_status } = component.service
  if (port.protocol === protocol) return
  if (protocol !== 'http' && port.is_outer_service) throw fail(400, '请关闭外部访问')
  if (create_status === 'complete') {
    cluster.call('PUT', `/v2/tenants/${team.row.tenant_name}/services/${service_alias}/ports`)
  }
  port.protocol = protocol
  logEvent(call, 'update-service-port', { port: [{ container_port: port.container_port, protocol }] })
}

function apply(call: ComponentCall, port: Port, { action, protocol, alias, domain }: Change): void {
  switch (action) {
    case 'open_outer':
      openOuter(call, port)
      break
    case 'only_open_outer':
      onlyOpenOuter(call, port)
      break
    case 'close_outer':
      closeOuter(call, port)
      break
    case 'open_inner':
      openInner(call, port)
      break
    case 'close_inner':
      closeInner(call, port)
      break
    case 'change_protocol':
      changeProtocol(call, port, protocol ?? 'http')
      break
    case 'change_port_alias':
      renamePort(call, port, alias, domain)
      break
  }
}

/** `PUT …/ports/{port}` with `action` (docs/contract.md, "Changing"). A missing protocol means http. */
export async function changePort(call: ComponentCall): Promise<Answer> {
  const { component } = call
  const change: Change = readFields(await readBody(call.request), (ask) => ({
    action: ask('action', requiredChoice(actions)),
    protocol: ask('protocol', optionalChoice(protocols, 'http')),
    alias: ask('port_alias', textField({ allowsBlank: true })) ?? '',
    domain: ask('k8s_service_name', textField({ allowsBlank: false })),
  }))
  if (change.action.includes('outer')) checkEndpoints(call)
  const number = portNumber(call)
  return inTransaction(component, () => {
    checkChange(component, number, change)
    const port = findPort(component, number)
    if (!port) throw refused(404, 'component port does not exist', '组件端口不存在')
    apply(call, port, change)
    return { port, show: '操作成功' }
  })
}
