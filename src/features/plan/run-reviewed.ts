import { asApiError, type ApiError } from '../../api/errors'
import { applySteps } from '../../domain/apply-step'
import { differences, type Difference } from '../../domain/diff'
import { planPorts, type Plan } from '../../domain/plan'
import type { ComponentState, Wish } from '../../domain/port'
import { runPlan, type Outcome } from '../../domain/run-plan'
import type { Step } from '../../domain/step'
import { askedWaitMs, classifyFailure } from './classify-failure'
import type { PlanEffects } from './plan-effects'
import type { PlanTarget } from './plan-target'
import type { Review, ReviewAnswer, ReviewPhase } from './review'

/** Where a review is shown and answered. */
export interface ReviewScreen {
  show: (review: Review) => void
  /** Shows a review and resolves with the person's answer. */
  ask: (review: Review) => Promise<ReviewAnswer>
  /** Gives a signal that fires when the person presses Stop from now on. */
  stopSignal: () => AbortSignal
}

export interface ReviewedJob {
  target: PlanTarget
  wish: Wish
  /** The component that the first plan was made from. */
  seen: ComponentState
  plan: Plan
  isUndo: boolean
  /** `seen` is without the gateway rules because they have not come yet: they are read before anything is asked. */
  lacksRules: boolean
  /** Why the first try was refused, where somebody else's change made another plan of it, and that change. */
  refused?: { error: ApiError; differences: readonly Difference[] }
}

/** How a reviewed plan ended. */
export interface ReviewedResult {
  /** The steps that were carried out, or may have been. */
  sent: readonly Step[]
  /** Why it was left unfinished; null where nothing was left to do, or the person just stopped it. */
  error: ApiError | null
  /** Nothing was left to do. */
  isComplete: boolean
  /** The component, where it was read after the last step that was sent; else null. */
  after: ComponentState | null
}

/**
 * Shows a plan, and once the person says yes runs it: it reads the component again first where the plan has more than
 * one step, stops at the first refusal, and goes on from what is there (ARCHITECTURE.md, "The plan"). Gives null where
 * nothing was done and nothing was refused.
 */
export function runReviewed(
  job: ReviewedJob,
  effects: PlanEffects,
  screen: ReviewScreen,
): Promise<ReviewedResult | null> {
  return new ReviewedRun(job, effects, screen).start()
}

type Next = 'read-rules' | 'ask' | 'check' | 'run' | 'met'

class ReviewedRun {
  private review: Review
  private readonly sent: Step[] = []
  private error: ApiError | null = null
  private after: ComponentState | null = null

  constructor(
    private readonly job: ReviewedJob,
    private readonly effects: PlanEffects,
    private readonly screen: ReviewScreen,
  ) {
    const { target, plan, seen, isUndo, refused } = job
    const phase: ReviewPhase = refused ? { name: 'refused', error: refused.error } : { name: 'preview' }
    const changed = refused?.differences ?? []
    this.review = { target, plan, seen, done: [], phase, differences: changed, isUndo }
  }

  async start(): Promise<ReviewedResult | null> {
    let next: Next = this.job.lacksRules ? 'read-rules' : 'ask'
    while (next !== 'met') {
      switch (next) {
        case 'read-rules':
          next = (await this.look('reading-rules')) ?? this.preview()
          break
        case 'ask': {
          const answer = await this.screen.ask(this.review)
          if (answer === 'cancel') return this.isUntouched() ? null : this.result(false)
          const isFirstOfOne = this.review.phase.name === 'preview' && this.review.plan.steps.length === 1
          next = isFirstOfOne ? 'run' : 'check'
          break
        }
        case 'check':
          next = await this.check()
          break
        case 'run':
          next = await this.run()
          break
      }
    }
    this.error = null
    this.show({ name: 'reading-back' })
    return this.result(true)
  }

  /** Neither was anything carried out, nor was there a refusal to tell of where it was asked for. */
  private isUntouched(): boolean {
    return this.sent.length === 0 && this.error === null
  }

  private result(isComplete: boolean): ReviewedResult {
    return { sent: this.sent, error: this.error, isComplete, after: this.after }
  }

  private show(phase: ReviewPhase): void {
    this.review = { ...this.review, phase }
    this.screen.show(this.review)
  }

  /** Reads again; what is not as the person saw it is shown before anything is sent. */
  private async check(): Promise<Next> {
    const shown = this.review.plan
    const next = await this.look('checking')
    if (next !== null) return next
    return isSame(shown, this.review.plan) ? 'run' : this.preview()
  }

  private look(name: 'reading-rules' | 'checking'): Promise<Next | null> {
    this.show({ name })
    return this.planAnew(this.review.seen)
  }

  private preview(): Next {
    this.review = { ...this.review, phase: { name: 'preview' } }
    return 'ask'
  }

  private async run(): Promise<Next> {
    this.after = null
    this.review = { ...this.review, differences: [] }
    const { steps } = this.review.plan
    const signal = this.screen.stopSignal()
    let at = 0
    let retryMs: number | null = null
    const showProgress = () => this.show({ name: 'running', at, retryMs, stopping: signal.aborted })
    signal.addEventListener('abort', showProgress)
    showProgress()
    const outcome = await runPlan(steps, {
      send: (step) => this.effects.send(this.job.target, step),
      classify: classifyFailure,
      askedWaitMs,
      wait: (milliseconds, stopped) => this.effects.wait(this.job.target, milliseconds, stopped),
      signal,
      onProgress: (progress) => {
        at = progress.state === 'done' ? progress.at + 1 : progress.at
        retryMs = progress.state === 'waiting' ? progress.milliseconds : null
        showProgress()
      },
    })
    signal.removeEventListener('abort', showProgress)
    this.sent.push(...outcome.done)
    return outcome.kind === 'done' ? 'met' : this.goOnFrom(outcome)
  }

  /** After a plan that did not come to its end: what is there now, and what is left to do? */
  private async goOnFrom(outcome: Exclude<Outcome, { kind: 'done' }>): Promise<Next> {
    const { plan } = this.review
    const left = plan.steps.slice(outcome.at)
    this.error = outcome.kind === 'stopped' ? null : asApiError(outcome.error)
    this.review = {
      ...this.review,
      done: [...this.review.done, ...outcome.done],
      plan: { ...plan, steps: left },
      phase: this.error === null ? { name: 'stopped' } : { name: 'refused', error: this.error },
    }
    const next = await this.planAnew(applySteps(this.review.seen, outcome.done))
    if (outcome.kind !== 'unclear') return next ?? 'ask'

    // Whether it was carried out is told by what is there: then it counts as done, and the rest goes on.
    const wasDone = next === 'met' || isSame(this.review.plan.steps, left.slice(1))
    if (!wasDone) return next ?? 'ask'
    this.sent.push(outcome.step)
    this.review = { ...this.review, done: [...this.review.done, outcome.step] }
    return next ?? 'run'
  }

  /**
   * Reads the component again and plans from what is there. `expected` is what it should read as: what is otherwise is
   * told. Gives what has to be done next, or null where there is a plan.
   */
  private async planAnew(expected: ComponentState): Promise<Next | null> {
    let state: ComponentState
    try {
      state = await this.effects.read(this.job.target)
    } catch (error) {
      // A refusal says more than the failed reading after it.
      if (this.review.phase.name !== 'refused')
        this.review = { ...this.review, phase: { name: 'unread', error: asApiError(error) } }
      return 'ask'
    }
    this.after = state
    const plan = planPorts(state, this.job.wish)
    const changed = differences(expected, state)
    this.review = { ...this.review, seen: state, differences: changed }
    if ('unreachable' in plan) {
      this.review = { ...this.review, phase: { name: 'unreachable', why: plan.unreachable } }
      return 'ask'
    }
    this.review = { ...this.review, plan }
    return plan.steps.length === 0 ? 'met' : null
  }
}

/** Plans are made in the same way each time, their keys in the same order. */
function isSame<T extends Plan | readonly Step[]>(a: T, b: T): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
