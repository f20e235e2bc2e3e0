import type { Difference } from '../model/diff'
import type { DesiredState } from '../model/desired-state'
import type { Step } from '../model/step'

/**
 * Whether a component is read again right before a call, also when the call is the whole plan (ARCHITECTURE.md, "The
 * plan"). Such a call says more than the person touched, or is right only while something holds that the server does
 * not check (docs/contract.md, "Adding", "Changing", "Deleting"):
 * - an alias call names the port's alias and the component's internal domain, whichever of them was touched;
 * - a new port must not have the alias of a sibling;
 * - a change to http leaves the tcp rule behind where outer is open by now;
 * - a deletion takes along every domain that was bound meanwhile.
 *
 * The switches say one thing and are refused where they do not fit: they are sent at once.
 */
export function mustBeReadFirst(step: Step): boolean {
  if (step.call !== 'change') return true
  const { body } = step
  return (
    body.action === 'change_port_alias' || (body.action === 'change_protocol' && body.protocol === 'http')
  )
}

/** Whether a difference is about something that a desired state changes, so that a person must see it before it is overwritten. */
export function concernsDesired(
  difference: Difference,
  { ports, internalDomain, adds }: DesiredState,
): boolean {
  switch (difference.kind) {
    case 'port-added':
    case 'port-removed':
      return adds?.has(difference.port) !== true && ports.has(difference.port)
    case 'internal-domain':
      return internalDomain !== undefined
    case 'field': {
      const desiredPort = ports.get(difference.port)
      return (
        desiredPort !== undefined && (desiredPort === 'delete' || desiredPort[difference.field] !== undefined)
      )
    }
    case 'gateway-rule-added':
    case 'gateway-rule-removed':
    case 'gateway-rule-opened':
    case 'gateway-rule-closed':
      return ports.get(difference.port) === 'delete'
  }
}

/**
 * Whether a difference may make another call of one that {@link mustBeReadFirst}: it concerns the desired state, the internal
 * domain, or who has which alias. What happens to the switches of other ports does not.
 */
export function mayChangeCarried(difference: Difference, desired: DesiredState): boolean {
  switch (difference.kind) {
    case 'port-added':
    case 'port-removed':
    case 'internal-domain':
      return true
    case 'field':
      return difference.field === 'alias' || concernsDesired(difference, desired)
    case 'gateway-rule-added':
    case 'gateway-rule-removed':
    case 'gateway-rule-opened':
    case 'gateway-rule-closed':
      return concernsDesired(difference, desired)
  }
}
