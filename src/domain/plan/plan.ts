import { type AddressChange, addressChangesOf } from '../impact/address-changes'
import { type Exposure, exposuresOf, openedPorts, type RiskJudge } from '../impact/exposures'
import type { ComponentState } from '../model/component'
import type { DesiredState } from '../model/desired-state'
import type { Port } from '../model/port'
import type { Step } from '../model/step'
import { applySteps } from '../model/step-effect'
import type { Loss } from '../undo/loss'
import { lossesOf } from '../undo/losses'
import { withAliases } from './alias-goals'
import { concernedPart } from './concerned'
import { goalsOf } from './goals'
import { namingOf } from './internal-domain'
import { stepsOf } from './steps'
import type { Unreachable } from './unreachable'

/** An ordered list of calls that the server accepts, and what it means for people. */
export interface Plan {
  /** Empty where the component is already as desired. */
  steps: readonly Step[]
  /** What an undo cannot bring back. */
  losses: readonly Loss[]
  /** Addresses that change, inner and outer, old → new. */
  addressChanges: readonly AddressChange[]
  /** The ports that it opens to the outside, as they are then. */
  opened: readonly Port[]
  /** Which of them are meant for the inside; null until they are judged ({@link withExposures}). */
  exposures: readonly Exposure[] | null
}

/**
 * Finds the calls that bring a component to a desired state (ARCHITECTURE.md, "The plan"). Pure, total,
 * deterministic and linear in the number of ports: every desired state has a plan or a reason why it cannot be
 * reached. Ports that the desired state does not name are left alone, except for the internal domain, which is the
 * component's.
 */
export function planPorts(
  component: ComponentState,
  desired: DesiredState,
): Plan | { unreachable: Unreachable } {
  const goals = goalsOf(component, desired)
  if ('unreachable' in goals) return goals
  const settled = withAliases(component, goals)
  if ('unreachable' in settled) return settled
  const naming = namingOf(component, desired, settled)
  if ('unreachable' in naming) return naming
  return planOfSteps(component, stepsOf(component, desired, settled, naming))
}

/** Whether a component is as desired, so that nothing is left to do. */
export function isFulfilled(component: ComponentState, desired: DesiredState): boolean {
  const plan = planPorts(concernedPart(component, desired), desired)
  return !('unreachable' in plan) && plan.steps.length === 0
}

/** Returns what it means for a component when steps are carried out that were planned already. */
export function planOfSteps(component: ComponentState, steps: readonly Step[]): Plan {
  const after = applySteps(component, steps)
  const opened = openedPorts(component, after)
  return {
    steps,
    losses: lossesOf(component, after, steps),
    addressChanges: addressChangesOf(component, after, steps),
    opened,
    exposures: opened.length === 0 ? [] : null,
  }
}

/** Returns a plan whose exposures are known. */
export function withExposures(plan: Plan, judge: RiskJudge): Plan {
  return { ...plan, exposures: exposuresOf(plan.opened, judge) }
}
