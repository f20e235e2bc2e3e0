import { type ComponentState, type Port, type PortField, portsByIdentity, type Rule } from './port'

/** One thing that differs between two readings of a component. */
export type Difference =
  | { kind: 'port-added'; port: number }
  | { kind: 'port-removed'; port: number }
  | { kind: 'field'; port: number; field: PortField; before: string | boolean; after: string | boolean }
  | { kind: 'domain'; before: string; after: string }
  | { kind: 'rule-added'; port: number; address: string; open: boolean }
  | { kind: 'rule-removed'; port: number; address: string }
  | { kind: 'rule-opened'; port: number; address: string }
  | { kind: 'rule-closed'; port: number; address: string }

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

/** By list of ports, which is never changed: plans compare every port of components that may have thousands. */
const identities = new WeakMap<readonly Port[], ReadonlyMap<string, Port>>()

function identitiesOf({ ports }: Pick<ComponentState, 'ports'>): ReadonlyMap<string, Port> {
  const known = identities.get(ports) ?? portsByIdentity(ports)
  identities.set(ports, known)
  return known
}

/** The port with a number, if the component has it; the first where it has several. */
export function portOf(component: Pick<ComponentState, 'ports'>, port: number): Port | undefined {
  return identitiesOf(component).get(String(port))
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
function domainDifferences(before: ComponentState, after: ComponentState): Difference[] {
  const seen = new Map<string, Difference>()
  for (const [identity, was] of identitiesOf(before)) {
    const is = identitiesOf(after).get(identity)
    if (is === undefined || is.k8s_service_name === was.k8s_service_name) continue
    const difference = { kind: 'domain', before: was.k8s_service_name, after: is.k8s_service_name } as const
    seen.set(`${difference.before} ${difference.after}`, difference)
  }
  return [...seen.values()]
}

function keyOf({ port, kind, address }: Rule): string {
  return `${String(port)} ${kind} ${address}`
}

function ruleDifferences(before: readonly Rule[], after: readonly Rule[]): Difference[] {
  const old = new Map(before.map((rule) => [keyOf(rule), rule]))
  const kept = new Set(after.map(keyOf))
  const removed = before
    .filter((rule) => !kept.has(keyOf(rule)))
    .map(({ port, address }): Difference => ({ kind: 'rule-removed', port, address }))
  const others = after.flatMap((rule): Difference[] => {
    const { port, address, open } = rule
    const was = old.get(keyOf(rule))
    if (was === undefined) return [{ kind: 'rule-added', port, address, open }]
    if (was.open === open) return []
    return [{ kind: open ? 'rule-opened' : 'rule-closed', port, address }]
  })
  return [...removed, ...others]
}

/**
 * Takes two readings of one component; gives what differs, ports first and then rules, in the server's order. Rules
 * that one of the readings could not tell are not compared, nor is the order of the ports.
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
    before.rules === null || after.rules === null ? [] : ruleDifferences(before.rules, after.rules)
  return [...removed, ...others, ...domainDifferences(before, after), ...rules]
}
