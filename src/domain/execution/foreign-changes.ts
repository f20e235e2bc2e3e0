import type { ComponentState } from '../model/component'
import { type Difference, differences, portOf } from '../model/diff'
import type { Port } from '../model/port'
import { isAliasStep, isSwitch, type Step } from '../model/step'

/**
 * Returns what differs between what a component was expected to read as and what it reads as, without what our own
 * steps brought about beyond what their answers say: the gateway rules that follow a switch or a deletion, and the
 * internal domain of the siblings. Nobody else has changed those.
 */
export function foreignDifferences(
  expected: ComponentState,
  now: ComponentState,
  own: readonly Step[],
): Difference[] {
  const explained = explainedBy(own)
  return differences(expected, now).filter((difference) => !explained(difference))
}

function explainedBy(own: readonly Step[]): (difference: Difference) => boolean {
  const portsOf = (isMeant: (step: Step) => boolean) => new Set(own.filter(isMeant).map((step) => step.port))
  const opened = portsOf((step) => isSwitch(step, 'open_outer'))
  const closed = portsOf((step) => isSwitch(step, 'close_outer'))
  const deleted = portsOf((step) => step.call === 'delete')
  const internalDomains = new Set(own.filter(isAliasStep).map((step) => step.body.k8s_service_name))
  return (difference) => {
    switch (difference.kind) {
      case 'gateway-rule-added':
        return difference.open && opened.has(difference.port)
      case 'gateway-rule-opened':
        return opened.has(difference.port)
      case 'gateway-rule-closed':
        return closed.has(difference.port)
      case 'gateway-rule-removed':
        return deleted.has(difference.port)
      case 'internal-domain':
        return internalDomains.has(difference.after)
      case 'port-added':
      case 'port-removed':
      case 'field':
        return false
    }
  }
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
 * Returns what a component was before a plan, with what others have changed of its ports since: what does not read
 * `now` as `expected` is not the plan's doing, and is not the plan's to undo.
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
