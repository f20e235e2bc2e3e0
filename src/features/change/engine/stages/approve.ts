import type { Step } from '../../../../domain/model/step'
import type { Effects } from '../effects'
import { isUndo } from '../job/job'
import { startedRun } from '../job/reduce-run'
import type { Run } from '../job/run'
import { answersOfPart } from '../stores/review'
import type { ReviewPlace, ReviewQueue } from '../stores/review-queue'
import { advance, type Stage } from './execute'
import { openPlaces } from './gathering'
import type { Prepared, PreparedPlan } from './prepare'

/** What was prepared for a component, and what a person said to it. */
export interface Approved {
  readonly prepared: Prepared
  /** The run that a person saw and said yes to; null where they said no, or were not asked. */
  readonly run: Run | null
  readonly isLeft: boolean
}

/** Shows plans in one review, if any of them must be shown, and resolves when the person has answered. */
export async function approve(
  prepared: readonly Prepared[],
  { effects, reviews }: { effects: Effects; reviews: ReviewQueue },
): Promise<Approved[]> {
  const places = openPlaces(prepared, reviews)
  return Promise.all(prepared.map((one) => approveOne(one, places.get(one) ?? null)))

  async function approveOne(one: Prepared, place: ReviewPlace | null): Promise<Approved> {
    if (one.kind !== 'planned' || !place) return { prepared: one, run: null, isLeft: false }
    const { target, asked } = one
    const first = firstRun(one, { isShown: true, lacksRules: effects.lacksRules(target), earlier: [] })
    const stage = { target, isUndo: isUndo(asked), effects, place, openPlace: () => place, inTurn: atOnce }
    const { run } = await advance(first, { ...stage, onChange: () => undefined }, 'approval')
    place.close()
    const isLeft = answersOfPart(run).cancel
    return { prepared: one, run: isLeft ? null : run, isLeft }
  }
}

/** What is only approved is not carried out. */
const atOnce: Stage['inTurn'] = (task) => task()

export interface RunStart {
  readonly isShown: boolean
  /** The gateway rules are still to come, without which neither addresses nor losses are known. */
  readonly lacksRules: boolean
  /** What earlier changes of the component have sent, and what has not been read back. */
  readonly earlier: readonly Step[]
}

/** Returns the run of a plan as it begins: with a question where it is shown, else with its first step. */
export function firstRun(prepared: PreparedPlan, { isShown, lacksRules, earlier }: RunStart): Run {
  const { desired, leftAlone, plan, seen, differences } = prepared
  const run: Run = {
    ...{ asked: desired, desired, leftAlone, plan, seen, differences, earlier },
    ...{ expected: seen, before: seen, after: null, done: [], unread: [] },
    ...{ isUnclear: false, refused: null, error: null },
    phase: { name: lacksRules ? 'reading-rules' : 'preview' },
  }
  return isShown ? run : startedRun(run)
}
