import { memo } from 'react'
import { useTranslations } from 'use-intl'
import { ErrorNote } from '../../../components/notes/ErrorNote'
import { takesEffectLater } from '../../../domain/impact/changes-made'
import { riskJudge } from '../../../domain/impact/risk'
import { applySteps } from '../../../domain/model/step-effect'
import { withExposures } from '../../../domain/plan/plan'
import type { ReviewPart } from '../engine/stores/review'
import { useUnreachableWords } from '../words/refusal-words'
import classes from './review.module.css'
import { PlanAddresses } from './sections/PlanAddresses'
import { PlanCurl } from './sections/PlanCurl'
import { PlanDifferences } from './sections/PlanDifferences'
import { PlanSteps } from './sections/PlanSteps'
import { PlanVariables } from './sections/PlanVariables'
import { PlanComponentNote, PlanLosses, PlanRisks } from './sections/PlanWarnings'

/** The plan of one component: what went wrong, what is lost, what is done, and what it means. */
export const PlanPart = memo(function PlanPart({ part }: { part: ReviewPart }) {
  const { phase, plan, done, seen, target, differences } = part
  // What is there by now allows no plan: what was to be done, and would have come of it, is not shown any more.
  const isPlanned = phase.name !== 'unreachable'
  const areRulesKnown = phase.name !== 'reading-rules'
  return (
    <>
      <PlanProblem phase={phase} />
      {isPlanned && <PlanDangers plan={plan} target={target} areRulesKnown={areRulesKnown} />}
      <PlanDifferences differences={differences} isPlanned={isPlanned} />
      {(isPlanned || done.length > 0) && <PlanSteps part={part} />}
      {isPlanned && <PlanEffects plan={plan} seen={seen} target={target} areRulesKnown={areRulesKnown} />}
    </>
  )
})

function PlanProblem({ phase }: Pick<ReviewPart, 'phase'>) {
  const unreachableWords = useUnreachableWords()
  if (phase.name === 'unreachable') return <p className={classes['barred']}>{unreachableWords(phase.why)}</p>
  if (phase.name !== 'refused' && phase.name !== 'unclear' && phase.name !== 'unread') return null
  return <ErrorNote problem={{ ...phase.error, isReadBack: phase.name === 'refused' }} />
}

type PlanMeaning = Pick<ReviewPart, 'plan' | 'target'> & { areRulesKnown: boolean }

// While a plan runs, only its phase changes: what it means is not put together again for every step.
const PlanDangers = memo(function PlanDangers({ plan, target, areRulesKnown }: PlanMeaning) {
  return (
    <>
      <PlanRisks exposures={withExposures(plan, riskJudge(target.component)).exposures ?? []} />
      {areRulesKnown && <PlanLosses losses={plan.losses} />}
      <PlanComponentNote component={target.component} steps={plan.steps} />
    </>
  )
})

const PlanEffects = memo(function PlanEffects({
  plan,
  target,
  seen,
  areRulesKnown,
}: PlanMeaning & Pick<ReviewPart, 'seen'>) {
  const t = useTranslations('plan')
  return (
    <>
      {areRulesKnown && (
        <PlanAddresses changes={plan.addressChanges} gateway={target.region.tcpdomain ?? ''} />
      )}
      <PlanVariables seen={seen} steps={plan.steps} />
      {takesEffectLater(seen, applySteps(seen, plan.steps)) && (
        <p className={classes['aside']}>{t('later')}</p>
      )}
      <PlanCurl steps={plan.steps} target={target} />
    </>
  )
})
