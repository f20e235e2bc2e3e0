import type { Port } from '../../../api/contract/port'
import { isWildcardAddress } from '../../../domain/model/gateway-rules'
import type { DesiredPort } from '../../../domain/model/desired-state'
import type { GatewayRule } from '../../../domain/model/component'
import type { PortActivity } from '../../change/engine/stores/port-activity'
import type { Target } from '../../change/engine/target'

/** One row of the grid: what the server said of a port, and what is under way for it. Never changed in place. */
export interface PortRow {
  id: string
  componentId: string
  port: Port
  /** The component has its number more than once: it cannot be changed apart from the other. */
  isTwice: boolean
  /** The gateway rules of this port; null where they were not read. */
  rules: readonly GatewayRule[] | null
  /** They are null because they are being read for the first time. */
  areRulesToCome: boolean
  activity: PortActivity
  /** It is shown as an earlier visit to the page has read it, and will be read again. */
  isFromLastVisit: boolean
  /** The component and what is above it, in a grid of several components; null in that of one. */
  place: Target | null
}

/** Names a row among all components, by the identity of its port within its own: mostly its number. */
export function rowId(componentId: string, identity: number | string): string {
  return `${componentId}:${identity}`
}

/** Returns the component of a row by the row's id; that of a group is the component's own. */
export function componentOfRow(id: string): string {
  return isGroup(id) ? id : id.slice(0, id.indexOf(':'))
}

/** Whether an id is that of the row above the ports of a component. */
export function isGroup(id: string): boolean {
  return !id.includes(':')
}

/**
 * Returns the rules of a row that answer now: those that a person bound first, and wildcards, under which nothing can be
 * opened, last. None where the rules are not known.
 */
export function openRules(row: PortRow): readonly GatewayRule[] {
  const open = row.rules?.filter((rule) => rule.open) ?? []
  return open.sort((a, b) => placeInCell(a) - placeInCell(b))
}

function placeInCell({ publicAddress, custom }: GatewayRule): number {
  if (isWildcardAddress(publicAddress)) return 2
  return custom ? 0 : 1
}

/**
 * Whether a row counts as open to the outside: by its own flag, or because a gateway rule is still open
 * (docs/contract.md, "Deleting").
 */
export function isOutside(row: PortRow): boolean {
  return row.port.is_outer_service || (row.rules?.some((rule) => rule.open) ?? false)
}

/** The two switches of a port. */
export type SwitchField = 'inner' | 'outer'

/** What a switch shows: where it stands (or will stand), and whether it is on its way there. */
export interface SwitchState {
  on: boolean
  pending: boolean
}

/** Returns a switch as it is shown: a pending change shows its result, marked as pending. */
export function switchState({ port, activity }: PortRow, field: SwitchField): SwitchState {
  const desiredPort = activity.pending === 'delete' ? undefined : activity.pending?.[field]
  if (desiredPort !== undefined) return { on: desiredPort, pending: true }
  return { on: field === 'inner' ? port.is_inner_service : port.is_outer_service, pending: false }
}

/** Returns the desired state of a switch that was turned. The planner knows what that implies for the other switch. */
export function desiredOfSwitch(field: SwitchField, on: boolean): Partial<DesiredPort> {
  return field === 'inner' ? { inner: on } : { outer: on }
}
