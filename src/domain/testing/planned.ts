import type { ComponentState } from '../model/component'
import type { DesiredPort, DesiredState } from '../model/desired-state'
import type { Step } from '../model/step'
import { planPorts } from '../plan/plan'

export function desired(
  ports: Record<number, Partial<DesiredPort> | 'delete'>,
  internalDomain?: string,
): DesiredState {
  const map = new Map(Object.entries(ports).map(([port, one]) => [Number(port), one]))
  return internalDomain === undefined ? { ports: map } : { ports: map, internalDomain }
}

/** A step in one line: `80 close_outer, before-deleting`. */
function line(step: Step): string {
  if (step.call === 'delete') return `${String(step.port)} delete, ${step.reason}`
  if (step.call === 'add') return `${String(step.port)} add ${JSON.stringify(step.body)}, ${step.reason}`
  const { body } = step
  const what =
    body.action === 'change_protocol'
      ? `protocol ${body.protocol}`
      : body.action === 'change_port_alias'
        ? `alias ${body.port_alias} domain ${body.k8s_service_name}`
        : body.action
  return `${String(step.port)} ${what}, ${step.reason}`
}

/** Returns the steps of a plan, a line each. Throws where there is none. */
export function steps(component: ComponentState, desiredPort: DesiredState): string[] {
  const plan = planPorts(component, desiredPort)
  if ('unreachable' in plan) throw new Error(JSON.stringify(plan.unreachable))
  return plan.steps.map(line)
}

/** Returns why there is no plan, or the plan. */
export function unreachable(component: ComponentState, desiredPort: DesiredState) {
  const plan = planPorts(component, desiredPort)
  return 'unreachable' in plan ? plan.unreachable : plan
}
