import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { componentName } from '../../../api/names'
import { Button } from '../../../components/Button'
import { ErrorNote } from '../../../components/notes/ErrorNote'
import { Dialog } from '../../../components/overlay/Dialog'
import { takesEffectLater } from '../../../domain/impact/changes-made'
import { exposuresOf } from '../../../domain/impact/exposures'
import { applySteps } from '../../../domain/model/step-effect'
import { contentId, takeFocus, useKeptFocus } from '../../../lib/dom/focus'
import { answersOf, type Review, type ReviewAnswer, type ReviewPhase } from '../engine/review'
import { useUnreachableWords } from '../words/refusal-words'
import { GiveUpButton, useDelay } from './DelayNote'
import { PlanAddresses } from './PlanAddresses'
import { PlanDifferences } from './PlanDifferences'
import { PlanSteps } from './PlanSteps'
import { PlanVariables } from './PlanVariables'
import { PlanComponentNote, PlanLosses, PlanRisks } from './PlanWarnings'
import classes from './plan.module.css'

interface PlanDialogProps {
  review: Review
  onAnswer: (answer: ReviewAnswer) => void
  onStop: () => void
}

/** A plan before, while and after it runs: its steps, their reasons and consequences. */
export function PlanDialog({ review, onAnswer, onStop }: PlanDialogProps) {
  const t = useTranslations('plan')
  const { phase, plan, done, seen, target } = review
  const answers = answersOf(review)
  // The current state allows no plan, so the former one and its consequences are hidden.
  const isPlanned = phase.name !== 'unreachable'
  const isSlow = useDelay(target.ref.component) === 'slow'
  const place = useKeptFocus<HTMLDivElement>()
  useReturnFocus()
  const focusFirst = focusFirstOn(review)
  const title = t(review.isUndo ? 'titleUndo' : 'title', {
    component: componentName(target.component),
    count: done.length + plan.steps.length,
  })

  return (
    <Dialog opened onClose={() => answers.cancel && onAnswer('cancel')} title={title} size="lg">
      <div ref={place} className={classes['dialog']}>
        {isPlanned && (
          <>
            <PlanRisks exposures={exposuresOf(applySteps(seen, plan.steps), plan.steps, target.component)} />
            <PlanComponentNote component={target.component} steps={plan.steps} />
          </>
        )}
        <PlanDifferences differences={review.differences} isPlanned={isPlanned} />
        {(isPlanned || done.length > 0) && <PlanSteps review={review} />}
        {isPlanned && (
          <>
            {phase.name !== 'reading-rules' && (
              <PlanAddresses changes={plan.addressChanges} gateway={target.region.tcpdomain ?? ''} />
            )}
            <PlanVariables seen={seen} steps={plan.steps} />
            {takesEffectLater(plan.steps) && <p className={classes['fate']}>{t('later')}</p>}
            {phase.name !== 'reading-rules' && <PlanLosses losses={plan.losses} />}
          </>
        )}
        <PhaseNote
          phase={phase}
          doneCount={done.length}
          stepCount={plan.steps.length}
          isFocusFirst={focusFirst === 'phase'}
        />
        {isSlow && (
          <p className={classes['phase']} role="status">
            {t('delays.slow')}
          </p>
        )}
        <div className={classes['buttons']}>
          {isSlow && <GiveUpButton component={target.ref.component} />}
          {answers.cancel && <Button onClick={() => onAnswer('cancel')}>{t('buttons.cancel')}</Button>}
          {answers.run && (
            <Button
              variant="primary"
              data-autofocus={focusFirst === 'run' || undefined}
              onClick={() => onAnswer('run')}
            >
              {t(`buttons.${answers.run}`)}
            </Button>
          )}
          {phase.name === 'running' && (
            <Button
              data-autofocus={focusFirst === 'stop' || undefined}
              onClick={onStop}
              aria-disabled={phase.stopping || undefined}
            >
              {t('buttons.stop')}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  )
}

/** Returns what gets the focus first. Changes by someone else have to be read before a button is pressed. */
function focusFirstOn(review: Review): 'run' | 'stop' | 'phase' {
  if (review.phase.name === 'running') return 'stop'
  return answersOf(review).run !== null && review.differences.length === 0 ? 'run' : 'phase'
}

/**
 * Returns the focus to the element that had it, else to its row (a saved field closes), else to the page (the port was
 * deleted).
 */
function useReturnFocus() {
  const [opener] = useState(() => document.activeElement)
  const [row] = useState(() => opener?.closest('[role="row"]'))
  useEffect(
    () => () => {
      const place =
        [opener, row].find((element) => element?.isConnected) ?? document.getElementById(contentId)
      if (place === row && row instanceof HTMLElement) takeFocus(row)
      else if (place instanceof HTMLElement) place.focus({ preventScroll: true })
    },
    [opener, row],
  )
}

interface PhaseNoteProps {
  phase: ReviewPhase
  doneCount: number
  stepCount: number
  isFocusFirst: boolean
}

/** The plan's phase in one line, announced when it changes, and the failure, if any. */
function PhaseNote({ phase, doneCount, stepCount, isFocusFirst }: PhaseNoteProps) {
  const t = useTranslations('plan')
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
