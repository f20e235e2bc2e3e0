import { differences, type Difference } from './diff'
import type { ComponentState } from './port'
import type { Step } from './step'

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
    case 'rule-added':
      return difference.open && isSwitch(step, difference.port, 'open_outer')
    case 'rule-opened':
      return isSwitch(step, difference.port, 'open_outer')
    case 'rule-closed':
      return isSwitch(step, difference.port, 'close_outer')
    case 'rule-removed':
      return step.call === 'delete' && step.port === difference.port
    case 'domain':
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
