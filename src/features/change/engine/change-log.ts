import { isWorthRetrying } from '../../../api/errors/errors'
import { changesMade } from '../../../domain/impact/changes-made'
import type { ComponentState } from '../../../domain/model/component'
import type { DesiredState } from '../../../domain/model/desired-state'
import type { Step } from '../../../domain/model/step'
import { applySteps, isInEffect, lastingSteps } from '../../../domain/model/step-effect'
import { undoOf } from '../../../domain/undo/undo'
import { isUndoRequest, type Job, type SentJob, type UndoRequest } from './job'
import type { Notice, NoticeOutcome } from './notice'
import type { PlanTarget } from './plan-target'

/** What became of the changes of this page, and how to take each of them back. */
export interface ChangeLog {
  /** Newest first. The same object until there is something new. */
  notices: () => readonly Notice[]
  /** Notes a change of which nothing was sent. */
  noteUnsent: (job: Job, outcome: NoticeOutcome, leftAlone?: Notice['leftAlone']) => void
  /** Notes a change that was sent; `after` is what was read back, null where it could not be read. */
  noteSent: (sent: SentJob, outcome: NoticeOutcome, after: ComponentState | null) => void
  /** Gives how to take back the change of a notice, once; null where that cannot be done. */
  takeUndo: (id: number) => { target: PlanTarget; desired: UndoRequest } | null
  /** Lets the change of a notice be taken back after all: the undo came to nothing. */
  giveUndoBack: (id: number) => void
  dismiss: (id: number) => void
}

interface Done {
  before: ComponentState
  after: ComponentState
  steps: readonly Step[]
}

/** Gives an empty log. */
export function createChangeLog(): ChangeLog {
  const doneBy = new Map<number, Done>()
  let notices: readonly Notice[] = []
  let lastId = 0

  function add(notice: Omit<Notice, 'id'>) {
    lastId += 1
    notices = [{ id: lastId, ...notice }, ...notices]
    return lastId
  }

  function setCanUndo(id: number, canUndo: boolean) {
    notices = notices.map((notice) => (notice.id === id ? { ...notice, canUndo } : notice))
  }

  return {
    notices: () => notices,

    noteUnsent({ target, desired }, outcome, leftAlone = []) {
      const isUndo = isUndoRequest(desired)
      const desiredPort = isUndoRequest(desired) ? new Map<number, never>() : desired.ports
      const retry = isUndoRequest(desired) ? null : desiredToRetry(outcome, desired)
      add({
        target,
        outcome,
        done: [],
        changes: [],
        desired: desiredPort,
        retry,
        isUndo,
        leftAlone,
        losses: [],
        canUndo: false,
      })
    },

    noteSent(sent, outcome, after) {
      const { job, before, leftAlone } = sent
      const sentSteps = outcome.kind === 'done' ? sent.attempted : sent.confirmed
      const steps = after === null ? sentSteps : withoutVain(sentSteps, after)
      // What was read back may hold what others have changed since: that is not this change's to take back.
      const done = { before, after: applySteps(before, steps), steps }
      const undo = undoOf(done.before, done.after, after ?? done.after, steps)
      const canUndo = undo.desired.ports.size > 0 || undo.desired.internalDomain !== undefined
      const id = add({
        target: job.target,
        outcome,
        done: after === null ? steps : lastingSteps(steps).filter((step) => isInEffect(step, after)),
        changes: changesMade(done.before, after ?? done.after, steps),
        desired: sent.desired.ports,
        retry: isUndoRequest(job.desired) ? null : desiredToRetry(outcome, sent.desired),
        isUndo: isUndoRequest(job.desired),
        leftAlone,
        losses: undo.cannotRestore,
        canUndo,
      })
      if (canUndo) doneBy.set(id, done)
    },

    takeUndo(id) {
      const notice = notices.find((candidate) => candidate.id === id)
      const done = doneBy.get(id)
      if (!notice?.canUndo || !done) return null
      setCanUndo(id, false)
      return {
        target: notice.target,
        desired: { undoes: id, undoFrom: (now) => undoOf(done.before, done.after, now, done.steps) },
      }
    },

    giveUndoBack: (id) => setCanUndo(id, true),

    dismiss(id) {
      notices = notices.filter((notice) => notice.id !== id)
      doneBy.delete(id)
    },
  }
}

/** Leaves out what was answered as done and does not read so, or reads otherwise again by now. */
function withoutVain(steps: readonly Step[], after: ComponentState): Step[] {
  const vain = new Set(lastingSteps(steps).filter((step) => !isInEffect(step, after)))
  return steps.filter((step) => !vain.has(step))
}

// What was not found, allowed or accepted would be refused again.
function desiredToRetry(outcome: NoticeOutcome, desired: DesiredState): DesiredState | null {
  if (outcome.kind !== 'refused' || outcome.why.reason === 'unreachable') return null
  return outcome.why.reason === 'not-as-desired' || isWorthRetrying(outcome.why.error) ? desired : null
}
