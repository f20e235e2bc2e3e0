import { typedNumber } from '../../../../domain/execution/consent'
import type { Phase, Run } from '../job/run'
import type { NoPlan } from '../stages/prepare'
import type { Target } from '../target'

/** What a review shows of one component: its plan, and where that stands. */
export interface ReviewPart extends Run {
  readonly target: Target
  readonly isUndo: boolean
  /** Nothing of it is sent or asked any more. */
  readonly isOver: boolean
}

/** Plans that a person is asked about, or that run before their eyes, of one change. Never changed in place. */
export interface Review {
  /** One for each component, in the order in which they were named. */
  readonly parts: readonly ReviewPart[]
  /** What else was asked for along with it: components that are as desired, or that no plan can change. */
  readonly unplanned: readonly NoPlan[]
}

/** What a person answers. `run` stands for the confirming button, Resume and Try again: they differ in words only. */
export type ReviewAnswer = 'run' | 'cancel'

export interface Answers {
  readonly run: 'run' | 'resume' | 'try-again' | null
  readonly cancel: boolean
}

const none: Answers = { run: null, cancel: false }

/** Returns what the person may answer now: nothing as long as one of the plans is read or runs. */
export function answersOf({ parts }: Pick<Review, 'parts'>): Answers {
  const all = parts.filter((part) => !part.isOver).map(answersOfPart)
  if (all.length === 0 || !all.every((answers) => answers.cancel)) return none
  const runs = all.map((answers) => answers.run)
  const run = (['resume', 'try-again', 'run'] as const).find((answer) => runs.includes(answer))
  return { run: run ?? null, cancel: true }
}

/** Returns what the person may answer of one plan, were it alone. */
export function answersOfPart({ phase, done }: { phase: Phase; done: readonly unknown[] }): Answers {
  switch (phase.name) {
    case 'preview':
      return { run: 'run', cancel: true }
    case 'stopped':
      return { run: 'resume', cancel: true }
    case 'refused':
    case 'unclear':
      return { run: done.length > 0 ? 'resume' : 'try-again', cancel: true }
    case 'unread':
      return { run: 'try-again', cancel: true }
    case 'unreachable':
    case 'left-out':
      return { run: null, cancel: true }
    case 'reading-rules':
    case 'waiting':
    case 'checking':
    case 'running':
    case 'reading-back':
      return none
  }
}

/** Whether a review is about more than one component. */
export function isOfMany(review: Review | null): boolean {
  return review !== null && review.parts.length + review.unplanned.length > 1
}

/** Whether nothing of a review has been agreed to yet: parts of it can be left out. */
export function isFirstLook({ parts }: Pick<Review, 'parts'>): boolean {
  return parts.every(
    ({ phase, done, isOver }) => !isOver && done.length === 0 && firstPhases.includes(phase.name),
  )
}

const firstPhases: readonly Phase['name'][] = ['reading-rules', 'preview', 'left-out', 'unreachable']

/** Returns the number that has to be typed before the plans that are asked about run; null where a press is enough. */
export function numberToType({ parts }: Pick<Review, 'parts'>): number | null {
  return typedNumber(parts.filter(({ phase }) => phase.name === 'preview').map(({ plan }) => plan))
}
