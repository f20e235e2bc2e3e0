import { type ApiError, asApiError } from '../../../api/errors/errors'
import { foreignDifferences, rebase } from '../../../domain/execution/foreign-changes'
import { concernsDesired, mayChangeCarried, mustBeReadFirst } from '../../../domain/execution/read-first'
import { type Outcome, runPlan } from '../../../domain/execution/run-plan'
import type { ComponentState } from '../../../domain/model/component'
import type { Difference } from '../../../domain/model/diff'
import type { Step } from '../../../domain/model/step'
import { applyStep, isInEffect } from '../../../domain/model/step-effect'
import { type Plan, planOfSteps, planPorts } from '../../../domain/plan/plan'
import { askedWaitMs, classifyFailure } from './classify-failure'
import type { PlanEffects } from './plan-effects'
import type { Review, ReviewPhase } from './review'
import type { ReviewedJob, ReviewedResult, ReviewScreen } from './reviewed-job'

/**
 * Shows a plan, and once the person says yes runs it: it reads the component again first, unless all that is left is
 * one switch, stops at the first refusal, and goes on from what is there (ARCHITECTURE.md, "The plan"). Gives null
 * where nothing was done and nothing was refused.
 */
export function runReviewed(
  job: ReviewedJob,
  effects: PlanEffects,
  screen: ReviewScreen,
): Promise<ReviewedResult | null> {
  return new ReviewedRun(job, effects, screen).start()
}

type Next = 'read-rules' | 'ask' | 'check' | 'run' | 'met'

/** What a reading has made of the plan that was shown. */
type Found = 'met' | 'unreachable' | 'as-shown' | 'changed'

class ReviewedRun {
  private review: Review
  private readonly sent: Step[] = []
  private error: ApiError | null = null
  private after: ComponentState | null = null
  /** What the component reads as if nobody but this plan changes it. */
  private expected: ComponentState
  private before: ComponentState
  /** The step of which only reading tells whether it was carried out: the first of those that are left. */
  private unclear: Step | null = null
  /** What came of reading in the middle of the plan, where it ended it. */
  private looked: { state: ComponentState } | { error: ApiError } | null = null

  constructor(
    private readonly job: ReviewedJob,
    private readonly effects: PlanEffects,
    private readonly screen: ReviewScreen,
  ) {
    const { target, plan, seen, isUndo, refused, differences } = job
    const phase: ReviewPhase = refused ? { name: 'refused', error: refused } : { name: 'preview' }
    this.review = { target, plan, seen, done: [], unread: [], phase, differences, isUndo }
    this.expected = seen
    this.before = seen
  }

  async start(): Promise<ReviewedResult | null> {
    let next: Next = this.job.lacksRules ? 'read-rules' : 'ask'
    while (next !== 'met') {
      switch (next) {
        case 'read-rules':
          next = await this.readRules()
          break
        case 'ask': {
          const answer = await this.screen.ask(this.review)
          if (answer === 'cancel') return this.isUntouched() ? null : this.result(false)
          next = this.isOneSwitch() ? 'run' : 'check'
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
    this.review = { ...this.review, unread: this.after === null ? this.sent : [] }
    this.show({ name: 'reading-back' })
    return this.result(true)
  }

  /** Neither was anything carried out, nor was there a refusal to tell of where it was asked for. */
  private isUntouched(): boolean {
    return this.sent.length === 0 && this.error === null
  }

  /** Whether the answer is to a plan of one call that may be sent unread. */
  private isOneSwitch(): boolean {
    const [step, ...others] = this.review.plan.steps
    const isPreview = this.review.phase.name === 'preview'
    return isPreview && step !== undefined && others.length === 0 && !mustBeReadFirst(step)
  }

  private result(isComplete: boolean): ReviewedResult {
    const { sent, unclear, error, before, after } = this
    const { phase } = this.review
    const unreachable = phase.name === 'unreachable' ? phase.why : null
    return { before, sent, unclear, error, unreachable, isComplete, after }
  }

  private show(phase: ReviewPhase): void {
    this.review = { ...this.review, phase }
    this.screen.show(this.review)
  }

  private async readRules(): Promise<Next> {
    this.show({ name: 'reading-rules' })
    return this.asked(await this.look())
  }

  /** Reads again; what is not as the person saw it is shown before anything is sent. */
  private async check(): Promise<Next> {
    this.show({ name: 'checking' })
    const found = await this.look()
    return found === 'as-shown' ? 'run' : this.asked(found)
  }

  /** What comes next where the person has to see what was found; null: it could not be read. */
  private asked(found: Found | null): Next {
    if (found === 'met') return 'met'
    if (found !== null && found !== 'unreachable')
      this.review = { ...this.review, phase: { name: 'preview' } }
    return 'ask'
  }

  private async run(): Promise<Next> {
    this.after = null
    this.review = { ...this.review, differences: [] }
    const { steps } = this.review.plan
    const signal = this.screen.stopSignal()
    let at = 0
    let left = steps.length
    let retryMs: number | null = null
    const showProgress = () => this.show({ name: 'running', at, left, retryMs, stopping: signal.aborted })
    signal.addEventListener('abort', showProgress)
    showProgress()
    const outcome = await runPlan(steps, {
      send: (step) => this.effects.send(this.job.target, step),
      classify: classifyFailure,
      askedWaitMs,
      wait: (milliseconds, stopped) => this.effects.wait(this.job.target, milliseconds, stopped),
      isStill: (step, attempt) => (attempt === 0 && at === 0) || !mustBeReadFirst(step) || this.isStill(),
      signal,
      onProgress: (progress) => {
        at = progress.state === 'done' ? progress.at + 1 : progress.at
        left = steps.length - progress.at - (progress.state === 'waiting' ? 0 : 1)
        retryMs = progress.state === 'waiting' ? progress.milliseconds : null
        if (progress.state === 'done') this.noteDone(progress.step)
        showProgress()
      },
    })
    signal.removeEventListener('abort', showProgress)
    return outcome.kind === 'done' ? 'met' : this.goOnFrom(outcome, steps.slice(outcome.at))
  }

  private noteDone(step: Step) {
    this.sent.push(step)
    this.expected = applyStep(this.expected, step)
  }

  /** Reads again in the middle of the plan, and gives whether a step that carries more than was touched still fits. */
  private async isStill(): Promise<boolean> {
    try {
      const state = await this.effects.read(this.job.target)
      const changed = this.foreignIn(state)
      if (changed.some((difference) => mayChangeCarried(difference, this.job.desired)))
        this.looked = { state }
      else this.goOnWith(state)
    } catch (error) {
      this.looked = { error: asApiError(error) }
    }
    return this.looked === null
  }

  /** After a plan that did not come to its end: what is there now, and what is left to do? */
  private async goOnFrom(outcome: Exclude<Outcome, { kind: 'done' }>, left: readonly Step[]): Promise<Next> {
    this.error = 'error' in outcome ? asApiError(outcome.error) : null
    this.unclear = outcome.kind === 'unclear' ? outcome.step : null
    this.review = {
      ...this.review,
      seen: this.expected,
      done: [...this.review.done, ...outcome.done],
      unread: this.unclear === null ? outcome.done : [...outcome.done, this.unclear],
      plan: planOfSteps(this.expected, left),
      phase: this.phaseAfter(outcome.kind),
    }
    const doneBefore = this.sent.length
    const found = await this.look()
    // What stopped it is told with what is left; what turns out to be done after all goes on by itself.
    const goesOn = outcome.kind === 'outdated' || this.sent.length > doneBefore
    if (goesOn) return found === 'as-shown' ? 'run' : this.asked(found)
    if (found !== null && found !== 'unreachable' && this.error !== null)
      this.review = { ...this.review, phase: { name: 'refused', error: this.error } }
    return found === 'met' ? 'met' : 'ask'
  }

  private phaseAfter(kind: Exclude<Outcome['kind'], 'done'>): ReviewPhase {
    if (this.error === null) return kind === 'outdated' ? { name: 'checking' } : { name: 'stopped' }
    return { name: kind === 'unclear' ? 'unclear' : 'refused', error: this.error }
  }

  /** Reads the component again and plans from what is there; null where it cannot be read. */
  private async look(): Promise<Found | null> {
    try {
      const looked = this.looked ?? { state: await this.effects.read(this.job.target) }
      this.looked = null
      if ('error' in looked) throw looked.error
      return this.take(looked.state)
    } catch (error) {
      // A refusal and a stop say more than the failed reading after them.
      if (!['refused', 'unclear', 'stopped'].includes(this.review.phase.name))
        this.review = { ...this.review, phase: { name: 'unread', error: asApiError(error) } }
      return null
    }
  }

  private take(state: ComponentState): Found {
    const { desired } = this.job
    const shown = this.settleUnclear(state)
    const changed = this.foreignIn(state)
    const knowsSame = (this.expected.gatewayRules === null) === (state.gatewayRules === null)
    const isExpected = changed.length === 0 && knowsSame
    const plan = isExpected ? planOfSteps(state, shown.steps) : planPorts(state, desired)
    this.after = state
    this.goOnWith(state)
    this.review = { ...this.review, seen: state, unread: [], differences: changed }
    if ('unreachable' in plan) {
      this.review = { ...this.review, phase: { name: 'unreachable', why: plan.unreachable } }
      return 'unreachable'
    }
    this.review = { ...this.review, plan }
    if (plan.steps.length === 0) return 'met'
    const isAsShown =
      isSame(shown, plan) && !changed.some((difference) => concernsDesired(difference, desired))
    return isExpected || isAsShown ? 'as-shown' : 'changed'
  }

  /** Where the unclear step can be seen, it counts as done. Gives the plan that was shown, without it then. */
  private settleUnclear(state: ComponentState): Plan {
    const { unclear } = this
    this.unclear = null
    if (unclear === null || !isInEffect(unclear, state)) return this.review.plan
    this.noteDone(unclear)
    this.error = null
    this.review = { ...this.review, done: [...this.review.done, unclear] }
    return planOfSteps(this.expected, this.review.plan.steps.slice(1))
  }

  private goOnWith(state: ComponentState) {
    this.before = this.sent.length === 0 ? state : rebase(this.before, this.expected, state)
    this.expected = state
  }

  private foreignIn(state: ComponentState): Difference[] {
    return foreignDifferences(this.expected, state, [...this.job.unread, ...this.sent])
  }
}

/** Plans are made in the same way each time, their keys in the same order. */
function isSame(a: Plan, b: Plan): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
