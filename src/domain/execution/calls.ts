import type { Step } from '../model/step'
import { mustBeReadFirst } from './read-first'

/** How often a component is written and read for a plan where nothing fails. */
export interface PlanCalls {
  readonly writes: number
  /** Each reads ports and gateway rules, side by side. */
  readonly readings: number
}

/** Returns the calls that the steps of a component that was shown take (ARCHITECTURE.md, "Requests, counted"). */
export function callsOf(steps: readonly Step[]): PlanCalls {
  const [first, ...others] = steps
  if (!first) return { writes: 0, readings: 0 }
  const isOneSwitch = others.length === 0 && !mustBeReadFirst(first)
  const before = isOneSwitch ? 0 : 1
  const after = 1
  return { writes: steps.length, readings: before + others.filter(mustBeReadFirst).length + after }
}
