import { portOf } from '../model/diff'
import { innerAddress, openPublicAddresses, assignedByOpening } from '../model/gateway-rules'
import type { ComponentState, GatewayRule } from '../model/component'
import type { Step } from '../model/step'
import { applySteps } from '../model/step-effect'

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

function isOuterStep(step: Step, port: number): boolean {
  if (step.port !== port) return false
  if (step.call === 'change') return step.body.action === 'open_outer' || step.body.action === 'close_outer'
  return step.call === 'delete'
}

function outerChange(
  before: ComponentState,
  after: ComponentState,
  port: number,
  steps: readonly Step[],
): AddressChange[] {
  if (!steps.some((step) => isOuterStep(step, port))) return []
  const was = openPublicAddresses(before, port)
  const becomes = openPublicAddresses(after, port)
  if (was === null || becomes === null)
    return [{ scope: 'outer', port, before: [], after: [], assigned: null, known: false }]
  const opened = after.ports.find(
    (candidate) => candidate.container_port === port && candidate.is_outer_service,
  )
  const assigned = opened === undefined ? null : assignedByOpening(after, port, opened.protocol)
  const isSame = was.length === becomes.length && was.every((address) => becomes.includes(address))
  if (isSame && assigned === null) return []
  return [{ scope: 'outer', port, before: was, after: becomes, assigned, known: true }]
}

/**
 * Takes a component and the steps of a plan; gives every address that the plan changes, port by port in the server's
 * order: outer ones of the ports whose outer opens or closes, inner ones also of the siblings that a new internal
 * domain renames.
 */
export function addressChangesOf(before: ComponentState, steps: readonly Step[]): AddressChange[] {
  const after = applySteps(before, steps)
  const numbers = new Set([...before.ports, ...after.ports].map((port) => port.container_port))
  return [...numbers].flatMap((port) => [
    ...innerChange(before, after, port),
    ...outerChange(before, after, port, steps),
  ])
}
