import type { Prepared } from '../../src/features/change/engine/stages/prepare'
import { Failure } from '../failure'
import type { Limits } from '../options'

/** How much plans come to. */
export interface PlanCounts {
  readonly components: number
  readonly steps: number
  readonly deleted: number
  /** Ports that open at the gateway and are closed now. */
  readonly exposed: number
}

export function countsOfPlans(prepared: readonly Prepared[]): PlanCounts {
  const planned = prepared.filter((one) => one.kind === 'planned')
  const steps = planned.flatMap(({ plan }) => plan.steps)
  return {
    components: planned.length,
    steps: steps.length,
    deleted: steps.filter(({ call }) => call === 'delete').length,
    exposed: planned.flatMap(({ plan }) => plan.opened).length,
  }
}

/** Throws a `Failure` with the numbers where plans exceed the limits that somebody has set. */
export function checkLimits(prepared: readonly Prepared[], { deletes, exposures }: Limits): void {
  const { deleted, exposed } = countsOfPlans(prepared)
  const isOver = (count: number, most: number | undefined) => most !== undefined && count > most
  const over = [
    ...(isOver(deleted, deletes) ? (['maxDeletes'] as const) : []),
    ...(isOver(exposed, exposures) ? (['maxExposures'] as const) : []),
  ]
  if (over.length === 0) return
  const numbers = {
    maxDeletes: { count: deleted, most: String(deletes) },
    maxExposures: { count: exposed, most: String(exposures) },
  }
  throw new Failure(({ say }) =>
    [...over.map((which) => say(`limits.${which}`, numbers[which])), say('limits.nothingSent')].join('\n'),
  )
}
