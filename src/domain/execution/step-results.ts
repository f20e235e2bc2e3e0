import type { ComponentState } from '../model/component'
import { portOf } from '../model/diff'
import { gatewayRuleKindOf, openGatewayRules } from '../model/gateway-rules'
import type { Port } from '../model/port'
import { changedField, isAliasStep, type Step } from '../model/step'
import { followSteps } from '../model/step-effect'

/**
 * Whether an alias call is there for the internal domain: the port has the alias that it sends already.
 *
 * @param was the port right before the call
 */
function isForInternalDomain(step: Step, was: Port | undefined): boolean {
  return isAliasStep(step) && was?.port_alias === step.body.port_alias
}

/**
 * Whether a component reads as one step leaves it. Rules that could not be read are not judged, and of an alias call
 * only the name that it was there for: the other one may have been changed again since.
 *
 * @param before the component right before the step
 */
export function isInEffect(step: Step, before: Pick<ComponentState, 'ports'>, now: ComponentState): boolean {
  return isSeen(step, portOf(before, step.port), now)
}

function isSeen(step: Step, was: Port | undefined, now: ComponentState): boolean {
  const port = portOf(now, step.port)
  if (step.call === 'delete') return port === undefined
  if (port === undefined) return false
  if (step.call === 'add') {
    const { protocol, port_alias: alias } = step.body
    return port.protocol === protocol && port.port_alias === (alias ?? port.port_alias)
  }
  const { body } = step
  switch (body.action) {
    case 'open_inner':
      return port.is_inner_service
    case 'close_inner':
      return !port.is_inner_service
    case 'open_outer':
      return port.is_outer_service
    case 'close_outer': {
      // Outer may read closed while a rule still answers (docs/contract.md, "Deleting"): one of the protocol at the time.
      const kind = gatewayRuleKindOf((was ?? port).protocol)
      const answers = openGatewayRules(now, step.port).some((rule) => rule.kind === kind)
      return !port.is_outer_service && !answers
    }
    case 'change_protocol':
      return port.protocol === body.protocol
    case 'change_port_alias':
      return isForInternalDomain(step, was)
        ? port.k8s_service_name === body.k8s_service_name
        : port.port_alias === body.port_alias
  }
}

/** What of a port, or of the component, a step changes; a later step that changes the same has the last word. */
function subjectOf(step: Step, was: Port | undefined): string {
  if (step.call !== 'change') return step.call
  return isForInternalDomain(step, was) ? 'internal-domain' : changedField(step)
}

/** The steps that can be seen when all is done, the last word on each port's switches and names. */
export interface StepResults {
  /** Those of which the component reads as they leave it. */
  inEffect: readonly Step[]
  noEffect: readonly Step[]
}

/**
 * Returns which steps a component reads as they leave it.
 *
 * @param before the component before the first of them
 */
export function resultsOf(before: ComponentState, steps: readonly Step[], now: ComponentState): StepResults {
  const lasting = new Map<string, { step: Step; was: Port | undefined }>()
  const deleted = new Set(steps.filter((step) => step.call === 'delete').map((step) => step.port))
  const follower = followSteps(before)
  for (const step of steps) {
    const was = follower.portOf(step.port)
    follower.follow(step)
    if (deleted.has(step.port) && step.call !== 'delete') continue
    const key = `${String(step.port)} ${subjectOf(step, was)}`
    lasting.delete(key)
    lasting.set(key, { step, was })
  }
  const inEffect: Step[] = []
  const noEffect: Step[] = []
  for (const { step, was } of lasting.values()) (isSeen(step, was, now) ? inEffect : noEffect).push(step)
  return { inEffect, noEffect }
}
