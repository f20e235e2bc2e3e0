import { openRules, ruleKindOf } from './address'
import { portOf } from './diff'
import type { ComponentState } from './port'
import { changedField, type Step } from './step'

/** Whether an alias call is there for the internal domain that it carries. */
function setsDomain({ reason }: Step): boolean {
  return reason === 'carries-domain' || reason === 'keeps-domain'
}

/** Whether a component reads as one step leaves it. Rules that could not be read are not judged. */
export function isInEffect(step: Step, component: ComponentState): boolean {
  const port = portOf(component, step.port)
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
      // Outer may read closed while a rule of it still answers (docs/contract.md, "Deleting").
      const kind = ruleKindOf(port.protocol)
      const stands = openRules(component, step.port).some((rule) => rule.kind === kind)
      return !port.is_outer_service && !stands
    }
    case 'change_protocol':
      return port.protocol === body.protocol
    case 'change_port_alias':
      // The other name is only carried along, and may have been changed again since.
      return setsDomain(step)
        ? port.k8s_service_name === body.k8s_service_name
        : port.port_alias === body.port_alias
  }
}

/** What of a port, or of the component, a step changes; a later step that changes the same has the last word. */
function subjectOf(step: Step): string {
  if (step.call !== 'change') return step.call
  return setsDomain(step) ? 'domain' : changedField(step)
}

/** Returns the steps of a plan that can be seen when all is done: the last word on each port's switches and names. */
export function lastingSteps(steps: readonly Step[]): Step[] {
  const lasting = new Map<string, Step>()
  const deleted = new Set(steps.filter((step) => step.call === 'delete').map((step) => step.port))
  for (const step of steps) {
    if (deleted.has(step.port) && step.call !== 'delete') continue
    const key = `${String(step.port)} ${subjectOf(step)}`
    lasting.delete(key)
    lasting.set(key, step)
  }
  return [...lasting.values()]
}
