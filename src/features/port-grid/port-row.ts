import type { Port } from '../../api/contract/port'
import { isWildcardAddress } from '../../domain/address'
import type { Rule } from '../../domain/port'
import type { PortActivity } from '../plan/port-activity'

/** One row of the grid: what the server said of a port, and what is under way for it. Never changed in place. */
export interface PortRow {
  id: string
  serviceId: string
  port: Port
  /** The component has its number more than once: it cannot be changed apart from the other. */
  isTwice: boolean
  /** The gateway rules of this port; null where they could not be read. */
  rules: readonly Rule[] | null
  activity: PortActivity
}

/** Names a row among all components, by the identity of its port within its own: mostly its number. */
export function rowId(serviceId: string, identity: number | string): string {
  return `${serviceId}:${identity}`
}

/**
 * Returns the rules of a row that answer now: those that a person bound first, and wildcards, under which nothing can be
 * opened, last. None where the rules are not known.
 */
export function openRules(row: PortRow): readonly Rule[] {
  const open = row.rules?.filter((rule) => rule.open) ?? []
  return open.sort((a, b) => placeInCell(a) - placeInCell(b))
}

function placeInCell({ address, custom }: Rule): number {
  if (isWildcardAddress(address)) return 2
  return custom ? 0 : 1
}

/**
 * Whether a row counts as open to the outside: by its own flag, or because a gateway rule still stands
 * (docs/contract.md, "Deleting").
 */
export function isOutside(row: PortRow): boolean {
  return row.port.is_outer_service || openRules(row).length > 0
}
