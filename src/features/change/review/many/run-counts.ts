import type { ReviewPart } from '../../engine/stores/review'
import { confirmedSteps } from '../../engine/job/run'

/** How far the plans of a review are. */
export interface RunCounts {
  readonly steps: number
  /** Those that the server has confirmed. */
  readonly doneSteps: number
  readonly components: number
  readonly finished: number
  /** Those that stopped at something other than the person's Stop. */
  readonly failed: number
  /** Those of which nothing has been sent. */
  readonly notStarted: number
  readonly isUnderWay: boolean
}

const underWay = ['waiting', 'checking', 'running', 'reading-back']
const failures = ['refused', 'unclear', 'unread', 'unreachable']

/** Returns how far plans are. What was left out is none of them. */
export function runCounts(all: readonly ReviewPart[]): RunCounts {
  const parts = all.filter(({ phase }) => phase.name !== 'left-out')
  const count = (is: (part: ReviewPart) => boolean) => parts.filter(is).length
  const sum = (of: (part: ReviewPart) => number) => parts.reduce((total, part) => total + of(part), 0)
  return {
    steps: sum(({ done, plan }) => done.length + plan.steps.length),
    doneSteps: sum((part) => confirmedSteps(part).length),
    components: parts.length,
    finished: count(({ isOver }) => isOver),
    failed: count(({ isOver, phase }) => !isOver && failures.includes(phase.name)),
    notStarted: count(
      ({ isOver, phase, done }) =>
        !isOver && done.length === 0 && (phase.name === 'waiting' || phase.name === 'stopped'),
    ),
    isUnderWay: parts.some(({ isOver, phase }) => !isOver && underWay.includes(phase.name)),
  }
}
