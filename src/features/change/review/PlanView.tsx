import { Fragment } from 'react'
import { useTranslations } from 'use-intl'
import { componentName } from '../../../api/names'
import type { Review, ReviewAnswer } from '../engine/stores/review'
import { componentOf } from '../engine/target'
import { FromLinkNote } from '../share/opening/FromLinkNote'
import { focusFirstOn } from './focus-first'
import { PlanButtons } from './PlanButtons'
import { PlanPart } from './PlanPart'
import classes from './review.module.css'
import { useReviewFocus } from './use-review-focus'

export interface PlanViewProps {
  review: Review
  onAnswer: (answer: ReviewAnswer, typed: number | null) => void
  onStop: () => void
  /** The word for leaving a plan of which nothing has been done, where that leads back to something. */
  backWord?: string
}

/** The plan of one component before it runs, while it runs, and where it stopped, with what can be answered. */
export function PlanView({ review, onAnswer, onStop, backWord }: PlanViewProps) {
  const t = useTranslations('plan')
  const { parts } = review
  const place = useReviewFocus()
  const focusFirst = focusFirstOn(review)
  return (
    <div ref={place} className={classes['view']} tabIndex={-1}>
      <FromLinkNote review={review} />
      {parts.map((part) => (
        <Fragment key={componentOf(part.target)}>
          <p className={classes['aside']}>
            <span>{componentName(part.target.component)}</span>
            <span>{` · ${t('stepCount', { steps: part.done.length + part.plan.steps.length })}`}</span>
          </p>
          <PlanPart part={part} />
        </Fragment>
      ))}
      <PlanButtons
        review={review}
        focusFirst={focusFirst}
        onAnswer={onAnswer}
        onStop={onStop}
        {...(backWord !== undefined && { backWord })}
      />
    </div>
  )
}
