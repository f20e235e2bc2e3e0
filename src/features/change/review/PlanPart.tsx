import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { ErrorNote } from '../../../components/notes/ErrorNote'
import { takesEffectLater } from '../../../domain/impact/changes-made'
import { riskJudge } from '../../../domain/impact/risk'
import { withExposures } from '../../../domain/plan/plan'
import { applySteps } from '../../../domain/model/step-effect'
import { componentName } from '../../../api/names'
import type { ReviewPart } from '../engine/stores/review'
import { componentOf } from '../engine/target'
import { useUnreachableWords } from '../words/refusal-words'
import { GiveUpWhenSlow, useDelay } from './DelayNote'
import { PlanAddresses } from './PlanAddresses'
import { PlanDifferences } from './PlanDifferences'
import { PlanSteps } from './PlanSteps'
import { PlanVariables } from './PlanVariables'
import { PlanComponentNote, PlanLosses, PlanRisks } from './PlanWarnings'
import classes from './plan.module.css'

interface PlanPartProps {
  part: ReviewPart
  isFocusFirst: boolean
}

/** The plan of one component among others, under its name. */
export function PlanPartGroup({ part, isFocusFirst }: PlanPartProps) {
  const t = useTranslations('plan')
  const headingId = useId()
  return (
    <div role="group" aria-labelledby={headingId} className={classes['part']}>
      <h3 id={headingId} className={classes['component']}>
        {componentName(part.target.component)}
      </h3>
      {part.isOver ? (
        <p className={classes['phase']}>{t('phases.over')}</p>
      ) : (
        <PlanPart part={part} isFocusFirst={isFocusFirst} />
      )}
      <GiveUpWhenSlow component={componentOf(part.target)} />
    </div>
  )
}

/** The plan of one component: what is done, why, and what it means. */
export function PlanPart({ part, isFocusFirst }: PlanPartProps) {
  const t = useTranslations('plan')
  const { phase, plan, done, seen, target } = part
  // What is there by now allows no plan: what was to be done, and would have come of it, is not shown any more.
  const isPlanned = phase.name !== 'unreachable'
  const isSlow = useDelay(componentOf(target)) === 'slow'
  return (
    <>
      {isPlanned && (
        <>
          <PlanRisks exposures={withExposures(plan, riskJudge(target.component)).exposures ?? []} />
          <PlanComponentNote component={target.component} steps={plan.steps} />
        </>
      )}
      <PlanDifferences differences={part.differences} isPlanned={isPlanned} />
      {(isPlanned || done.length > 0) && <PlanSteps part={part} />}
      {isPlanned && (
        <>
          {phase.name !== 'reading-rules' && (
            <PlanAddresses changes={plan.addressChanges} gateway={target.region.tcpdomain ?? ''} />
          )}
          <PlanVariables seen={seen} steps={plan.steps} />
          {takesEffectLater(seen, applySteps(seen, plan.steps)) && (
            <p className={classes['fate']}>{t('later')}</p>
          )}
          {phase.name !== 'reading-rules' && <PlanLosses losses={plan.losses} />}
        </>
      )}
      <PhaseNote part={part} isFocusFirst={isFocusFirst} />
      {isSlow && (
        <p className={classes['phase']} role="status">
          {t('delays.slow')}
        </p>
      )}
    </>
  )
}

/** Where the plan stands, in one line that is read out when it changes; a failure with its own words. */
function PhaseNote({ part, isFocusFirst }: PlanPartProps) {
  const t = useTranslations('plan')
  const { phase } = part
  const doneCount = part.done.length
  const stepCount = part.plan.steps.length
  const unreachableWords = useUnreachableWords()
  const line = words()
  return (
    <>
      <p className={classes['phase']} role="status" tabIndex={-1} data-autofocus={isFocusFirst || undefined}>
        {line}
      </p>
      {(phase.name === 'refused' || phase.name === 'unclear' || phase.name === 'unread') && (
        <ErrorNote problem={phase.error} />
      )}
      {phase.name === 'unreachable' && <p className={classes['phase']}>{unreachableWords(phase.why)}</p>}
    </>
  )

  function words(): string {
    if (phase.name === 'refused') return t(doneCount > 0 ? 'phases.refused' : 'phases.refusedFirst')
    if (phase.name === 'stopped') return t(doneCount > 0 ? 'phases.stopped' : 'phases.stoppedFirst')
    if (phase.name === 'preview') return t(doneCount > 0 ? 'phases.previewRest' : 'phases.preview')
    if (phase.name === 'unread') return t(doneCount > 0 ? 'phases.unreadRest' : 'phases.unread')
    if (phase.name !== 'running') return t(`phases.${phase.name}`)
    if (phase.stopping) return t('phases.stopping')
    if (phase.retryMs !== null) return t('phases.busy')
    const at = Math.min(phase.at + 1, stepCount)
    return t('phases.running', { at: String(doneCount + at), count: String(doneCount + stepCount) })
  }
}
