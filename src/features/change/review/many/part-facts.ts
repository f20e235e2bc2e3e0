import { callsOf, type PlanCalls } from '../../../../domain/execution/calls'
import { riskJudge } from '../../../../domain/impact/risk'
import { type Difference, differences } from '../../../../domain/model/diff'
import { applySteps } from '../../../../domain/model/step-effect'
import { type Plan, withExposures } from '../../../../domain/plan/plan'
import { isGrave } from '../../../../domain/undo/loss'
import type { ReviewPart } from '../../engine/stores/review'

/** What a plan comes to, in numbers. */
export interface PlanFacts {
  readonly steps: number
  /** Ports that open outward although they are meant for the inside. */
  readonly risks: number
  /** What an undo can't restore. */
  readonly losses: number
  /** 0 where a port is at risk or something grave is lost, 1 where something else is lost, else 2. */
  readonly rank: number
  readonly calls: PlanCalls
}

const known = new WeakMap<Plan, PlanFacts>()

/** Returns the numbers of a plan, which are found once for it. */
export function planFacts({ plan, target }: Pick<ReviewPart, 'plan' | 'target'>): PlanFacts {
  const found = known.get(plan) ?? findFacts(plan, target)
  known.set(plan, found)
  return found
}

function findFacts(plan: Plan, target: ReviewPart['target']): PlanFacts {
  const { steps, losses } = plan
  const risks = withExposures(plan, riskJudge(target.component)).exposures?.length ?? 0
  const isGraver = risks > 0 || losses.some(isGrave)
  const lesser = losses.length > 0 ? 1 : 2
  const rank = isGraver ? 0 : lesser
  return { steps: steps.length, risks, losses: losses.length, rank, calls: callsOf(steps) }
}

/** A port that a component's change was asked for, and what becomes of it. */
export interface PortFacts {
  readonly port: number
  readonly isLeftOut: boolean
  /** Empty where it needs nothing, is left out, or is not changed itself. */
  readonly changes: readonly Difference[]
  readonly steps: number
}

/** Returns the ports that a change of a component is about, in their order. */
export function portFacts({ asked, desired, done, plan, before }: ReviewPart): PortFacts[] {
  const steps = [...done, ...plan.steps]
  const changes = differences(before, applySteps(before, steps))
  return [...asked.ports.keys()]
    .toSorted((one, other) => one - other)
    .map((port) => ({
      port,
      isLeftOut: !desired.ports.has(port),
      changes: changes.filter((change) => 'port' in change && change.port === port),
      steps: steps.filter((step) => step.port === port).length,
    }))
}

/** Returns the ports of a component that are as asked for already. */
export function idlePorts(part: ReviewPart): number[] {
  const touched = new Set([...part.done, ...part.plan.steps].map(({ port }) => port))
  return [...part.desired.ports.keys()]
    .filter((port) => !touched.has(port))
    .toSorted((one, other) => one - other)
}
