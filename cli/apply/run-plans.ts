import type { Engine } from '../../src/features/change/engine/engine'
import type { Outcome } from '../../src/features/change/engine/outcome'
import type { PreparedPlan } from '../../src/features/change/engine/stages/prepare'
import { numberToType, type ReviewAnswer } from '../../src/features/change/engine/stores/review'

interface Running {
  /** Once it fires, no further step is sent. */
  readonly signal: AbortSignal
  /** Called with the outcome of each component when it has ended. */
  readonly onOutcome?: (outcome: Outcome) => void
}

/**
 * Runs plans that a person has seen and said yes to, side by side. What becomes another plan because somebody else has
 * changed the component meanwhile, or stops at a refusal, is left: nobody is there to decide on it. Never rejects.
 */
export async function runPlans(
  engine: Engine,
  plans: readonly PreparedPlan[],
  { signal, onOutcome }: Running,
): Promise<Outcome[]> {
  const approved = await answering(engine, 'run', () => engine.approve(plans))
  const outcomes = await answering(engine, 'cancel', () =>
    Promise.all(
      approved.map(async (one) => {
        const ended = await engine.execute([one], { signal })
        for (const outcome of ended) onOutcome?.(outcome)
        return ended
      }),
    ),
  )
  return outcomes.flat()
}

/** Answers all that is asked while something runs. */
async function answering<T>({ reviews }: Engine, answer: ReviewAnswer, run: () => Promise<T>): Promise<T> {
  const answerNow = () => {
    const review = reviews.current()
    // It was typed already, or `--yes` was said.
    if (review) reviews.answer(answer, numberToType(review))
  }
  // A review is shown right before it waits for its answer; it takes one only when nothing of it runs.
  const leave = reviews.subscribe(() => setImmediate(answerNow))
  try {
    return await run()
  } finally {
    leave()
  }
}
