import type { Step } from '../model/step'

/**
 * What a failed call means for its plan: `busy`, nothing was applied and it may be sent again; `refused`, nothing was
 * applied and it will not be; `ambiguous`, nobody knows whether it was.
 */
export type Failure = 'busy' | 'refused' | 'ambiguous'

/** Said before a step is sent, while it waits to be sent again, and after it was done. Counted from 0. */
export type Progress =
  | { state: 'sending'; at: number; step: Step; attempt: number }
  | { state: 'waiting'; at: number; step: Step; attempt: number; milliseconds: number }
  | { state: 'done'; at: number; step: Step }

/** How a plan ended. `done` are the steps that the server confirmed, in order; `at` is the first that it did not. */
export type Outcome =
  | { kind: 'done'; done: readonly Step[] }
  | { kind: 'refused'; done: readonly Step[]; at: number; step: Step; error: unknown }
  /** The step may have been applied: only reading again can tell. */
  | { kind: 'unclear'; done: readonly Step[]; at: number; step: Step; error: unknown }
  /** A person stopped it between two steps. */
  | { kind: 'stopped'; done: readonly Step[]; at: number }
  /** `isStill` said no: nothing of the step was sent. */
  | { kind: 'outdated'; done: readonly Step[]; at: number }

export interface PlanRunner {
  /** Sends one step, once. It is never aborted: a write that is under way is waited for. */
  send: (step: Step) => Promise<unknown>
  classify: (error: unknown) => Failure
  /** Resolves after so many milliseconds, or at once when the signal fires. */
  wait: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>
  /**
   * Asked before each sending of a step, whether it is still what it was planned to be; `attempt` counts from 0.
   */
  isStill?: (step: Step, attempt: number) => true | Promise<boolean>
  onProgress?: (progress: Progress) => void
  signal?: AbortSignal
  /** How many milliseconds a `busy` failure asks to wait at least (`Retry-After`); 0 where it does not say. */
  askedWaitMs?: (error: unknown) => number
  /** Milliseconds before each new try of a step that met "too frequent" (docs/contract.md, "When the cluster fails"). */
  busyDelays?: readonly number[]
}

const defaultBusyDelays = [1000, 2000, 4000, 8000]

type StepResult =
  | { kind: 'done' }
  | { kind: 'stopped' }
  | { kind: 'outdated' }
  | { kind: 'refused' | 'unclear'; error: unknown }

async function runStep(step: Step, at: number, runner: PlanRunner): Promise<StepResult> {
  const { send, classify, wait, onProgress, signal, askedWaitMs, busyDelays = defaultBusyDelays } = runner
  const hasStopped = () => signal?.aborted === true
  for (let attempt = 0; ; attempt += 1) {
    if (hasStopped()) return { kind: 'stopped' }
    const still = runner.isStill?.(step, attempt) ?? true
    if (still !== true && !(await still)) return { kind: 'outdated' }
    if (hasStopped()) return { kind: 'stopped' }
    onProgress?.({ state: 'sending', at, step, attempt })
    try {
      await send(step)
    } catch (error) {
      const failure = classify(error)
      if (failure === 'ambiguous') return { kind: 'unclear', error }
      const delay = busyDelays[attempt]
      if (failure === 'refused' || delay === undefined) return { kind: 'refused', error }
      const milliseconds = Math.max(delay, askedWaitMs?.(error) ?? 0)
      onProgress?.({ state: 'waiting', at, step, attempt, milliseconds })
      await wait(milliseconds, signal)
      continue
    }
    onProgress?.({ state: 'done', at, step })
    return { kind: 'done' }
  }
}

/**
 * Runs the steps of a plan one after the other and stops at the first that is not done. A step that met "too frequent"
 * is sent again after a while, a few times; no other call is ever sent twice. Aborting the signal lets the step under
 * way finish and sends no further one. It throws only what `onProgress`, `isStill` or `wait` throws.
 */
export async function runPlan(steps: readonly Step[], runner: PlanRunner): Promise<Outcome> {
  const done: Step[] = []
  for (const [at, step] of steps.entries()) {
    const result = await runStep(step, at, runner)
    if (result.kind === 'stopped' || result.kind === 'outdated') return { kind: result.kind, done, at }
    if (result.kind !== 'done') return { kind: result.kind, done, at, step, error: result.error }
    done.push(step)
  }
  return { kind: 'done', done }
}
