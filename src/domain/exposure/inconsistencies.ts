import type { Port } from '../../api/contract/port'
import { grouped } from '../collections/grouped'
import type { GatewayRule } from '../model/component'

/** Two facts about a component that can't both be meant (docs/contract.md, "Changing" and "Deleting"). */
export type Inconsistency =
  /** External access is closed, but rules of the port are still active. */
  | { kind: 'rule-still-active'; port: number; publicAddresses: readonly string[] }
  /** External access is open, but no rule leads to the port. */
  | { kind: 'external-without-address'; port: number }
  /** External access is open, internal access isn't: only calls outside of the console's own pages do that. */
  | { kind: 'external-without-internal'; port: number }
  /** The connection variables of one port overwrite those of the other. */
  | { kind: 'shared-alias'; alias: string; ports: readonly number[] }
  /** Rules lead to a port that isn't there; `isOpen` where one of them is active. */
  | { kind: 'rule-without-port'; port: number; publicAddresses: readonly string[]; isOpen: boolean }

/**
 * Returns what is inconsistent in a component, by port. Where its rules couldn't be read, they are null, and only what the
 * ports say themselves is compared.
 */
export function inconsistenciesOf(
  ports: readonly Port[],
  rules: readonly GatewayRule[] | null,
): Inconsistency[] {
  const portsByNumber = grouped(ports, (port) => port.container_port)
  const rulesByPort = rules && grouped(rules, (rule) => rule.port)
  const found = [...portsByNumber].flatMap(([port, same]) =>
    ofSwitches(port, same, rulesByPort && (rulesByPort.get(port) ?? [])),
  )
  for (const [port, own] of rulesByPort ?? []) {
    if (portsByNumber.has(port)) continue
    const isOpen = own.some(({ open }) => open)
    found.push({ kind: 'rule-without-port', port, publicAddresses: addresses(own), isOpen })
  }
  const named = ports.filter((port) => port.port_alias !== '')
  for (const [alias, same] of grouped(named, (port) => port.port_alias))
    if (same.length > 1) found.push({ kind: 'shared-alias', alias, ports: numbers(same) })
  return found.sort((a, b) => firstPort(a) - firstPort(b))
}

/**
 * Returns what is inconsistent at one number. Old data may hold it twice: as rules don't tell those ports apart, it is enough that
 * one of them is open.
 */
function ofSwitches(
  port: number,
  same: readonly Port[],
  rules: readonly GatewayRule[] | null,
): Inconsistency[] {
  const found: Inconsistency[] = []
  const active = rules?.filter((rule) => rule.open)
  const isExternal = same.some((each) => each.is_outer_service)
  if (!isExternal && active && active.length > 0)
    found.push({ kind: 'rule-still-active', port, publicAddresses: addresses(active) })
  if (isExternal && active?.length === 0) found.push({ kind: 'external-without-address', port })
  if (same.some((each) => each.is_outer_service && !each.is_inner_service))
    found.push({ kind: 'external-without-internal', port })
  return found
}

const addresses = (rules: readonly GatewayRule[]) => rules.map((rule) => rule.publicAddress)
const numbers = (ports: readonly Port[]) => ports.map((port) => port.container_port).sort((a, b) => a - b)

/** Returns the lowest port that an inconsistency is about. */
export function firstPort(inconsistency: Inconsistency): number {
  return inconsistency.kind === 'shared-alias' ? (inconsistency.ports[0] ?? 0) : inconsistency.port
}
