import { openingOf } from './address'
import { portOf } from './diff'
import type { ComponentState } from './port'
import { componentHints, exposureRisk, type Risk } from './risk'
import type { Step } from './step'

/** A port that a plan opens to the outside although it is meant for the inside. */
export interface Exposure {
  port: number
  risk: Risk
}

/** What a component is called, as far as it hints at what its ports are for. */
export type ComponentNames = Parameters<typeof componentHints>[0]

/** The ports that the steps open to the outside; one that is only opened again was open before. */
export function openedPorts(steps: readonly Step[]): number[] {
  return steps.flatMap((step) =>
    step.call === 'change' && step.body.action === 'open_outer' && step.reason !== 'reopening'
      ? [step.port]
      : [],
  )
}

/** Takes a component as the steps of a plan leave it; gives the risky ports that they open. */
export function exposuresOf(
  after: ComponentState,
  steps: readonly Step[],
  names: ComponentNames,
): Exposure[] {
  const component = componentHints(names)
  return openedPorts(steps).flatMap((number) => {
    const port = portOf(after, number)
    if (port === undefined) return []
    const { protocol, port_alias: alias } = port
    const risk = exposureRisk({ port: number, protocol, alias, component })
    return risk === null ? [] : [{ port: number, risk }]
  })
}

/**
 * Takes a component as the steps of a plan leave it; gives the ports that they open on the cluster's gateway for the
 * first time: where those answer is known only afterwards. An http port is not among them, its domain follows from the
 * component's alias.
 */
export function portsWithNewAddress(after: ComponentState, steps: readonly Step[]): number[] {
  return openedPorts(steps).filter((number) => {
    const port = portOf(after, number)
    return port !== undefined && openingOf(after, number, port.protocol)?.assigned === 'tcp-port'
  })
}
