import { portOf } from '../model/diff'
import type { ComponentState } from '../model/component'
import type { Step } from '../model/step'
import { openedPorts } from './opened-ports'
import { componentHints, exposureRisk, type Risk } from './risk'

/** A port that a plan opens to the outside although it is meant for the inside. */
export interface Exposure {
  port: number
  risk: Risk
}

/** What a component is called, as far as it hints at what its ports are for. */
export type ComponentNames = Parameters<typeof componentHints>[0]

/** Returns the risky ports that the steps of a plan open; `after` is the component as they leave it. */
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
