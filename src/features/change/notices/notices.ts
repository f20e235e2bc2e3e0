import { isWorthRetrying } from '../../../api/errors/errors'
import { restoreDesiredState } from '../../../domain/model/stored-desired-state'
import { createEmitter } from '../../../lib/emitter'
import type { Engine } from '../engine/engine'
import type { Outcome } from '../engine/outcome'
import { problemOf } from '../engine/stores/port-activity'
import { componentOf, type Target } from '../engine/target'

/** Whether somebody made a change, took it back, or made it again. */
export type Direction = 'change' | 'undo' | 'redo'

/** What became of a change, as a person is told. Plain data, and never changed in place. */
export interface Notice {
  readonly id: number
  /** The `id` of the change that this one takes back or makes again, directly or not; its own otherwise. */
  readonly chain: number
  readonly direction: Direction
  /** When it came to this, in milliseconds since 1970. */
  readonly at: number
  /** Of each component that the change was about, in the order in which they were named. */
  readonly outcomes: readonly Outcome[]
  /** Something was done that can be taken back, and has not been. */
  readonly canUndo: boolean
  /** It is being taken back. */
  readonly isRunning: boolean
  /** It was refused, and may be granted yet. */
  readonly canRetry: boolean
  /** Shown by itself, not only in the history. */
  readonly isShown: boolean
}

/** What became of the changes of this page. */
export interface Notices {
  subscribe: (listener: () => void) => () => void
  /** Newest first. The same object until there is something new. */
  list: () => readonly Notice[]
  /** Undoes what a notice tells, or redoes it where that was an undo. Offered again if nothing came of it. */
  undo: (id: number) => void
  /** Asks again for the change of a notice, in its place. */
  retry: (id: number) => void
  /** Keeps a notice in the list only. */
  hide: (id: number) => void
  dismiss: (id: number) => void
  /** The id of the notice whose report is shown; null where none is. */
  report: () => number | null
  openReport: (id: number) => void
  closeReport: () => void
}

/** Each holds two readings of its component: older ones are forgotten. */
const maxNotices = 100

/** Returns notices of what changes come to from now on. */
export function createNotices(engine: Engine, now: () => number = Date.now): Notices {
  const changed = createEmitter()
  let notices: readonly Notice[] = []
  let lastId = 0
  let report: number | null = null

  function set(next: readonly Notice[]) {
    notices = next
    changed.emit()
  }

  function add(all: readonly Outcome[], direction: Direction, chain?: number) {
    const outcomes = all.filter((outcome) => !isLeftOut(outcome))
    if (!areWorthTelling(outcomes)) return
    lastId += 1
    const notice: Notice = {
      ...{ id: lastId, chain: chain ?? lastId, direction, at: now(), outcomes },
      canUndo: outcomes.some(({ undo }) => undo !== null),
      canRetry: outcomes.length === 1 && outcomes.every(mayBeGranted),
      ...{ isRunning: false, isShown: true },
    }
    const others = notices.map((other) =>
      other.isShown && isOutdatedBy(other, notice) ? { ...other, isShown: false } : other,
    )
    // What was not done as asked for is told row by row.
    if (outcomes.length > 1 && outcomes.some(({ kind }) => kind !== 'done')) report = lastId
    set([notice, ...others].slice(0, maxNotices))
  }

  function setReport(id: number | null) {
    report = id
    changed.emit()
  }

  function find(id: number): Notice | undefined {
    return notices.find((notice) => notice.id === id)
  }

  function update(id: number, facts: Partial<Notice>) {
    set(notices.map((notice) => (notice.id === id ? { ...notice, ...facts } : notice)))
  }

  function dismiss(id: number) {
    set(notices.filter((notice) => notice.id !== id))
  }

  // Undoes are asked for here only, where it is known what they undo.
  engine.onOutcomes((outcomes) => {
    if (!outcomes.some(({ isUndo }) => isUndo)) add(outcomes, 'change')
  })

  return {
    subscribe: changed.subscribe,
    list: () => notices,
    report: () => report,
    openReport: setReport,
    closeReport: () => setReport(null),
    dismiss,
    hide: (id) => update(id, { isShown: false }),
    undo(id) {
      const notice = find(id)
      if (!notice?.canUndo) return
      const undos = new Map(
        notice.outcomes.flatMap(({ target, undo }) => (undo === null ? [] : [[target, { undo }] as const])),
      )
      const desired = (target: Target) => undos.get(target) ?? { ports: new Map() }
      update(id, { canUndo: false, isRunning: true })
      void engine.change([...undos.keys()], desired).then((outcomes) => {
        update(id, { canUndo: outcomes.every(cameToNothing), isRunning: false })
        add(outcomes, opposite(notice.direction), notice.chain)
      })
    },
    retry(id) {
      const notice = find(id)
      if (!notice?.canRetry) return
      dismiss(id)
      for (const { target, desired } of notice.outcomes)
        if (desired) void engine.change([target], restoreDesiredState(desired))
    },
  }
}

function opposite(direction: Direction): Direction {
  return direction === 'undo' ? 'redo' : 'undo'
}

/** Whether a notice is about something that has been settled otherwise by a later change of the same ports. */
function isOutdatedBy(notice: Notice, later: Notice): boolean {
  if (notice.chain === later.chain) return true
  const ports = portsOf(later)
  return [...portsOf(notice)].some((port) => ports.has(port))
}

function portsOf({ outcomes }: Notice): ReadonlySet<string> {
  return new Set(
    outcomes.flatMap(({ target, desired }) =>
      (desired?.ports ?? []).map(([port]) => `${componentOf(target)} ${String(port)}`),
    ),
  )
}

/** Whether the person has left all of a component out of a review. */
function isLeftOut({ kind, desired }: Outcome): boolean {
  return kind === 'not-started' && desired?.ports.length === 0
}

/** A review of several components that was left before anything was sent has said itself what could not be changed. */
function areWorthTelling(outcomes: readonly Outcome[]): boolean {
  if (!outcomes.some(isWorthTelling)) return false
  const isLeft = outcomes.some(({ kind }) => kind === 'not-started')
  return !isLeft || outcomes.some(({ steps }) => steps.some(({ result }) => result !== 'not-sent'))
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
