import { grouped, remembered } from '../collections/grouped'
import type { ComponentState, GatewayRule } from './component'
import type { PortField } from './desired-state'
import { type Port, portsByIdentity } from './port'

/** One thing that differs between two readings of a component. */
export type Difference =
  | { kind: 'port-added'; port: number }
  | { kind: 'port-removed'; port: number }
  | { kind: 'field'; port: number; field: PortField; before: string | boolean; after: string | boolean }
  | { kind: 'internal-domain'; before: string; after: string }
  | { kind: 'gateway-rule-added'; port: number; publicAddress: string; open: boolean }
  | { kind: 'gateway-rule-removed'; port: number; publicAddress: string }
  | { kind: 'gateway-rule-opened'; port: number; publicAddress: string }
  | { kind: 'gateway-rule-closed'; port: number; publicAddress: string }

/** A port in the words of a desired state. */
export function fieldsOf(
  port: Port,
): Record<'alias' | 'protocol', string> & Record<'inner' | 'outer', boolean> {
  return {
    protocol: port.protocol,
    alias: port.port_alias,
    inner: port.is_inner_service,
    outer: port.is_outer_service,
  }
}

/** The fields of a port, in the order in which a person reads them. */
export const portFields = ['protocol', 'alias', 'inner', 'outer'] as const satisfies readonly PortField[]

const byIdentity = remembered(portsByIdentity)
const byNumber = remembered((ports: readonly Port[]) => grouped(ports, (port) => port.container_port))

function identitiesOf({ ports }: Pick<ComponentState, 'ports'>): ReadonlyMap<string, Port> {
  return byIdentity(ports)
}

/** The ports with a number: one at most, unless the data is old. */
export function portsOf({ ports }: Pick<ComponentState, 'ports'>, port: number): readonly Port[] {
  return byNumber(ports).get(port) ?? []
}

/** The port with a number, if the component has it; the first where it has several. */
export function portOf(component: Pick<ComponentState, 'ports'>, port: number): Port | undefined {
  return portsOf(component, port)[0]
}

function portDifferences(was: Port, is: Port): Difference[] {
  const before = fieldsOf(was)
  const after = fieldsOf(is)
  return portFields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({
      kind: 'field',
      port: was.container_port,
      field,
      before: before[field],
      after: after[field],
    }))
}

/** An internal domain is the component's: where all ports went the same way, it is one difference. */
function internalDomainDifferences(before: ComponentState, after: ComponentState): Difference[] {
  const seen = new Map<string, Difference>()
  for (const [identity, was] of identitiesOf(before)) {
    const is = identitiesOf(after).get(identity)
    if (is === undefined || is.k8s_service_name === was.k8s_service_name) continue
    const difference = {
      kind: 'internal-domain',
      before: was.k8s_service_name,
      after: is.k8s_service_name,
    } as const
    seen.set(`${difference.before} ${difference.after}`, difference)
  }
  return [...seen.values()]
}

function keyOf({ port, kind, publicAddress }: GatewayRule): string {
  return `${String(port)} ${kind} ${publicAddress}`
}

function gatewayRuleDifferences(before: readonly GatewayRule[], after: readonly GatewayRule[]): Difference[] {
  const old = new Map(before.map((rule) => [keyOf(rule), rule]))
  const kept = new Set(after.map(keyOf))
  const removed = before
    .filter((rule) => !kept.has(keyOf(rule)))
    .map(({ port, publicAddress }): Difference => ({ kind: 'gateway-rule-removed', port, publicAddress }))
  const others = after.flatMap((rule): Difference[] => {
    const { port, publicAddress, open } = rule
    const was = old.get(keyOf(rule))
    if (was === undefined) return [{ kind: 'gateway-rule-added', port, publicAddress, open }]
    if (was.open === open) return []
    return [{ kind: open ? 'gateway-rule-opened' : 'gateway-rule-closed', port, publicAddress }]
  })
  return [...removed, ...others]
}

/**
 * Returns what differs between two readings of one component, ports first and then gateway rules, in the server's
 * order. Rules that one of the readings lacks are not compared, nor is the order of the ports.
 */
export function differences(before: ComponentState, after: ComponentState): Difference[] {
  const removed = [...identitiesOf(before)]
    .filter(([identity]) => !identitiesOf(after).has(identity))
    .map(([, port]): Difference => ({ kind: 'port-removed', port: port.container_port }))
  const others = [...identitiesOf(after)].flatMap(([identity, is]): Difference[] => {
    const was = identitiesOf(before).get(identity)
    return was === undefined ? [{ kind: 'port-added', port: is.container_port }] : portDifferences(was, is)
  })
  const rules =
    before.gatewayRules === null || after.gatewayRules === null
      ? []
      : gatewayRuleDifferences(before.gatewayRules, after.gatewayRules)
  return [...removed, ...others, ...internalDomainDifferences(before, after), ...rules]
}
