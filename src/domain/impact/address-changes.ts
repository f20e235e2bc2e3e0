import { portOf } from '../model/diff'
import { innerAddress, openPublicAddresses, assignedByOpening } from '../model/gateway-rules'
import type { ComponentState, GatewayRule } from '../model/component'
import { closesOuter, isSwitch, type Step } from '../model/step'

/** What happens to the addresses of one port. Lists may be empty: nothing was, or is, open. */
export type AddressChange =
  /** Where the team's other components reach it: `internal-domain:port`; null while inner is closed. */
  | { scope: 'inner'; port: number; before: string | null; after: string | null }
  | {
      scope: 'outer'
      port: number
      before: readonly string[]
      after: readonly string[]
      /** The kind of rule that the server creates as well, its address known only once it is read. */
      assigned: GatewayRule['kind'] | null
      /** False where the gateway rules could not be read: both lists say nothing then. */
      known: boolean
    }

function innerAddressOf(component: ComponentState, number: number): string | null {
  const port = portOf(component, number)
  return port?.is_inner_service === true ? innerAddress(port) : null
}

function innerChange(before: ComponentState, after: ComponentState, port: number): AddressChange[] {
  const was = innerAddressOf(before, port)
  const becomes = innerAddressOf(after, port)
  return was === becomes ? [] : [{ scope: 'inner', port, before: was, after: becomes }]
}

function outerChange(before: ComponentState, after: ComponentState, port: number): AddressChange[] {
  const was = openPublicAddresses(before, port)
  const becomes = openPublicAddresses(after, port)
  if (was === null || becomes === null)
    return [{ scope: 'outer', port, before: [], after: [], assigned: null, known: false }]
  const is = portOf(after, port)
  const assigned = is?.is_outer_service === true ? assignedByOpening(after, port, is.protocol) : null
  const isSame = was.length === becomes.length && was.every((address) => becomes.includes(address))
  if (isSame && assigned === null) return []
  return [{ scope: 'outer', port, before: was, after: becomes, assigned, known: true }]
}

/**
 * Returns every address that a plan changes, port by port in the server's order: outer ones of the ports whose outer
 * opens or closes, inner ones also of the siblings that a new internal domain renames.
 */
export function addressChangesOf(
  before: ComponentState,
  after: ComponentState,
  steps: readonly Step[],
): AddressChange[] {
  const numbers = new Set([...before.ports, ...after.ports].map((port) => port.container_port))
  const switched = new Set(
    steps.filter((step) => closesOuter(step) || isSwitch(step, 'open_outer')).map((step) => step.port),
  )
  return [...numbers].flatMap((port) => [
    ...innerChange(before, after, port),
    ...(switched.has(port) ? outerChange(before, after, port) : []),
  ])
}
