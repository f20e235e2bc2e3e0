import { asApiError, type ApiError } from '../../api/errors'
import { reasonsToShow } from '../../domain/consent'
import { differences } from '../../domain/diff'
import { planPorts, type Plan } from '../../domain/plan'
import type { ComponentState, Wish } from '../../domain/port'
import { runPlan, type Outcome } from '../../domain/run-plan'
import type { LeftAlone } from '../../domain/undo-ports'
import { askedWaitMs, classifyFailure } from './classify-failure'
import { isUndoWish, type Ended, type Job } from './job'
import type { PlanEffects } from './plan-effects'
import type { ReviewDesk } from './review-desk'
import { runReviewed, type ReviewedJob } from './run-reviewed'

export interface JobSurroundings {
  effects: PlanEffects
  reviews: ReviewDesk
  /** What is cached is not to be believed, because a failure left it open what was done. */
  mustRead: boolean
  /** What is cached was read, and not put together from answers since. */
  isFresh: boolean
  /** Called after the job's phase or steps changed. */
  onChange: () => void
}

/**
 * Plans a job from what is there and runs it: at once where nothing asks for consent, else before the person's eyes.
 * Does so up to the first request before it returns, so that a click shows in the next frame. Never rejects.
 */
export async function performJob(job: Job, around: JobSurroundings): Promise<Ended> {
  const { effects } = around
  let before: ComponentState
  try {
    const known = isUndoWish(job.wish) || around.mustRead ? null : effects.cached(job.target)
    before = known ?? (await effects.read(job.target))
  } catch (error) {
    return { kind: 'refused', why: { reason: 'error', error: asApiError(error) } }
  }
  const { wish, leftAlone } = isUndoWish(job.wish)
    ? job.wish.undoFrom(before)
    : { wish: job.wish, leftAlone: [] }
  const plan = planPorts(before, wish)
  if ('unreachable' in plan) return { kind: 'refused', why: { reason: 'unreachable', why: plan.unreachable } }
  if (plan.steps.length === 0) return { kind: 'met', leftAlone }
  const planned: PlannedJob = { job, wish, leftAlone, before, plan }
  const reasons = reasonsToShow(before, plan, job.target.service)
  if (reasons.length === 0) return performAtOnce(planned, around)
  // Rules that are still to come decide whether there is anything to ask: the click waits for them, shown as pending.
  const hangsOnRules = !around.mustRead && reasons.every((reason) => reason === 'rules-unknown')
  return hangsOnRules && effects.lacksRules(job.target)
    ? performJob(job, { ...around, mustRead: true })
    : performReviewed(planned, around)
}

interface PlannedJob {
  job: Job
  wish: Wish
  leftAlone: readonly LeftAlone[]
  before: ComponentState
  plan: Plan
  refused?: ReviewedJob['refused']
}

async function performAtOnce(task: PlannedJob, around: JobSurroundings): Promise<Ended> {
  const { job, plan, ...planned } = task
  const { effects, isFresh, onChange } = around
  job.phase = 'running'
  job.steps = plan.steps
  onChange()
  let outcome: Outcome
  try {
    outcome = await runPlan(plan.steps, {
      send: (step) => effects.send(job.target, step),
      classify: classifyFailure,
      askedWaitMs,
      wait: (milliseconds, stopped) => effects.wait(job.target, milliseconds, stopped),
    })
  } catch (error) {
    // Given up between two tries, none of which did anything.
    return { kind: 'refused', why: { reason: 'error', error: asApiError(error) } }
  }
  const after = outcome.kind === 'refused' && isFresh ? await readAgain(job, effects) : null
  if (outcome.kind === 'refused' && after) {
    const anew = planAfterRefusal(task, after, asApiError(outcome.error))
    if (anew) return performReviewed(anew, around)
  }
  return {
    kind: 'sent',
    ...planned,
    confirmed: outcome.done,
    attempted: outcome.kind === 'unclear' ? [...outcome.done, outcome.step] : outcome.done,
    error: 'error' in outcome ? asApiError(outcome.error) : null,
    isStopped: false,
    after,
  }
}

async function readAgain({ target }: Job, effects: PlanEffects): Promise<ComponentState | null> {
  try {
    return await effects.read(target)
  } catch {
    return null // The refusal is told, and reading back is tried once more.
  }
}

/** Gives the plan from what is there now, where the refusal comes with a change that somebody else made; else null. */
function planAfterRefusal(task: PlannedJob, now: ComponentState, error: ApiError): PlannedJob | null {
  const changed = differences(task.before, now)
  const plan = planPorts(now, task.wish)
  if (changed.length === 0 || 'unreachable' in plan || plan.steps.length === 0) return null
  return { ...task, before: now, plan, refused: { error, differences: changed } }
}

async function performReviewed(
  { job, plan, refused, ...planned }: PlannedJob,
  { effects, reviews, onChange }: JobSurroundings,
): Promise<Ended> {
  job.phase = 'asking'
  onChange()
  const place = reviews.open((review) => {
    job.phase = review.phase.name === 'running' ? 'running' : 'asking'
    job.steps = review.plan.steps
    onChange()
  })
  const isUndo = isUndoWish(job.wish)
  const result = await runReviewed(
    {
      target: job.target,
      wish: planned.wish,
      seen: planned.before,
      plan,
      isUndo,
      lacksRules: effects.lacksRules(job.target),
      ...(refused && { refused }),
    },
    effects,
    place,
  )
  if (!result) {
    place.close()
    return { kind: 'cancelled' }
  }
  if (result.sent.length === 0 && result.error) {
    place.close()
    return { kind: 'refused', why: { reason: 'error', error: result.error } }
  }
  return {
    kind: 'sent',
    ...planned,
    confirmed: result.sent,
    attempted: result.sent,
    error: result.error,
    isStopped: !result.isComplete,
    after: result.after,
    onReadBack: place.close,
  }
}
