import { portOf } from './diff'
import type { ComponentState, Port } from './port'

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
