import { factsOf } from '../../../api/errors/errors'
import type { Progress } from '../../../domain/execution/run-plan'
import type { Step } from '../../../domain/model/step'
import { createEmitter, type KeyedEmitter } from '../../../lib/emitter'
import { createParallelLimit } from '../../../lib/parallel-limit'
import { type Effects, sideBySide } from './effects'
import { isUndo, mergeJobs, pendingOf, unsentCalls, type Desired, type Job } from './job/job'
import { reduceRun, type Reading } from './job/reduce-run'
import { attemptedSteps } from './job/run'
import type { Outcome } from './outcome'
import type { Approved } from './stages/approve'
import { unplannedOutcome } from './stages/outcome-of'
import { createGathering, type Gathering } from './stages/gathering'
import { performJob } from './stages/perform'
import { outcomesOf, type SentJob } from './stages/read-back'
import { readAgain } from './stages/run-steps'
import { createComponentQueues } from './stores/component-queue'
import { problemOf, type PortActivities } from './stores/port-activity'
import type { ReviewPlace, ReviewQueue } from './stores/review-queue'
import type { Unsent } from './stores/unsent'
import { componentOf, oncePerComponent, type Target } from './target'

export interface ChangeOptions {
  /** Shows every plan before it runs, even one step that asks nothing. */
  readonly alwaysAsks?: boolean
  readonly onProgress?: (target: Target, progress: Progress) => void
  /** Once it fires, no further step is sent, and nothing is asked any more. */
  readonly signal?: AbortSignal
}

/** What is asked for of one component. */
export interface Asked {
  readonly target: Target
  readonly desired: Desired
  /** What was planned and approved already; null where it is still to be. */
  readonly approved: Approved | null
}

/** The changes that wait, run, or are yet to be read back. */
export interface Changes {
  /** Adds one change of one or more components, and resolves with an outcome for each. */
  add: (asked: readonly Asked[], options: ChangeOptions) => Promise<Outcome[]>
  isBusy: (component: string) => boolean
  /** Returns what planning has to know of a component beside what is cached. */
  known: (component: string) => { mustRead: boolean; earlier: readonly Step[] }
  onOutcomes: (listener: (outcomes: readonly Outcome[]) => void) => () => void
}

interface ChangesParts {
  readonly effects: Effects
  readonly reviews: ReviewQueue
  readonly activities: PortActivities
  readonly unsent: Unsent
  readonly changed: KeyedEmitter<string>
}

/** What belongs to a job and is no data. */
interface Order {
  readonly gathering: Gathering
  readonly approved: Approved | null
  readonly options: ChangeOptions
  readonly aborted: Promise<'cancel'> | undefined
  /** Who waits for the outcome: several where changes were merged. */
  readonly resolve: ((outcome: Outcome) => void)[]
  /** Keeps its outcome until those of the whole change are there. */
  readonly tell: (outcome: Outcome) => void
}

interface Sent {
  readonly job: SentJob
  /** Where it is shown until it is read back; null where it is not. */
  readonly place: ReviewPlace | null
}

export function createChanges({ effects, reviews, activities, unsent, changed }: ChangesParts): Changes {
  const queues = createComponentQueues<Job>({ perform, settle, merge, onChange: update })
  const orders = new Map<number, Order>()
  const inTurn = createParallelLimit(sideBySide)
  const ended = createEmitter<[readonly Outcome[]]>()
  // Of each component: what was sent, and is yet to be read back.
  const sent = new Map<string, readonly Sent[]>()
  let lastId = 0

  function sentTo(component: string): readonly Sent[] {
    return sent.get(component) ?? []
  }

  function known(component: string) {
    const runs = sentTo(component).map(({ job }) => job.run)
    // After an unclear failure the cache may be behind what is there.
    return { mustRead: runs.some((run) => run.isUnclear), earlier: runs.flatMap(attemptedSteps) }
  }

  function update(component: string) {
    const jobs = [...sentTo(component).map(({ job }) => job), ...queues.jobs(component)]
    activities.setPending(component, pendingOf(jobs))
    const isUnsent = jobs.some((job) => unsentCalls(job) > 0)
    unsent.set(component, isUnsent)
    changed.emit(component)
  }

  async function perform(job: Job): Promise<void> {
    const component = componentOf(job.target)
    const order = orders.get(job.id)
    if (!order) return
    const { gathering, approved, options, aborted } = order
    const { onProgress, signal, alwaysAsks = false } = options
    const performed = await performJob(job, {
      ...{ effects, reviews, inTurn, gathering, approved, signal, aborted, alwaysAsks, ...known(component) },
      onChange: (run) => queues.replace(component, { ...job, run }),
      onProgress: onProgress && ((progress) => onProgress(job.target, progress)),
    })
    if ('outcome' in performed) {
      end(job, performed.outcome)
      return
    }
    const { run, place } = performed
    sent.set(component, [...sentTo(component), { job: { ...job, run }, place }])
    // A plan that is shown until it is read back stands before the next one that has to be shown.
    if (place) await settle(component)
  }

  async function settle(component: string): Promise<void> {
    const items = sentTo(component)
    const last = items.at(-1)
    if (!last) return
    const outcomes = await readBack(items, last)
    sent.delete(component)
    for (const [at, outcome] of outcomes.entries()) {
      const item = items[at]
      if (item) end(item.job, outcome)
      item?.place?.close()
    }
    update(component)
  }

  async function readBack(items: readonly Sent[], last: Sent): Promise<Outcome[]> {
    const jobs = items.map(({ job }) => job)
    try {
      // A plan that stopped has looked already at what there is.
      const { after } = last.job.run
      const reading = after ? { state: after } : await readOnceSignedIn(last)
      effects.markOld(
        last.job.target,
        jobs.flatMap(({ run }) => attemptedSteps(run)),
      )
      return outcomesOf(jobs, reading)
    } catch (error) {
      // A fault of ours must not block the queue of a component for ever.
      return jobs.map((job) =>
        unplannedOutcome(job, { kind: 'unclear', error: factsOf(error), isAnswered: false }),
      )
    }
  }

  /** Where the session ended meanwhile, what is shown waits for the person, who signs in and has it read back then. */
  async function readOnceSignedIn({ job: { id, run, target, desired }, place }: Sent): Promise<Reading> {
    const shown = { target, isUndo: isUndo(desired), isOver: false }
    for (;;) {
      const reading = await readAgain(target, effects)
      const hasEnded = 'error' in reading && reading.error.kind === 'unauthenticated'
      if (!hasEnded || place === null || run.phase.name !== 'reading-back') return reading
      place.show({ ...reduceRun(run, { type: 'not-read-back', error: reading.error }), ...shown })
      const answer = await Promise.race([place.ask(), orders.get(id)?.aborted ?? []].flat())
      if (answer !== 'run') return reading
      place.show({ ...run, ...shown })
    }
  }

  function end(job: Job, outcome: Outcome) {
    const problem = outcome.isUndo || outcome.isOverruled ? null : problemOf(outcome)
    if (problem)
      for (const [port, desired] of outcome.desired?.ports ?? [])
        activities.setRefusal(componentOf(job.target), port, { ...problem, desired })
    const order = orders.get(job.id)
    orders.delete(job.id)
    order?.tell(outcome)
    for (const resolve of order?.resolve ?? []) resolve(outcome)
  }

  /** Returns what takes the outcome of each of so many components, and tells all of them once the last is there. */
  function together(count: number): (at: number, outcome: Outcome) => void {
    const outcomes = new Map<number, Outcome>()
    return (at, outcome) => {
      outcomes.set(at, outcome)
      if (outcomes.size < count) return
      ended.emit([...outcomes].sort(([one], [other]) => one - other).map(([, one]) => one))
    }
  }

  function merge(waiting: Job, next: Job): Job | null {
    const merged = mergeJobs(waiting, next)
    if (!merged) return null
    orders.get(waiting.id)?.resolve.push(...(orders.get(next.id)?.resolve ?? []))
    orders.delete(next.id)
    return merged
  }

  function forgetRefusals({ target, desired }: Asked) {
    if (isUndo(desired)) return
    for (const port of desired.ports.keys()) activities.setRefusal(componentOf(target), port, null)
  }

  function begin(asked: readonly Asked[], options: ChangeOptions): Promise<Outcome[]> {
    const { signal, onProgress } = options
    const gathering = createGathering(asked.length, { reviews, effects })
    const over = new AbortController()
    const aborted = signal && whenAborted(signal, over.signal)
    const isAlone =
      asked.length === 1 &&
      !signal &&
      !onProgress &&
      !options.alwaysAsks &&
      asked.every(({ approved }) => !approved)
    const tell = together(asked.length)
    const outcomes = asked.map(async (one, at) => {
      const { target, desired, approved } = one
      const turn = gathering.turn()
      if (turn) await turn
      forgetRefusals(one)
      return new Promise<Outcome>((resolve) => {
        lastId += 1
        orders.set(lastId, {
          gathering,
          approved,
          options,
          aborted,
          resolve: [resolve],
          tell: (outcome) => tell(at, outcome),
        })
        queues.add(componentOf(target), { id: lastId, target, desired, run: null, isAlone })
      })
    })
    return Promise.all(outcomes).finally(() => over.abort())
  }

  return {
    // What is named twice is changed once: its queue would wait for itself.
    add: (asked, options) => oncePerComponent(asked, (once) => begin(once, options)),
    isBusy: queues.isBusy,
    known,
    onOutcomes: ended.subscribe,
  }
}

/** Resolves when a signal fires. `over` fires when nobody waits for that any more. */
function whenAborted(signal: AbortSignal, over: AbortSignal): Promise<'cancel'> {
  return new Promise((resolve) =>
    signal.addEventListener('abort', () => resolve('cancel'), { once: true, signal: over }),
  )
}
