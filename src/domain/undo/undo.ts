import { giveUpAliases } from '../impact/alias-return'
import { type Loss, lossesOf } from '../impact/losses'
import type { ComponentState } from '../model/component'
import type { DesiredPort, DesiredState } from '../model/desired-state'
import type { Step } from '../model/step'
import { undoOfInternalDomain } from './undo-names'
import { type LeftAlone, undoOfPort } from './undo-ports'

/** The opposite of a plan. The desired state is planned and run like any other. */
export interface Undo {
  /** Empty where nothing can or need be undone. */
  desired: DesiredState
  /** Changed by somebody else since, and therefore not touched. */
  leftAlone: readonly LeftAlone[]
  /** What the undo does not bring back, in the words of the plan's losses. */
  cannotRestore: readonly Loss[]
}

/**
 * Finds the desired state that undoes a plan, of what the plan changed and nobody else has changed since (ARCHITECTURE.md,
 * "The plan").
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
  const ports = new Map<number, Partial<DesiredPort> | 'delete'>()
  const leftAlone: LeftAlone[] = []
  const cannotRestore: Loss[] = lossesOf(before, changedByPlan).filter(
    (loss) =>
      loss.kind !== 'no-return' &&
      loss.kind !== 'separate-internal-domains' &&
      loss.kind !== 'shared-variables',
  )
  for (const port of new Set(changedByPlan.map((step) => step.port))) {
    const undo = undoOfPort(port, states, changedByPlan)
    if (undo.desired !== null) ports.set(port, undo.desired)
    leftAlone.push(...undo.leftAlone)
    cannotRestore.push(...undo.cannotRestore)
  }
  for (const { port, alias } of giveUpAliases(now, ports)) {
    cannotRestore.push({ kind: 'no-return', port, field: 'alias', value: alias })
  }
  const domain = undoOfInternalDomain(states, changedByPlan, ports)
  leftAlone.push(...domain.leftAlone)
  cannotRestore.push(...domain.cannotRestore)
  return {
    desired: domain.internalDomain === null ? { ports } : { ports, internalDomain: domain.internalDomain },
    leftAlone,
    cannotRestore,
  }
}
