import { Button, Loader } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { DialogFooter } from '../../../components/overlay/DialogFooter'
import {
  answersOf,
  isFirstLook,
  type Review,
  type ReviewAnswer,
  type ReviewPart,
} from '../engine/stores/review'
import { componentOf } from '../engine/target'
import { ShareButton } from '../share/ShareButton'
import { useQuestionWords } from '../words/question-words'
import { isDestructive, isExposing } from './danger'
import { GiveUpWhenSlow } from './DelayNote'
import type { FocusFirst } from './focus-first'
import { PlanPhase } from './PlanPhase'
import classes from './review.module.css'
import { TypedNumberField, useTypedNumber } from './TypedNumber'

interface PlanButtonsProps {
  review: Review
  focusFirst: FocusFirst
  onAnswer: (answer: ReviewAnswer, typed: number | null) => void
  onStop: () => void
  backWord?: string
}

/** Where it all stands, and what can be answered: always in view, and the confirming button last. */
export function PlanButtons({ review, focusFirst, onAnswer, onStop, backWord }: PlanButtonsProps) {
  const t = useTranslations('plan')
  const tTyped = useTranslations('review.typed')
  const { parts } = review
  const number = useTypedNumber(review)
  const { action } = useQuestionWords(parts)
  const answers = answersOf(review)
  const running = parts.map((part) => part.phase).filter((phase) => phase.name === 'running')
  const [only, ...others] = parts
  const isSingle = only !== undefined && others.length === 0
  const isFirst = isFirstLook(review)
  const leave = isSingle || isFirst ? 'buttons.cancel' : 'buttons.close'
  const isFresh = parts.every(({ done }) => done.length === 0)
  const color = answers.run === 'run' ? colorOf(parts) : undefined
  const isNumberMissing = number.asked !== null && number.asked !== number.typed

  function handleRun() {
    if (isNumberMissing) {
      document.getElementById(number.id)?.focus()
      return
    }
    onAnswer('run', number.typed)
    // For other ports, it is asked again.
    number.setText('')
  }

  return (
    <DialogFooter>
      <div className={classes['stand']}>
        {isSingle && <PlanPhase part={only} isFocusFirst={only === focusFirst} />}
        {answers.run && (
          <TypedNumberField number={number} isFocusFirst={focusFirst === 'number'} onConfirm={handleRun} />
        )}
      </div>
      <div className={classes['buttons']}>
        {isSingle && <GiveUpWhenSlow component={componentOf(only.target)} />}
        {isFirst && answers.run && <ShareButton review={review} />}
        {answers.cancel && (
          <Button
            data-autofocus={focusFirst === 'cancel' || undefined}
            onClick={() => onAnswer('cancel', null)}
          >
            {isFresh && backWord !== undefined ? backWord : t(leave)}
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
            aria-disabled={isNumberMissing || undefined}
            aria-describedby={isNumberMissing ? `${number.id}-description` : undefined}
            data-tooltip={isNumberMissing ? tTyped('missing') : undefined}
            onClick={handleRun}
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

/** Returns the colour of a confirming button that one should think about before pressing it. */
function colorOf(parts: readonly ReviewPart[]): string | undefined {
  if (parts.some(({ plan }) => isDestructive(plan))) return 'red.9'
  return parts.some(isExposing) ? 'orange.7' : undefined
}
