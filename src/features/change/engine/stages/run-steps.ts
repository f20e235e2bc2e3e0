import { ApiError, factsOf, isUnclear, type ErrorFacts } from '../../../../api/errors/errors'
import { mayChangeCarried, mustBeReadFirst } from '../../../../domain/execution/read-first'
import { runPlan, type Failure, type Outcome, type Progress } from '../../../../domain/execution/run-plan'
import type { Step } from '../../../../domain/model/step'
import { foreignIn, type Reading, type RunEvent } from '../job/reduce-run'
import type { Run } from '../job/run'
import type { Effects } from '../effects'
import type { Target } from '../target'

/** A run on its way, and what it is carried out with. */
export interface Carrying {
  readonly target: Target
  readonly effects: Effects
  /** The run as it is now. */
  readonly run: () => Run
  /** Changes the run, and returns it. */
  readonly dispatch: (event: RunEvent) => Run
  /** Fires when no further step is to be sent. */
  readonly stopped: AbortSignal
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/** How the steps of a run ended, and what was read in their midst where that ended them. */
export interface StepsEnd {
  readonly outcome: Outcome
  readonly error: ErrorFacts | null
  readonly looked: Reading | null
}

/**
 * Sends the steps of a run one after the other. What carries more than the person touched is read again right before,
 * unless it was just read: what is no longer as expected ends the run as `outdated`. Never rejects.
 */
export async function runSteps({
  target,
  effects,
  run,
  dispatch,
  stopped,
  onProgress,
}: Carrying): Promise<StepsEnd> {
  const { steps } = run().plan
  const looked: { reading: Reading | null } = { reading: null }
  const handleStop = () => dispatch({ type: 'stopping' })
  stopped.addEventListener('abort', handleStop)
  try {
    const outcome = await runPlan(steps, {
      send: (step) => effects.send(target, step),
      classify: classifyFailure,
      askedWaitMs,
      wait: (milliseconds, signal) => effects.wait(target, milliseconds, signal),
      isStill: (step, attempt) => !isReadFirst(step, attempt) || isStill(),
      signal: stopped,
      onProgress(progress) {
        dispatch({ type: 'progressed', progress })
        onProgress?.(progress)
      },
    })
    return { outcome, error: 'error' in outcome ? factsOf(outcome.error) : null, looked: looked.reading }
  } catch (error) {
    return { outcome: givenUp(error), error: factsOf(error), looked: null }
  } finally {
    stopped.removeEventListener('abort', handleStop)
  }

  function isReadFirst(step: Step, attempt: number): boolean {
    const isFirst = steps[0] === step && attempt === 0
    return !isFirst && mustBeReadFirst(step)
  }

  async function isStill(): Promise<boolean> {
    looked.reading = await readAgain(target, effects)
    if ('error' in looked.reading) return false
    const { state } = looked.reading
    if (foreignIn(run(), state).some((one) => mayChangeCarried(one, run().desired))) return false
    looked.reading = null
    dispatch({ type: 'read-between', state })
    return true
  }

  /** Between two tries, none of which did anything, the person stopped waiting. */
  function givenUp(error: unknown): Outcome {
    const { phase } = run()
    const at = phase.name === 'running' ? phase.at : 0
    const step = steps[at]
    const done = steps.slice(0, at)
    return step ? { kind: 'refused', done, at, step, error } : { kind: 'done', done }
  }
}

/** Reads a component again. Never rejects. */
export async function readAgain(target: Target, effects: Effects): Promise<Reading> {
  try {
    return { state: await effects.read(target) }
  } catch (error) {
    return { error: factsOf(error) }
  }
}

/** Returns what the failure of a write means for its plan. */
export function classifyFailure(error: unknown): Failure {
  // All say that nothing was done: Rainbond's "too frequent", the gateway's limit, and a limit of the console's.
  if (
    error instanceof ApiError &&
    (error.kind === 'busy' || error.kind === 'throttled' || error.reason === 'busy')
  )
    return 'busy'
  // What is no answer at all is a fault of ours, and may have happened after the write.
  return isUnclear(error) || !(error instanceof ApiError) ? 'ambiguous' : 'refused'
}

/** Returns the milliseconds that the answer to a failed write asks to wait, 0 where it does not say. */
function askedWaitMs(error: unknown): number {
  return error instanceof ApiError ? (error.retryAfter ?? 0) * 1000 : 0
}
