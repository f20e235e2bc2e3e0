import type { PortWish } from '../../domain/port'
import type { PortRow } from './port-row'

/** The two switches of a port. */
export type SwitchField = 'inner' | 'outer'

/** What a switch shows: where it stands (or will stand), and whether it is on its way there. */
export interface SwitchState {
  on: boolean
  pending: boolean
}

/** Gives a switch as it is to be shown: a pending change shows where it leads, marked as pending. */
export function switchState({ port, activity }: PortRow, field: SwitchField): SwitchState {
  const wished = activity.pending === 'delete' ? undefined : activity.pending?.[field]
  if (wished !== undefined) return { on: wished, pending: true }
  return { on: field === 'inner' ? port.is_inner_service : port.is_outer_service, pending: false }
}

/** Gives what a person means by turning a switch. What it implies for the other one is the plan's to know. */
export function switchWish(field: SwitchField, on: boolean): Partial<PortWish> {
  return field === 'inner' ? { inner: on } : { outer: on }
}
