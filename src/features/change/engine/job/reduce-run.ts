import type { ErrorFacts } from '../../../../api/errors/errors'
import { isInEffect } from '../../../../domain/execution/step-results'
import { applySteps } from '../../../../domain/model/step-effect'
import type { Difference } from '../../../../domain/model/diff'
import { foreignDifferences, rebase } from '../../../../domain/execution/foreign-changes'
import { withReopening } from '../../../../domain/execution/reopening'
import { planOfSteps, planPorts, type Plan } from '../../../../domain/plan/plan'
import type { ComponentState } from '../../../../domain/model/component'
import { concernsDesired } from '../../../../domain/execution/read-first'
import type { Outcome, Progress } from '../../../../domain/execution/run-plan'
import { confirmedSteps, isOneSwitch, type Phase, type Run } from './run'

/** What a reading came to. */
export type Reading = { readonly state: ComponentState } | { readonly error: ErrorFacts }

/** What happens to a run. */
export type RunEvent =
  /** The person said yes: to the plan, to going on, or to another try. */
  | { readonly type: 'approved' }
  /** The person wants it without these ports. */
  | { readonly type: 'narrowed'; readonly leftOut: ReadonlySet<number> }
  /** It is its turn. */
  | { readonly type: 'begun' }
  /** The component was read again, or could not be. */
  | { readonly type: 'read'; readonly reading: Reading }
  /** It was read between two steps, and nothing has changed that the rest depends on. */
  | { readonly type: 'read-between'; readonly state: ComponentState }
  | { readonly type: 'progressed'; readonly progress: Progress }
  /** The person wants no further step to be sent. */
  | { readonly type: 'stopping' }
  /** The steps did not all run. `reading` is null where what is there was not looked at. */
  | {
      readonly type: 'interrupted'
      readonly outcome: Exclude<Outcome, { kind: 'done' }>
      readonly error: ErrorFacts | null
      readonly reading: Reading | null
    }
  /** Every step was confirmed. */
  | { readonly type: 'finished' }
  /** And could not be read back yet: nobody is signed in any more. */
  | { readonly type: 'not-read-back'; readonly error: ErrorFacts }

/** Returns a run after an event: the only place where runs change. */
export function reduceRun(run: Run, event: RunEvent): Run {
  switch (event.type) {
    case 'approved':
      return to(run, { name: 'waiting', mustRead: run.phase.name !== 'preview' || !isOneSwitch(run) })
    case 'narrowed':
      return narrowed(run, event.leftOut)
    case 'begun':
      return run.phase.name === 'waiting' && !run.phase.mustRead
        ? startedRun(run)
        : to(run, { name: 'checking' })
    case 'read':
      return afterReading(run, event.reading)
    case 'read-between':
      return readAs(run, event.state)
    case 'progressed':
      return progressed(run, event.progress)
    case 'stopping':
      if (run.phase.name === 'waiting') return to(run, { name: 'stopped' })
      return run.phase.name === 'running' ? to(run, { ...run.phase, stopping: true }) : run
    case 'interrupted':
      return interrupted(run, event)
    case 'finished':
      return finished(run)
    case 'not-read-back':
      return notReadBack(run, event.error)
  }
}

/** The same run as its steps begin to be sent. */
export function startedRun(run: Run): Run {
  const { length } = run.plan.steps
  return {
    ...run,
    after: null,
    refused: null,
    differences: [],
    phase: { name: 'running', at: 0, left: length, retryMs: null, stopping: false },
  }
}

/** What of a difference between two readings is not this component's changes' doing. */
export function foreignIn(run: Run, state: ComponentState): Difference[] {
  return foreignDifferences(run.expected, state, [...run.earlier, ...confirmedSteps(run)])
}

function to(run: Run, phase: Phase): Run {
  return { ...run, phase }
}

/** What is left is planned as if nothing else had been asked for: order, losses and questions are those of the rest. */
function narrowed(run: Run, leftOut: ReadonlySet<number>): Run {
  const ports = new Map([...run.asked.ports].filter(([port]) => !leftOut.has(port)))
  const desired = withReopening({ ...run.asked, ports }, { ...run, now: run.seen })
  const plan = ports.size > 0 ? planPorts(run.seen, desired) : planOfSteps(run.seen, [])
  if ('unreachable' in plan) return { ...run, desired, phase: { name: 'unreachable', why: plan.unreachable } }
  return { ...run, desired, plan, phase: { name: plan.steps.length > 0 ? 'preview' : 'left-out' } }
}

function progressed(run: Run, progress: Progress): Run {
  if (run.phase.name !== 'running') return run
  const isWaiting = progress.state === 'waiting'
  const isDone = progress.state === 'done'
  return {
    ...run,
    expected: isDone ? applySteps(run.expected, [progress.step]) : run.expected,
    phase: {
      ...run.phase,
      at: isDone ? progress.at + 1 : progress.at,
      left: run.plan.steps.length - progress.at - (isWaiting ? 0 : 1),
      retryMs: isWaiting ? progress.milliseconds : null,
    },
  }
}

function finished(run: Run): Run {
  const complete = to(run, { name: 'reading-back' })
  return { ...complete, error: null, unread: run.after === null ? confirmedSteps(complete) : [] }
}

function notReadBack(run: Run, error: ErrorFacts): Run {
  const none = planOfSteps(run.expected, [])
  return { ...run, done: confirmedSteps(run), plan: none, phase: { name: 'unread', error } }
}

/** What others have changed since the last reading is no part of this run, and not this run's to take back. */
function readAs(run: Run, state: ComponentState): Run {
  const before = hasConfirmed(run) ? rebase(run.before, run.expected, state) : state
  return { ...run, before, expected: state }
}

function hasConfirmed(run: Run): boolean {
  return confirmedSteps(run).length > 0
}

function afterReading(run: Run, reading: Reading): Run {
  if ('error' in reading) return to(run, { name: 'unread', error: reading.error })
  const { next, found } = planned(run, reading.state)
  if (found !== 'as-shown' && found !== 'changed') return next
  return found === 'as-shown' && run.phase.name === 'checking'
    ? startedRun(next)
    : to(next, { name: 'preview' })
}

function interrupted(run: Run, { outcome, error, reading }: Extract<RunEvent, { type: 'interrupted' }>): Run {
  const left = run.plan.steps.slice(outcome.at)
  const sent = 'step' in outcome ? [outcome.step] : []
  const stopped: Run = {
    ...run,
    seen: run.expected,
    done: [...run.done, ...outcome.done],
    plan: planOfSteps(run.expected, left),
    unread: [...outcome.done, ...(outcome.kind === 'unclear' || reading === null ? sent : [])],
    isUnclear: outcome.kind === 'unclear',
    refused: outcome.kind === 'refused' ? outcome.step : null,
    error,
    phase: phaseAfter(outcome.kind, error),
  }
  if (reading === null) return stopped
  // A refusal and a stop say more than the failed reading after them.
  if ('error' in reading)
    return outcome.kind === 'outdated' ? to(stopped, { name: 'unread', error: reading.error }) : stopped
  const { next, found } = planned(stopped, reading.state)
  if (found !== 'as-shown' && found !== 'changed') return next
  // What stopped it is told with what is left; what turns out to be done after all goes on by itself.
  const goesOn = outcome.kind === 'outdated' || next.done.length > stopped.done.length
  if (goesOn) return found === 'as-shown' ? startedRun(next) : to(next, { name: 'preview' })
  return next.error === null ? next : to(next, { name: 'refused', error: next.error })
}

function phaseAfter(kind: Exclude<Outcome['kind'], 'done'>, error: ErrorFacts | null): Phase {
  if (error === null) return kind === 'outdated' ? { name: 'checking' } : { name: 'stopped' }
  return { name: kind === 'unclear' ? 'unclear' : 'refused', error }
}

/** What a reading has made of the plan that was shown; the run's phase says so where nothing is left, or can be. */
type Found = 'met' | 'unreachable' | 'as-shown' | 'changed'

function planned(shown: Run, state: ComponentState): { next: Run; found: Found } {
  const settled = settleUnclear(shown, state)
  const changed = foreignIn(settled, state)
  const knowsSame = (settled.expected.gatewayRules === null) === (state.gatewayRules === null)
  const isExpected = changed.length === 0 && knowsSame
  const read: Run = { ...readAs(settled, state), after: state, seen: state, unread: [], differences: changed }
  const desired = isExpected ? settled.desired : withReopening(settled.desired, { ...read, now: state })
  const plan = isExpected ? planOfSteps(state, settled.plan.steps) : planPorts(state, desired)
  if ('unreachable' in plan)
    return { next: to(read, { name: 'unreachable', why: plan.unreachable }), found: 'unreachable' }
  const next = { ...read, desired, plan }
  if (plan.steps.length === 0) return { next: finished(next), found: 'met' }
  const isAsShown =
    isSame(settled.plan, plan) && !changed.some((difference) => concernsDesired(difference, settled.desired))
  return { next, found: isExpected || isAsShown ? 'as-shown' : 'changed' }
}

/** Where the unclear step can be seen, it counts as done. */
function settleUnclear(run: Run, state: ComponentState): Run {
  const [unclear, ...rest] = run.plan.steps
  if (!run.isUnclear || unclear === undefined) return run
  const known = { ...run, isUnclear: false }
  if (!isInEffect(unclear, run.expected, state)) return { ...known, refused: unclear }
  const expected = applySteps(run.expected, [unclear])
  return { ...known, expected, error: null, done: [...run.done, unclear], plan: planOfSteps(expected, rest) }
}

/** Plans are made in the same way each time, their keys in the same order. */
function isSame(a: Plan, b: Plan): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
