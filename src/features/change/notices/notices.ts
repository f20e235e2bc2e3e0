import { isWorthRetrying } from '../../../api/errors/errors'
import { restoreDesiredState } from '../../../domain/model/stored-desired-state'
import { createEmitter } from '../../../lib/emitter'
import type { Engine } from '../engine/engine'
import type { Outcome } from '../engine/outcome'
import { problemOf } from '../engine/stores/port-activity'

/** What became of a change, as a person is told. Plain data, and never changed in place. */
export interface Notice {
  readonly id: number
  readonly outcome: Outcome
  /** Something was done that can be undone, and has not been. */
  readonly canUndo: boolean
  /** It was refused, and may be granted yet. */
  readonly canRetry: boolean
}

/** What became of the changes of this page. */
export interface Notices {
  subscribe: (listener: () => void) => () => void
  /** Newest first. The same object until there is something new. */
  list: () => readonly Notice[]
  /** Undoes the change of a notice, once; offers it again where nothing came of that. */
  undo: (id: number) => void
  /** Asks again for the change of a notice, in its place. */
  retry: (id: number) => void
  dismiss: (id: number) => void
}

/** Returns notices of what changes come to from now on. */
export function createNotices(engine: Engine): Notices {
  const changed = createEmitter()
  let notices: readonly Notice[] = []
  let lastId = 0

  function set(next: readonly Notice[]) {
    notices = next
    changed.emit()
  }

  engine.onOutcome((outcome) => {
    if (!isWorthTelling(outcome)) return
    lastId += 1
    const notice = { id: lastId, outcome, canUndo: outcome.undo !== null, canRetry: mayBeGranted(outcome) }
    set([notice, ...notices])
  })

  function find(id: number): Notice | undefined {
    return notices.find((notice) => notice.id === id)
  }

  function setCanUndo(id: number, canUndo: boolean) {
    set(notices.map((notice) => (notice.id === id ? { ...notice, canUndo } : notice)))
  }

  function dismiss(id: number) {
    set(notices.filter((notice) => notice.id !== id))
  }

  return {
    subscribe: changed.subscribe,
    list: () => notices,
    dismiss,
    undo(id) {
      const notice = find(id)
      if (!notice?.canUndo || !notice.outcome.undo) return
      const { target, undo } = notice.outcome
      setCanUndo(id, false)
      void engine.change([target], { undo }).then(([outcome]) => {
        if (outcome && cameToNothing(outcome)) setCanUndo(id, true)
      })
    },
    retry(id) {
      const notice = find(id)
      if (!notice?.canRetry || !notice.outcome.desired) return
      const { target, desired } = notice.outcome
      dismiss(id)
      void engine.change([target], restoreDesiredState(desired))
    },
  }
}

/** What was so before, left by the person, or overruled by their next change needs no word; of an undo, the first does. */
function isWorthTelling({ kind, isOverruled, isUndo, steps }: Outcome): boolean {
  if (isOverruled || kind === 'not-started') return false
  return kind !== 'done' || isUndo || steps.length > 0
}

function cameToNothing(outcome: Outcome): boolean {
  return outcome.kind === 'not-started' || problemOf(outcome) !== null
}

// What was not found, allowed or accepted would be refused again.
function mayBeGranted(outcome: Outcome): boolean {
  const problem = outcome.isUndo ? null : problemOf(outcome)
  switch (problem?.reason) {
    case 'error':
    case 'not-known':
      return isWorthRetrying(problem.error)
    case 'not-as-desired':
      return true
    case 'unreachable':
    case undefined:
      return false
  }
}
