import type { ComponentState } from '../model/component'
import { portOf } from '../model/diff'
import { assignedByOpening } from '../model/gateway-rules'
import type { Port } from '../model/port'
import type { Risk } from './risk'

/** A port that a plan opens to the outside although it is meant for the inside. */
export interface Exposure {
  port: number
  risk: Risk
}

/**
 * Returns what opening a port to the outside exposes, or null (`riskJudge`). It is handed in, so that the tables of
 * known services load only where something opens.
 */
export type RiskJudge = (port: Port) => Risk | null

/** Returns the ports that are open to the outside after a plan and were not before it, as they are then. */
export function openedPorts(before: ComponentState, after: ComponentState): Port[] {
  return after.ports.filter(
    (port) => port.is_outer_service && portOf(before, port.container_port)?.is_outer_service !== true,
  )
}

/**
 * Returns those of the opened ports that open on the cluster's gateway for the first time: where those answer is known
 * only afterwards. An http port is not among them, its address follows from the component's alias.
 */
export function portsWithNewAddress(after: ComponentState, opened: readonly Port[]): Port[] {
  return opened.filter(
    ({ container_port: port, protocol }) => assignedByOpening(after, port, protocol) === 'tcp',
  )
}

/** Returns those of the opened ports that are meant for the inside. */
export function exposuresOf(opened: readonly Port[], judge: RiskJudge): Exposure[] {
  return opened.flatMap((port) => {
    const risk = judge(port)
    return risk === null ? [] : [{ port: port.container_port, risk }]
  })
}
