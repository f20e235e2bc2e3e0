import { ApiError, asApiError } from '../../../api/errors/errors'
import type { DesiredState } from '../../../domain/model/desired-state'
import { createActivityBoard } from './activity-board'
import { createChangeLog } from './change-log'
import { createComponentQueues } from './component-queue'
import { conclude, type ReadBack } from './conclude'
import { createDelayBoard, type Delay } from './delay-board'
import { type Ended, isUndoRequest, type Job, pendingOf, type SentJob } from './job'
import type { Notice, NoticeOutcome } from './notice'
import { lastWord } from './pending-changes'
import { performJob } from './perform-job'
import type { PlanEffects } from './plan-effects'
import type { PlanTarget } from './plan-target'
import type { PortActivity } from './port-activity'
import type { Review, ReviewAnswer } from './review'
import { createReviewDesk } from './review-desk'

/**
 * Where changes are asked for and watched, as a store outside of React. Every change is a desired state: the desk plans it,
 * shows the plan where a person must see it, runs it in the queue of its component, and reads back what came of it.
 */
export interface PlanDesk {
  subscribe: (listener: () => void) => () => void
  /** What is under way for a port, and what was refused last. */
  activity: (component: string, port: number) => PortActivity
  /** Whether anything of a component is under way, so that nothing else should read it meanwhile. */
  isBusy: (component: string) => boolean
  /** Whether calls have yet to be sent, of whatever component: they would be lost with the tab. */
  hasUnsent: () => boolean
  /** Why what is under way for a component takes longer than a moment; null while it does not. */
  delay: (component: string) => Delay | null
  /** Stops waiting for it: it may still be carried out, which reading back tells. */
  giveUp: (component: string) => void
  /** The plan that the person is asked about, or that runs before their eyes; null where there is none. */
  review: () => Review | null
  /** What became of the changes, newest first. The same object until there is something new. */
  notices: () => readonly Notice[]
  propose: (target: PlanTarget, desired: DesiredState) => void
  answer: (answer: ReviewAnswer) => void
  /** Stops the plan before the person's eyes, after the step under way. */
  stop: () => void
  /** Asks again for the change of a notice that was refused. */
  retry: (id: number) => void
  /** Takes back the change of a notice. */
  undo: (id: number) => void
  dismissNotice: (id: number) => void
  dismissRefusal: (component: string, port: number) => void
  /** Sends nothing any more, not even the rest of a plan that runs. */
  abandon: () => void
}

/** Gives a desk at which nothing is under way. */
export function createPlanDesk(world: PlanEffects): PlanDesk {
  let isAbandoned = false
  const delays = createDelayBoard(emit)
  const effects = delays.watched({
    ...world,
    send: (...step) =>
      isAbandoned ? Promise.reject(new ApiError({ kind: 'unauthenticated' })) : world.send(...step),
  })
  const listeners = new Set<() => void>()
  const board = createActivityBoard()
  const log = createChangeLog()
  const reviews = createReviewDesk(emit)
  const queues = createComponentQueues<Job>({ perform, settle, merge, onChange: update })
  // Sent, and not yet read back.
  const sent = new Map<string, SentJob[]>()

  function emit() {
    for (const listener of listeners) listener()
  }

  function update(component: string) {
    const unread = (sent.get(component) ?? []).map(({ job }) => job)
    board.setPending(component, pendingOf([...unread, ...queues.jobs(component)]))
    emit()
  }

  async function perform(job: Job): Promise<void> {
    const component = job.target.ref.component
    const before = sent.get(component) ?? []
    // After an unclear failure the cache may be behind what is there.
    const mustRead = before.some(({ confirmed, attempted }) => attempted.length > confirmed.length)
    const onChange = () => update(component)
    const unread = before.flatMap(({ attempted }) => attempted)
    const ended = await performJob(job, { effects, reviews, mustRead, unread, onChange }).catch(refusedByBug)
    job.left = 0
    switch (ended.kind) {
      case 'sent':
        job.phase = 'sent'
        sent.set(component, [...before, { ...ended, job }])
        // A plan that is shown until it is read back stands before the next one that has to be shown.
        if (ended.onReadBack) await settle(component)
        return
      case 'refused':
        log.noteUnsent(job, { kind: 'refused', why: ended.why })
        markRefused(job, { kind: 'refused', why: ended.why })
        giveUndoBack(job)
        return
      case 'met':
        if (isUndoRequest(job.desired)) log.noteUnsent(job, { kind: 'nothing-to-undo' }, ended.leftAlone)
        return
      case 'cancelled':
        giveUndoBack(job)
    }
  }

  async function settle(component: string): Promise<void> {
    const unread = sent.get(component) ?? []
    const last = unread.at(-1)
    if (!last) return
    const readBack = await readAfter(last)
    const steps = unread.flatMap(({ attempted }) => attempted)
    effects.markOld(last.job.target, steps)
    sent.delete(component)
    for (const [at, item] of unread.entries()) {
      const outcome = conclude(item, readBack, unread.slice(at + 1))
      if (outcome) {
        log.noteSent(item, outcome, 'state' in readBack ? readBack.state : null)
        markRefused(item.job, outcome)
        if (outcome.kind === 'refused') giveUndoBack(item.job)
      }
      item.onReadBack?.()
    }
    update(component)
  }

  async function readAfter({ after, job }: SentJob): Promise<ReadBack> {
    // A plan that stopped has looked already at what there is.
    if (after) return { state: after }
    try {
      return { state: await effects.read(job.target) }
    } catch (error) {
      return { error: asApiError(error) }
    }
  }

  function markRefused({ target, desired }: Job, outcome: NoticeOutcome) {
    if (outcome.kind !== 'refused' || isUndoRequest(desired)) return
    for (const [port, desiredPort] of desired.ports)
      board.setRefusal(target.ref.component, port, { ...outcome.why, desired: desiredPort })
  }

  function giveUndoBack({ desired }: Job) {
    if (isUndoRequest(desired)) log.giveUndoBack(desired.undoes)
  }

  function propose(target: PlanTarget, desired: DesiredState) {
    for (const port of desired.ports.keys()) board.setRefusal(target.ref.component, port, null)
    add(target, desired)
  }

  function add(target: PlanTarget, desired: Job['desired']) {
    queues.add(target.ref.component, { target, desired, phase: 'waiting', steps: [], left: 1 })
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    activity: board.get,
    isBusy: queues.isBusy,
    hasUnsent: () => !isAbandoned && queues.all().some((job) => job.left > 0),
    delay: delays.of,
    giveUp: delays.giveUp,
    review: reviews.current,
    notices: log.notices,
    propose,
    answer: reviews.answer,
    stop: reviews.stop,
    retry(id) {
      const notice = log.notices().find((candidate) => candidate.id === id)
      if (!notice?.retry) return
      log.dismiss(id)
      propose(notice.target, notice.retry)
    },
    undo(id) {
      const undo = log.takeUndo(id)
      if (undo) add(undo.target, undo.desired)
    },
    dismissNotice(id) {
      log.dismiss(id)
      emit()
    },
    dismissRefusal(component, port) {
      board.setRefusal(component, port, null)
      emit()
    },
    abandon() {
      isAbandoned = true
      emit()
    },
  }
}

// A fault of ours must not block the queue of a component for ever.
function refusedByBug(error: unknown): Ended {
  return { kind: 'refused', why: { reason: 'error', error: asApiError(error) } }
}

function merge(waiting: Job, next: Job): Job | null {
  if (isUndoRequest(waiting.desired) || isUndoRequest(next.desired)) return null
  const desired = lastWord(waiting.desired, next.desired)
  return desired && { ...next, desired }
}
