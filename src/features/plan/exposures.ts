import { applySteps } from '../../domain/apply-step'
import { portOf } from '../../domain/diff'
import type { ComponentState } from '../../domain/port'
import { exposureRisk, type Risk } from '../../domain/risk'
import type { Step } from '../../domain/step'

/** A port that a plan opens to the outside although it is meant for the inside. */
export interface Exposure {
  port: number
  risk: Risk
}

/** Gives the risky ports that the steps of a plan open; a port that is only opened again was open before. */
export function exposuresOf(before: ComponentState, steps: readonly Step[]): Exposure[] {
  const after = applySteps(before, steps)
  return steps.flatMap(({ port, ...step }) => {
    const opens = step.call === 'change' && step.body.action === 'open_outer' && step.reason !== 'reopening'
    const protocol = portOf(after, port)?.protocol
    const risk = opens && protocol !== undefined ? exposureRisk(port, protocol) : null
    return risk === null ? [] : [{ port, risk }]
  })
}
