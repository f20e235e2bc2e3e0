import { Button, Loader } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { DialogFooter } from '../../../components/overlay/DialogFooter'
import { answersOf, type ReviewAnswer, type ReviewPart } from '../engine/stores/review'
import { componentOf } from '../engine/target'
import { useQuestionWords } from '../words/question-words'
import { isDestructive, isExposing } from './danger'
import { GiveUpWhenSlow } from './DelayNote'
import type { FocusFirst } from './focus-first'
import { Elapsed, PlanPhase } from './PlanPhase'
import classes from './review.module.css'

interface PlanButtonsProps {
  parts: readonly ReviewPart[]
  focusFirst: FocusFirst
  onAnswer: (answer: ReviewAnswer) => void
  onStop: () => void
  backWord?: string
}

/** Where it all stands, and what can be answered: always in view, and the confirming button last. */
export function PlanButtons({ parts, focusFirst, onAnswer, onStop, backWord }: PlanButtonsProps) {
  const t = useTranslations('plan')
  const { action } = useQuestionWords(parts)
  const answers = answersOf({ parts })
  const running = parts.map((part) => part.phase).filter((phase) => phase.name === 'running')
  const [only, ...others] = parts
  const isSingle = only !== undefined && others.length === 0
  const isFresh = parts.every(({ done }) => done.length === 0)
  const color = answers.run === 'run' ? colorOf(parts) : undefined

  return (
    <DialogFooter>
      <div className={classes['stand']}>
        {isSingle ? (
          <PlanPhase part={only} isFocusFirst={only === focusFirst} />
        ) : (
          <PlanTotal parts={parts} isRunning={running.length > 0} />
        )}
      </div>
      <div className={classes['buttons']}>
        {isSingle && <GiveUpWhenSlow component={componentOf(only.target)} />}
        {answers.cancel && (
          <Button data-autofocus={focusFirst === 'cancel' || undefined} onClick={() => onAnswer('cancel')}>
            {isFresh && backWord !== undefined ? backWord : t('buttons.cancel')}
          </Button>
        )}
        {running.length > 0 && (
          <Button
            data-autofocus={focusFirst === 'stop' || undefined}
            onClick={onStop}
            aria-disabled={running.every((phase) => phase.stopping) || undefined}
          >
            {t('buttons.stop')}
          </Button>
        )}
        {answers.run && (
          <Button
            variant="filled"
            {...(color !== undefined && { color })}
            data-autofocus={focusFirst === 'run' || undefined}
            onClick={() => onAnswer('run')}
          >
            {answers.run === 'run' ? action : t(`buttons.${answers.run}`)}
          </Button>
        )}
        {/* Keeps the confirming button's place, so that a second press of it doesn't stop what the first one started. */}
        {!answers.cancel && (
          <span className={classes['working']} aria-hidden>
            <Loader size={14} color="currentColor" />
            <span>{action}</span>
          </span>
        )}
      </div>
    </DialogFooter>
  )
}

interface PlanTotalProps {
  parts: readonly ReviewPart[]
  isRunning: boolean
}

function PlanTotal({ parts, isRunning }: PlanTotalProps) {
  const t = useTranslations('plan')
  const all = parts.reduce((sum, { done, plan }) => sum + done.length + plan.steps.length, 0)
  const done = parts.reduce((sum, part) => sum + doneIn(part), 0)
  return (
    <p className={classes['phase']}>
      <span>{t('doneCount', { done: String(done), steps: all })}</span>
      {isRunning && <Elapsed />}
    </p>
  )
}

function doneIn({ done, phase, plan }: ReviewPart): number {
  if (phase.name === 'running') return done.length + phase.at
  return phase.name === 'reading-back' ? done.length + plan.steps.length : done.length
}

/** Returns the colour of a confirming button that one should think about before pressing it. */
function colorOf(parts: readonly ReviewPart[]): string | undefined {
  if (parts.some(({ plan }) => isDestructive(plan))) return 'red.9'
  return parts.some(isExposing) ? 'orange.7' : undefined
}
