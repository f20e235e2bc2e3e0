import { grouped } from '../collections/grouped'
import type { ComponentState } from '../model/component'
import { portOf } from '../model/diff'
import { isSwitch, type Step } from '../model/step'
import type { Loss } from './loss'
import { undoOf } from './undo'

/** Ports whose variables mix with those of siblings, because inner opens while they share an alias. */
function sharedVariables(before: ComponentState, after: ComponentState, steps: readonly Step[]): Loss[] {
  const opened = new Set(steps.filter((step) => isSwitch(step, 'open_inner')).map((step) => step.port))
  if (opened.size === 0) return []
  const holders = grouped(after.ports, (port) => port.port_alias)
  return before.ports.flatMap(({ container_port: port }): Loss[] => {
    const is = opened.has(port) ? portOf(after, port) : undefined
    if (is === undefined || is.port_alias === '') return []
    const siblings = holders.get(is.port_alias)?.filter((sibling) => sibling !== is) ?? []
    if (siblings.length === 0) return []
    const numbers = siblings.map((sibling) => sibling.container_port)
    return [{ kind: 'shared-variables', port, alias: is.port_alias, siblings: numbers }]
  })
}

/**
 * Returns what the steps of a plan take away: what their undo cannot bring back, if it follows at once, and the
 * variables that they mix up.
 *
 * @param after the component as the steps leave it
 */
export function lossesOf(before: ComponentState, after: ComponentState, steps: readonly Step[]): Loss[] {
  return [...undoOf(before, after, after, steps).cannotRestore, ...sharedVariables(before, after, steps)]
}
