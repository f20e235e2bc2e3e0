import { portOf } from '../model/diff'
import { assignedByOpening } from '../model/gateway-rules'
import type { ComponentState } from '../model/component'
import type { Step } from '../model/step'

/** The ports that the steps open to the outside; one that is only opened again was open before. */
export function openedPorts(steps: readonly Step[]): number[] {
  return steps.flatMap((step) =>
    step.call === 'change' && step.body.action === 'open_outer' && step.reason !== 'reopening'
      ? [step.port]
      : [],
  )
}

/**
 * Returns, of a component as the steps of a plan leave it, the ports that they open on the cluster's gateway for the
 * first time: where those answer is known only afterwards. An http port is not among them, its domain follows from the
 * component's alias.
 */
export function portsWithNewAddress(after: ComponentState, steps: readonly Step[]): number[] {
  return openedPorts(steps).filter((number) => {
    const port = portOf(after, number)
    return port !== undefined && assignedByOpening(after, number, port.protocol) === 'tcp'
  })
}
