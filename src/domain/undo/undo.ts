import type { ComponentState } from '../model/component'
import type { DesiredState } from '../model/desired-state'
import { type Step, stepsByPort } from '../model/step'
import { addressLossesOf } from './address-losses'
import { type DesiredPorts, giveUpAliases } from './alias-return'
import { undoOfInternalDomain } from './internal-domain-undo'
import type { LeftAlone, Loss } from './loss'
import { undoOfPort } from './port-undo'

/** The opposite of a plan. The desired state is planned and run like any other. */
export interface Undo {
  /** Empty where nothing can or need be undone. */
  desired: DesiredState
  /** Changed by somebody else since, and therefore not touched. */
  leftAlone: readonly LeftAlone[]
  /** What the undo does not bring back; the losses of the plan, where it follows at once (`lossesOf`). */
  cannotRestore: readonly Loss[]
}

/** The ports that steps are about: those that were there before in their order, then the new ones. */
function touchedPorts({ ports }: ComponentState, own: ReadonlyMap<number, unknown>): Set<number> {
  const old = ports.map((port) => port.container_port).filter((port) => own.has(port))
  return new Set([...old, ...own.keys()])
}

/**
 * Finds the desired state that undoes a plan, of what the plan changed and nobody else has changed since
 * (ARCHITECTURE.md, "The plan"), and what it cannot bring back.
 *
 * @param before the component as it was read before the plan ran
 * @param after as it was read when the plan had ended, all of it or a part
 * @param now as it has just been read again
 * @param changedByPlan the steps that were done; one whose outcome is unclear counts as done
 */
export function undoOf(
  before: ComponentState,
  after: ComponentState,
  now: ComponentState,
  changedByPlan: readonly Step[],
): Undo {
  const states = { before, after, now }
  const own = stepsByPort(changedByPlan)
  const ports: DesiredPorts = new Map()
  const leftAlone: LeftAlone[] = []
  const cannotRestore: Loss[] = before.ports.flatMap((port) => {
    const steps = own.get(port.container_port)
    return steps === undefined ? [] : addressLossesOf(before, after, port, steps)
  })
  for (const port of touchedPorts(before, own)) {
    const undo = undoOfPort(port, states, own.get(port) ?? [])
    if (undo.desired !== null) ports.set(port, undo.desired)
    leftAlone.push(...undo.leftAlone)
    cannotRestore.push(...undo.cannotRestore)
  }
  for (const { port, alias } of giveUpAliases(now, ports)) {
    cannotRestore.push({ kind: 'no-return', port, field: 'alias', value: alias })
  }
  const domain = undoOfInternalDomain(states, changedByPlan, ports, cannotRestore)
  leftAlone.push(...domain.leftAlone)
  cannotRestore.push(...domain.cannotRestore)
  return {
    desired: domain.internalDomain === null ? { ports } : { ports, internalDomain: domain.internalDomain },
    leftAlone,
    cannotRestore,
  }
}
