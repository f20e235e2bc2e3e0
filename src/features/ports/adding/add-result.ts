import type { Outcome } from '../../change/engine/outcome'
import { problemOf, type ProblemReason } from '../../change/engine/stores/port-activity'

/** The outcome for the ports to add. */
export type AddResult =
  | { kind: 'added' }
  | { kind: 'refused'; problem: ProblemReason }
  /** Nothing was added: the plan was cancelled, or the ports existed already. */
  | { kind: 'left' }

/** Returns the outcome for the ports that a change adds. Its notice describes whatever else it left undone. */
export function addResult(outcome: Outcome, ports: readonly number[]): AddResult {
  const problem = problemOf(outcome)
  if (problem) return { kind: 'refused', problem }
  const added = outcome.steps.flatMap(({ step, result }) =>
    step.call === 'add' && (result === 'done' || result === 'answered') ? [step.port] : [],
  )
  return { kind: ports.every((port) => added.includes(port)) ? 'added' : 'left' }
}
