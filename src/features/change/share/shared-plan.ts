import { riskJudge } from '../../../domain/impact/risk'
import type { Step } from '../../../domain/model/step'
import { withExposures } from '../../../domain/plan/plan'
import type { Translate } from '../../../i18n/translate'
import type { Review, ReviewPart } from '../engine/stores/review'
import { questionWords } from '../words/question-words'
import { stepWords } from '../words/step-words'
import { lossWords } from '../words/loss-words'
import { placeName } from '../words/place-name'
import { componentNotes, riskWords } from '../words/warning-words'

/** What a review holds to be carried out by hand, and where. */
export interface SharedPlan {
  readonly parts: readonly SharedPart[]
  /** What it does, in a few words. */
  readonly action: string
  /** The team's name. */
  readonly team: string
  /** The console's address; null if unknown. */
  readonly console: string | null
  readonly writtenAt: Date
}

/** The plan of one component, and the component that it was made from. */
export type SharedPart = Pick<ReviewPart, 'target' | 'plan' | 'seen'>

/** The messages of what is shared. */
export interface ShareSpeech {
  readonly share: Translate<'share'>
  readonly plan: Translate<'plan'>
  readonly review: Translate<'review'>
}

/** Returns the plans of a review that have something to carry out: nothing that was left out. */
export function partsToShare({ parts }: Pick<Review, 'parts'>): ReviewPart[] {
  return parts.filter(({ phase, plan }) => phase.name === 'preview' && plan.steps.length > 0)
}

/** Puts together what a script and a runbook tell. */
export function sharedPlan(
  { plan }: ShareSpeech,
  review: Pick<Review, 'parts'>,
  facts: Pick<SharedPlan, 'team' | 'console' | 'writtenAt'>,
): SharedPlan {
  const parts = partsToShare(review)
  return { ...facts, parts, action: questionWords(plan, parts).action }
}

/** Says what to know before a plan is carried out, the gravest first. */
export function warnings({ plan: t, share }: ShareSpeech, { target, plan }: SharedPart): string[] {
  const { exposures } = withExposures(plan, riskJudge(target.component))
  return [
    ...(exposures ?? []).map((exposure) => {
      const { title, text } = riskWords(t, exposure)
      return share('risk', { title, text })
    }),
    ...plan.losses.map((loss) => lossWords(t, loss)),
    ...componentNotes(t, target.component, plan.steps),
  ]
}

/** Names a step with its reason, and the component where there are others. */
export function stepLine({ plan: t, share }: ShareSpeech, step: Step, part?: SharedPart): string {
  const { text, reason } = stepWords(t, step)
  const whole = reason === undefined ? text : share('step', { text, reason })
  return part ? share('stepOf', { component: placeName(part.target), step: whole }) : whole
}

/** The time in a form that is the same in every language: 2026-01-31 09:30 UTC. */
export function timeOf({ writtenAt }: SharedPlan): string {
  return `${writtenAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
