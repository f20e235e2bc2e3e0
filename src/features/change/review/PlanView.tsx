import { useLayoutEffect } from 'react'
import { useTranslations } from 'use-intl'
import { componentName } from '../../../api/names'
import { useKeptFocus } from '../../../lib/dom/focus'
import type { Review, ReviewAnswer } from '../engine/stores/review'
import { componentOf } from '../engine/target'
import { focusFirstOn } from './focus-first'
import { PlanButtons } from './PlanButtons'
import { PlanPart, PlanPartGroup } from './PlanPart'
import classes from './review.module.css'

export interface PlanViewProps {
  review: Review
  onAnswer: (answer: ReviewAnswer) => void
  onStop: () => void
  /** The word for leaving a plan of which nothing has been done, where that leads back to something. */
  backWord?: string
}

/** Plans before they run, while they run, and where they stopped, with what can be answered: the content of a dialog. */
export function PlanView({ review, onAnswer, onStop, backWord }: PlanViewProps) {
  const t = useTranslations('plan')
  const { parts } = review
  const place = useKeptFocus<HTMLDivElement>()
  const focusFirst = focusFirstOn(review)
  const [only, ...others] = parts
  const isSingle = only !== undefined && others.length === 0
  const steps = parts.reduce((sum, { done, plan }) => sum + done.length + plan.steps.length, 0)

  // A dialog would move the focus in the next task only: a key pressed until then would be lost.
  useLayoutEffect(() => {
    const marked = place.current?.querySelector<HTMLElement>('[data-autofocus]')
    ;(marked ?? place.current)?.focus({ preventScroll: true })
  }, [place])

  return (
    <div ref={place} className={classes['view']} tabIndex={-1}>
      {isSingle ? (
        <>
          <p className={classes['aside']}>
            <span>{componentName(only.target.component)}</span>
            <span>{` · ${t('stepCount', { steps })}`}</span>
          </p>
          <PlanPart part={only} />
        </>
      ) : (
        parts.map((part) => (
          <PlanPartGroup key={componentOf(part.target)} part={part} isFocusFirst={part === focusFirst} />
        ))
      )}
      <PlanButtons
        parts={parts}
        focusFirst={focusFirst}
        onAnswer={onAnswer}
        onStop={onStop}
        {...(backWord !== undefined && { backWord })}
      />
    </div>
  )
}
