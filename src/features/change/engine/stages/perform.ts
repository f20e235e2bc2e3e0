import { factsOf, type ErrorFacts } from '../../../../api/errors/errors'
import type { Progress } from '../../../../domain/execution/run-plan'
import { mustBeReadFirst } from '../../../../domain/execution/read-first'
import type { Step } from '../../../../domain/model/step'
import type { Effects } from '../effects'
import { isUndo, type Job } from '../job/job'
import { attemptedSteps, type Run } from '../job/run'
import type { Ending, Outcome } from '../outcome'
import type { ReviewPlace, ReviewQueue } from '../stores/review-queue'
import { firstRun, type Approved } from './approve'
import { advance, type Stage } from './execute'
import { openPlaces, type Gathering } from './gathering'
import { outcomeOf, unplannedOutcome } from './outcome-of'
import { prepare, prepareAgain, prepareFrom, type Preparation, type Prepared } from './prepare'

export interface PerformParts {
  readonly effects: Effects
  readonly reviews: ReviewQueue
  /** Decides on what is prepared, together with the other components of the same change. */
  readonly gathering: Gathering
  /** What was prepared and approved before; null where that is still to be done. */
  readonly approved: Approved | null
  readonly mustRead: boolean
  readonly alwaysAsks: boolean
  /** What earlier changes of the component have sent, and what has not been read back. */
  readonly earlier: readonly Step[]
  readonly inTurn: Stage['inTurn']
  readonly onChange: (run: Run) => void
  readonly onProgress: ((progress: Progress) => void) | undefined
  readonly signal: AbortSignal | undefined
  /** Resolves when `signal` fires. */
  readonly aborted: Promise<'cancel'> | undefined
}

/** What a job came to: its outcome, or a run of which something may have been sent, so that only reading back tells. */
export type Performed =
  { readonly outcome: Outcome } | { readonly run: Run; readonly place: ReviewPlace | null }

/** What was executed already. */
const used = new WeakSet<Approved>()

/** Brings one component to what is desired, as far as that goes without reading back what was sent. Never rejects. */
export async function performJob(job: Job, parts: PerformParts): Promise<Performed> {
  const { approved, gathering, signal } = parts
  const stage = stageOf(job, parts)
  try {
    if (signal?.aborted || (approved && used.has(approved)))
      return { outcome: unplannedOutcome(job, { kind: 'not-started' }) }
    return await (approved ? executeApproved(job, approved, stage, parts) : planTogether(job, stage, parts))
  } catch (error) {
    // A fault of ours must not block the queue of a component for ever.
    stage.place?.close()
    return { outcome: unplannedOutcome(job, refused(factsOf(error))) }
  } finally {
    gathering.leave(job.id)
  }
}

function executeApproved(job: Job, approved: Approved, stage: Stage, parts: PerformParts) {
  const { prepared, run, isLeft } = approved
  const { gathering, earlier } = parts
  used.add(approved)
  if (isLeft || prepared.kind !== 'planned') return { outcome: withoutRun(job, prepared, parts.effects) }
  // What nobody was shown, nobody has said yes to: it is planned like any other.
  if (!run) return planTogether(job, stage, parts)
  gathering.leave(job.id)
  stage.place = gathering.openPlace()
  return execute(job, { ...run, earlier, phase: { name: 'waiting', mustRead: true } }, stage, parts)
}

async function planTogether(job: Job, stage: Stage, parts: PerformParts): Promise<Performed> {
  const { gathering, signal, aborted } = parts
  const preparation = preparationOf(job, parts)
  const first = prepare(preparation)
  const prepared = first instanceof Promise ? await first : first
  const others = gathering.add(job.id, prepared)
  if (prepared.kind !== 'planned') return { outcome: withoutRun(job, prepared, parts.effects) }
  if (others) await Promise.race(aborted ? [others, aborted] : [others])
  const turn = gathering.turn()
  if (turn) await turn
  stage.place = gathering.placeOf(prepared)
  if (others && !stage.place) {
    if (signal?.aborted) return { outcome: withoutRun(job, prepared, parts.effects) }
    // What must be read first has become old while it waited.
    if (prepared.plan.steps.some(mustBeReadFirst))
      return executeAgain(job, await prepareAgain(preparation, prepared.seen), stage, parts)
  }
  return executePlan(job, prepared, stage, parts)
}

async function executePlan(
  job: Job,
  prepared: Prepared,
  stage: Stage,
  parts: PerformParts,
): Promise<Performed> {
  if (prepared.kind !== 'planned') return { outcome: withoutRun(job, prepared, parts.effects) }
  const isShown = stage.place !== null
  const lacksRules = parts.effects.lacksRules(job.target)
  return execute(job, firstRun(prepared, { isShown, lacksRules, earlier: parts.earlier }), stage, parts)
}

async function execute(job: Job, first: Run, stage: Stage, parts: PerformParts): Promise<Performed> {
  const { run, outdatedBy } = await advance(first, stage, 'end')
  if (outdatedBy === null) return ended(job, run, stage.place)
  return executeAgain(job, await prepareFrom(preparationOf(job, parts), outdatedBy, run.seen), stage, parts)
}

/** Goes on with another plan of what was not sent, shown where it must be. */
async function executeAgain(
  job: Job,
  prepared: Prepared,
  stage: Stage,
  parts: PerformParts,
): Promise<Performed> {
  stage.place = openPlaces([prepared], parts.reviews).get(prepared) ?? null
  return executePlan(job, prepared, stage, parts)
}

function stageOf({ target, desired }: Job, parts: PerformParts): Stage {
  const { effects, reviews, inTurn, onChange, onProgress, signal, aborted } = parts
  return {
    ...{ target, isUndo: isUndo(desired), effects, inTurn, onChange, onProgress, signal, aborted },
    place: null,
    openPlace: () => reviews.open([])(),
  }
}

function preparationOf({ target, desired }: Job, parts: PerformParts): Preparation {
  const { effects, mustRead, alwaysAsks, earlier } = parts
  return { target, desired, effects, mustRead, alwaysAsks, earlier }
}

/** The outcome of what has no plan, or one that the person left. */
function withoutRun(job: Job, prepared: Prepared, { readAt }: Effects): Outcome {
  switch (prepared.kind) {
    case 'planned':
      return unplannedOutcome(job, { kind: 'not-started' })
    case 'as-desired':
      return unplannedOutcome(
        job,
        { kind: 'done' },
        { leftAlone: prepared.leftAlone, asDesiredAt: readAt(job.target) },
      )
    case 'unreachable':
      return unplannedOutcome(job, { kind: 'refused', why: { reason: 'unreachable', why: prepared.why } })
    case 'unread':
      return unplannedOutcome(job, { kind: 'refused', why: { reason: 'error', error: prepared.error } })
  }
}

function ended(job: Job, run: Run, place: ReviewPlace | null): Performed {
  const ending = endingUnsent(run, place !== null)
  if (ending === null) return { run, place }
  place?.close()
  return { outcome: outcomeOf(job, run, ending, run.after, []) }
}

/** How a run ended of which nothing was carried out; null where only reading back tells. */
function endingUnsent(run: Run, isShown: boolean): Ending | null {
  const { phase, error } = run
  if (attemptedSteps(run).length > 0 || phase.name === 'reading-back') return null
  // What is not shown has not been looked at since it was refused.
  if (!isShown && error !== null) return null
  if (!isShown && phase.name === 'unread') return refused(phase.error)
  if (error === null) return { kind: 'not-started', ...(phase.name === 'unread' && { error: phase.error }) }
  // What stands in the way by now says more than what it was refused for at first.
  if (phase.name === 'unreachable') return { kind: 'refused', why: { reason: 'unreachable', why: phase.why } }
  return refused(error)
}

function refused(error: ErrorFacts): Ending {
  return { kind: 'refused', why: { reason: 'error', error } }
}
