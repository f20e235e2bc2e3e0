import { changeDetails } from '../../../../domain/impact/change-details'
import { changesMade } from '../../../../domain/impact/changes-made'
import type { ComponentState } from '../../../../domain/model/component'
import type { DesiredState } from '../../../../domain/model/desired-state'
import type { Step } from '../../../../domain/model/step'
import { applySteps } from '../../../../domain/model/step-effect'
import { withReopening } from '../../../../domain/execution/reopening'
import { isInEffect, resultsOf } from '../../../../domain/execution/step-results'
import { storeDesiredState } from '../../../../domain/model/stored-desired-state'
import { isFulfilled } from '../../../../domain/plan/plan'
import { undoOf } from '../../../../domain/undo/undo'
import { isUndo, type Job } from '../job/job'
import { attemptedSteps, confirmedSteps, type Run } from '../job/run'
import type { Ending, Outcome, StepOutcome } from '../outcome'

/** Returns the outcome of a change of which nothing was planned. */
export function unplannedOutcome(
  { target, desired }: Job,
  ending: Ending,
  { leftAlone = [], asDesiredAt = null }: Partial<Pick<Outcome, 'leftAlone' | 'asDesiredAt'>> = {},
): Outcome {
  return {
    ...ending,
    target,
    isUndo: isUndo(desired),
    desired: isUndo(desired) ? null : storeDesiredState(desired),
    ...{
      isOverruled: false,
      steps: [],
      unmet: [],
      asDesiredAt,
      changes: [],
      details: [],
      leftAlone,
      undo: null,
      losses: [],
    },
  }
}

/**
 * Returns the outcome of a change that was planned. `after` is the component as it was read when the change had ended,
 * null where it could not be read; `later` are changes of the same component that were sent before that reading.
 */
export function outcomeOf(
  { target, desired }: Job,
  run: Run,
  ending: Ending,
  after: ComponentState | null,
  later: readonly Run[],
): Outcome {
  const sent = sentSteps(run, after)
  const steps = after === null ? sent : withoutEffectless(run.before, sent, after)
  // What was read may hold what others have changed since: that is not this change's to take back.
  const done = { before: run.before, after: applySteps(run.before, steps), steps }
  const undo = undoOf(done.before, done.after, after ?? done.after, steps)
  const changes = changesMade(done.before, after ?? done.after, steps)
  const canUndo = undo.desired.ports.size > 0 || undo.desired.internalDomain !== undefined
  return {
    ...ending,
    target,
    isUndo: isUndo(desired),
    desired: storeDesiredState(
      withReopening(run.desired, { before: run.before, now: after ?? done.after, done: steps }),
    ),
    isOverruled: false,
    steps: stepOutcomes(run, after, later),
    unmet: after === null ? [] : unmetPorts(run.desired, after, later),
    asDesiredAt: null,
    changes,
    details: changeDetails(done.before, after ?? done.after, changes),
    leftAlone: run.leftAlone,
    undo: canUndo ? done : null,
    losses: undo.cannotRestore,
  }
}

function unmetPorts({ ports }: DesiredState, after: ComponentState, later: readonly Run[]): number[] {
  const own = [...ports].filter(([port]) => !later.some((other) => other.desired.ports.has(port)))
  return own.flatMap(([port, desired]) =>
    isFulfilled(after, { ports: new Map([[port, desired]]) }) ? [] : [port],
  )
}

/** The steps that were carried out or answered: with the unclear one, where it can be seen. */
export function sentSteps(run: Run, after: ComponentState | null): readonly Step[] {
  const attempted = attemptedSteps(run)
  const last = attempted.at(-1)
  const isSeen = after !== null && last !== undefined && isInEffect(last, run.expected, after)
  return run.isUnclear && !isSeen ? confirmedSteps(run) : attempted
}

/** Leaves out what was answered as done and does not read so, or reads otherwise again by now. */
function withoutEffectless(before: ComponentState, steps: readonly Step[], after: ComponentState): Step[] {
  const effectless = new Set(resultsOf(before, steps, after).noEffect)
  return steps.filter((step) => !effectless.has(step))
}

function stepOutcomes(run: Run, after: ComponentState | null, later: readonly Run[]): StepOutcome[] {
  const sent = sentSteps(run, after)
  const all = [...sent, ...later.flatMap((other) => sentSteps(other, after))]
  const effectless = new Set(after === null ? [] : resultsOf(run.before, all, after).noEffect)
  const yes = after === null ? 'answered' : 'done'
  return [
    ...sent.map((step): StepOutcome => ({ step, result: effectless.has(step) ? 'no-effect' : yes })),
    ...leftSteps(run, after, later),
  ]
}

/** What became of the steps that were not carried out, as far as anybody knows. */
function leftSteps(run: Run, after: ComponentState | null, later: readonly Run[]): StepOutcome[] {
  const { refused, isUnclear, phase, plan } = run
  if (phase.name === 'reading-back') return []
  const [first, ...others] = plan.steps
  const notSent = (step: Step): StepOutcome => ({ step, result: 'not-sent' })
  if (isUnclear && first) {
    const isSeen = after !== null && isInEffect(first, run.expected, after)
    // What a later change did to the same port hides it.
    const isHidden = later.some((other) => attemptedSteps(other).some(({ port }) => port === first.port))
    const failed: StepOutcome[] = [
      { step: first, result: after === null || isHidden ? 'unclear' : 'refused' },
    ]
    return [...(isSeen ? [] : failed), ...others.map(notSent)]
  }
  if (refused === null) return plan.steps.map(notSent)
  const rest = first && isSameCall(first, refused) ? others : plan.steps
  return [{ step: refused, result: 'refused' }, ...rest.map(notSent)]
}

function isSameCall(one: Step, other: Step): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
