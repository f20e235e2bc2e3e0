import { type ApiError, asApiError } from '../../../api/errors/errors'
import { type ConsentReason, reasonsToShow } from '../../../domain/execution/consent'
import { foreignDifferences } from '../../../domain/execution/foreign-changes'
import { concernsDesired, mayChangeCarried, mustBeReadFirst } from '../../../domain/execution/read-first'
import { type Outcome, runPlan } from '../../../domain/execution/run-plan'
import { openedPorts } from '../../../domain/impact/opened-ports'
import type { ComponentState } from '../../../domain/model/component'
import type { DesiredState } from '../../../domain/model/desired-state'
import type { Difference } from '../../../domain/model/diff'
import type { Step } from '../../../domain/model/step'
import { type Plan, planPorts } from '../../../domain/plan/plan'
import type { LeftAlone } from '../../../domain/undo/undo-ports'
import { askedWaitMs, classifyFailure } from './classify-failure'
import { type Ended, isUndoRequest, type Job } from './job'
import type { PlanEffects } from './plan-effects'
import type { Review } from './review'
import type { ReviewDesk } from './review-desk'
import { runReviewed } from './run-reviewed'

export interface JobSurroundings {
  effects: PlanEffects
  reviews: ReviewDesk
  /** What is cached is not to be believed, because a failure left it open what was done. */
  mustRead: boolean
  /** What was sent for this component and has not been read back: the cache is put together from the answers. */
  unread: readonly Step[]
  /** Called after the job's phase or steps changed. */
  onChange: () => void
}

/**
 * Plans a job from what is there and runs it: at once where nothing asks for consent, else before the person's eyes.
 * What carries more than the person touched is read and planned again first. Where nothing has to be read, it does so up
 * to the first request before it returns, so that a click shows in the next frame. Never rejects.
 */
export async function performJob(job: Job, around: JobSurroundings): Promise<Ended> {
  const seen = isUndoRequest(job.desired) || around.mustRead ? null : around.effects.cached(job.target)
  if (seen !== null) {
    const planned = planFrom(job, seen)
    const found = consentReasons(planned, around.effects)
    const reasons = found instanceof Promise ? await found : found
    if (!needsReading(planned, reasons, around.effects)) return carryOut(planned, reasons, around)
  }
  try {
    return await performFrom(await around.effects.read(job.target), seen, job, around)
  } catch (error) {
    return { kind: 'refused', why: { reason: 'error', error: asApiError(error) } }
  }
}

interface PlannedJob {
  job: Job
  desired: DesiredState
  leftAlone: readonly LeftAlone[]
  before: ComponentState
  plan: Plan
  /** What somebody else changed since the person looked. */
  differences: readonly Difference[]
  /** Why it was refused, where it was sent already. */
  refused?: ApiError
}

function planFrom(job: Job, before: ComponentState): PlannedJob | Ended {
  const { desired, leftAlone } = isUndoRequest(job.desired)
    ? job.desired.undoFrom(before)
    : { desired: job.desired, leftAlone: [] }
  const plan = planPorts(before, desired)
  if ('unreachable' in plan) return { kind: 'refused', why: { reason: 'unreachable', why: plan.unreachable } }
  if (plan.steps.length === 0) return { kind: 'met', leftAlone }
  return { job, desired, leftAlone, before, plan, differences: [] }
}

/** Why a plan is shown. What judges risks is loaded only where it opens outward; the rest is known at once. */
function consentReasons(
  planned: PlannedJob | Ended,
  effects: PlanEffects,
): ConsentReason[] | Promise<ConsentReason[]> {
  if ('kind' in planned) return []
  const { before, plan, job } = planned
  const reasons = reasonsToShow(before, plan, [])
  if (reasons.length > 0 || openedPorts(plan.steps).length === 0) return reasons
  return effects
    .exposures(job.target, before, plan.steps)
    .then((exposures) => reasonsToShow(before, plan, exposures))
}

/**
 * Neither is a refusal told from what may be old, nor is asked what only rules that are still to come decide: the click
 * waits for them, shown as pending. A plan that is shown is read again when the person says yes to it.
 */
function needsReading(
  planned: PlannedJob | Ended,
  reasons: readonly ConsentReason[],
  effects: PlanEffects,
): boolean {
  if ('kind' in planned) return planned.kind === 'refused'
  if (reasons.length === 0) return planned.plan.steps.some(mustBeReadFirst)
  return (
    reasons.every((reason) => reason === 'gateway-rules-unknown') && effects.lacksRules(planned.job.target)
  )
}

/** Goes on from what was just read; `seen` is what the person had before their eyes. */
async function performFrom(
  now: ComponentState,
  seen: ComponentState | null,
  job: Job,
  around: JobSurroundings,
): Promise<Ended> {
  const planned = planFrom(job, now)
  const reasons = await consentReasons(planned, around.effects)
  if ('kind' in planned || seen === null) return carryOut(planned, reasons, around)
  const differences = foreignDifferences(seen, now, around.unread)
  return carryOut({ ...planned, differences }, reasons, around)
}

async function carryOut(
  planned: PlannedJob | Ended,
  reasons: readonly ConsentReason[],
  around: JobSurroundings,
): Promise<Ended> {
  if ('kind' in planned) return planned
  const { differences, desired } = planned
  const isShown = reasons.length > 0 || differences.some((difference) => concernsDesired(difference, desired))
  return isShown ? performReviewed(planned, around) : performAtOnce(planned, around)
}

async function performAtOnce(task: PlannedJob, around: JobSurroundings): Promise<Ended> {
  const { job, plan, desired, leftAlone, before } = task
  const { effects, unread, onChange } = around
  job.phase = 'running'
  job.steps = plan.steps
  onChange()
  const looked: { now: ComponentState | null } = { now: null }
  let outcome: Outcome
  try {
    outcome = await runPlan(plan.steps, {
      send: (step) => effects.send(job.target, step),
      classify: classifyFailure,
      askedWaitMs,
      wait: (milliseconds, stopped) => effects.wait(job.target, milliseconds, stopped),
      isStill: (step, attempt) => attempt === 0 || !mustBeReadFirst(step) || isStill(),
      onProgress: ({ state }) => {
        job.left = state === 'waiting' ? 1 : 0
        onChange()
      },
    })
  } catch (error) {
    // Given up between two tries, none of which did anything.
    return { kind: 'refused', why: { reason: 'error', error: asApiError(error) } }
  }
  if (looked.now && outcome.kind === 'outdated') return performFrom(looked.now, before, job, around)
  const after = outcome.kind === 'refused' && unread.length === 0 ? await readAgain(job, effects) : null
  if (outcome.kind === 'refused' && after) {
    const anew = planAfterRefusal(task, after, asApiError(outcome.error))
    if (anew) return performReviewed(anew, around)
  }
  return {
    kind: 'sent',
    desired,
    leftAlone,
    before,
    confirmed: outcome.done,
    attempted: outcome.kind === 'unclear' ? [...outcome.done, outcome.step] : outcome.done,
    error: 'error' in outcome ? asApiError(outcome.error) : null,
    isStopped: false,
    after,
  }

  // While it waited to be sent again, somebody else may have changed what it carries.
  async function isStill(): Promise<boolean> {
    const now = await effects.read(job.target)
    looked.now = now
    return !foreignDifferences(before, now, unread).some((one) => mayChangeCarried(one, desired))
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
  const differences = foreignDifferences(task.before, now, [])
  const plan = planPorts(now, task.desired)
  if (differences.length === 0 || 'unreachable' in plan || plan.steps.length === 0) return null
  return { ...task, before: now, plan, differences, refused: error }
}

async function performReviewed(task: PlannedJob, around: JobSurroundings): Promise<Ended> {
  const { job, plan, refused, differences, desired, leftAlone } = task
  const { effects, reviews, unread, onChange } = around
  job.phase = 'asking'
  job.steps = []
  job.left = 0
  onChange()
  const place = reviews.open((review) => {
    takeOver(job, review)
    onChange()
  })
  const result = await runReviewed(
    {
      target: job.target,
      desired,
      seen: task.before,
      plan,
      isUndo: isUndoRequest(job.desired),
      lacksRules: effects.lacksRules(job.target),
      unread,
      differences,
      ...(refused && { refused }),
    },
    effects,
    place,
  )
  if (!result) {
    place.close()
    return { kind: 'cancelled' }
  }
  const { before, sent, unclear, error, unreachable } = result
  if (sent.length === 0 && unclear === null && error) {
    place.close()
    // What stands in the way by now says more than what it was refused for at first.
    const why = unreachable
      ? { reason: 'unreachable' as const, why: unreachable }
      : { reason: 'error' as const, error }
    return { kind: 'refused', why }
  }
  const attempted = unclear === null ? sent : [...sent, unclear]
  job.steps = attempted
  return {
    kind: 'sent',
    desired,
    leftAlone,
    before,
    confirmed: sent,
    attempted,
    error,
    isStopped: !result.isComplete,
    after: result.after,
    onReadBack: place.close,
  }
}

/** Keeps a job in step with what is shown of its plan. */
function takeOver(job: Job, { phase, plan, unread }: Review) {
  const isRunning = phase.name === 'running'
  job.phase = isRunning ? 'running' : 'asking'
  // What was sent is pending until it was read back, also while the person is asked how to go on.
  job.steps = isRunning ? plan.steps : unread
  job.left = 0
  if (phase.name === 'checking') job.left = plan.steps.length
  if (isRunning && !phase.stopping) job.left = phase.left
}
