import type { Step } from '../../../../domain/model/step'
import type { Effects } from '../effects'
import { isUndo } from '../job/job'
import { startedRun } from '../job/reduce-run'
import { isOneSwitch, type Run } from '../job/run'
import type { ReviewPlace, ReviewQueue } from '../stores/review-queue'
import { advance } from './execute'
import { openPlaces, plansAmong } from './gathering'
import type { Prepared, PreparedPlan } from './prepare'

/** A plan with a person's yes, or that needs none, and where it is shown. */
export interface ApprovedRun {
  readonly run: Run
  readonly place: ReviewPlace | null
}

/** What was prepared for a component; `approved` is null where there is no plan, or the person left it. */
export interface Approved {
  readonly prepared: Prepared
  readonly approved: ApprovedRun | null
}

/** Shows plans in one review, if any of them must be shown, and resolves when the person has answered. */
export async function approve(
  prepared: readonly Prepared[],
  { effects, reviews }: { effects: Effects; reviews: ReviewQueue },
): Promise<Approved[]> {
  const places = openPlaces(plansAmong(prepared), reviews)
  return Promise.all(prepared.map((one) => approveOne(one, places.get(one) ?? null)))

  async function approveOne(one: Prepared, place: ReviewPlace | null): Promise<Approved> {
    if (one.kind !== 'planned') return { prepared: one, approved: null }
    const { target, asked } = one
    const run = firstRun(one, {
      isShown: place !== null,
      lacksRules: effects.lacksRules(target),
      earlier: [],
    })
    if (!place) return { prepared: one, approved: { run, place } }
    const stage = {
      target,
      isUndo: isUndo(asked),
      effects,
      place,
      openPlace: () => place,
      onChange: () => undefined,
    }
    const answered = await advance(
      run,
      { ...stage, onProgress: undefined, signal: undefined, aborted: undefined },
      'approval',
    )
    if (isGoingOn(answered.run)) return { prepared: one, approved: { run: answered.run, place } }
    place.close()
    return { prepared: one, approved: null }
  }
}

function isGoingOn({ phase }: Run): boolean {
  return phase.name === 'checking' || phase.name === 'running' || phase.name === 'reading-back'
}

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
    ...{ desired, leftAlone, plan, seen, differences, earlier },
    ...{ expected: seen, before: seen, after: null, done: [], unread: [] },
    ...{ isUnclear: false, refused: null, error: null },
    phase: { name: lacksRules ? 'reading-rules' : 'preview' },
  }
  return isShown ? run : startedRun(run)
}

/** Returns an approved run as it is carried out, later: what may not be sent from an old reading is read again first. */
export function laterRun({ run, place }: ApprovedRun, earlier: readonly Step[]): Run {
  return { ...run, earlier, phase: place || isOneSwitch(run) ? run.phase : { name: 'checking' } }
}
