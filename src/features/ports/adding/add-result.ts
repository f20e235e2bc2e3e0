import type { Outcome } from '../../change/engine/outcome'
import { problemOf, type ProblemReason } from '../../change/engine/stores/port-activity'

/** What became of the ports that were to be added. */
export type AddResult =
  | { kind: 'added' }
  | { kind: 'refused'; problem: ProblemReason }
  /** Nothing came of it: the person left the plan, or the ports were there already. */
  | { kind: 'left' }

/** Returns what a change came to that adds these ports. What is left undone beside adding them is told by its notice. */
export function addResult(outcome: Outcome, ports: readonly number[]): AddResult {
  const problem = problemOf(outcome)
  if (problem) return { kind: 'refused', problem }
  const added = outcome.steps.flatMap(({ step, result }) =>
    step.call === 'add' && (result === 'done' || result === 'answered') ? [step.port] : [],
  )
  return { kind: ports.every((port) => added.includes(port)) ? 'added' : 'left' }
}
