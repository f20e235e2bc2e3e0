import type { ComponentState } from '../model/component'
import { type Difference, differences, portOf } from '../model/diff'
import type { Port } from '../model/port'
import type { Step } from '../model/step'

/**
 * Returns what differs between what a component was expected to read as and what it reads as, without what our own steps
 * brought about beyond what their answers say: the rules that follow a switch or a deletion, and the internal domain
 * of the siblings. Nobody else has changed those.
 */
export function foreignDifferences(
  expected: ComponentState,
  now: ComponentState,
  own: readonly Step[],
): Difference[] {
  return differences(expected, now).filter((difference) => !own.some((step) => explains(step, difference)))
}

function explains(step: Step, difference: Difference): boolean {
  switch (difference.kind) {
    case 'gateway-rule-added':
      return difference.open && isSwitch(step, difference.port, 'open_outer')
    case 'gateway-rule-opened':
      return isSwitch(step, difference.port, 'open_outer')
    case 'gateway-rule-closed':
      return isSwitch(step, difference.port, 'close_outer')
    case 'gateway-rule-removed':
      return step.call === 'delete' && step.port === difference.port
    case 'internal-domain':
      return step.call === 'change' && step.body.action === 'change_port_alias'
        ? step.body.k8s_service_name === difference.after
        : false
    case 'port-added':
    case 'port-removed':
    case 'field':
      return false
  }
}

function isSwitch(step: Step, port: number, action: 'open_outer' | 'close_outer'): boolean {
  return step.call === 'change' && step.port === port && step.body.action === action
}

function rebasedPort(base: Port, expected: Port, now: Port): Port {
  const kept = <K extends keyof Port>(key: K) => (expected[key] === now[key] ? base[key] : now[key])
  return {
    ...now,
    protocol: kept('protocol'),
    port_alias: kept('port_alias'),
    is_inner_service: kept('is_inner_service'),
    is_outer_service: kept('is_outer_service'),
    k8s_service_name: kept('k8s_service_name'),
  }
}

/**
 * Returns what a component was before a plan, with what others have changed of its ports since: what is not as it was
 * `expected` to read `now` is not the plan's doing, and is not the plan's to undo.
 */
export function rebase(
  before: ComponentState,
  expected: ComponentState,
  now: ComponentState,
): ComponentState {
  const kept = before.ports.flatMap((port) => {
    const was = portOf(expected, port.container_port)
    const is = portOf(now, port.container_port)
    if (was === undefined) return [port]
    return is === undefined ? [] : [rebasedPort(port, was, is)]
  })
  const added = now.ports.filter(
    ({ container_port }) =>
      portOf(expected, container_port) === undefined && portOf(before, container_port) === undefined,
  )
  return { ...before, ports: [...kept, ...added] }
}
