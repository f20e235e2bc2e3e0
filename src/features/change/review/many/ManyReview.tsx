import { useMemo, useState } from 'react'
import type { Engine } from '../../engine/engine'
import { answersOf, isFirstLook, type Review, type ReviewPart } from '../../engine/stores/review'
import { componentOf } from '../../engine/target'
import { FromLinkNote } from '../../share/opening/FromLinkNote'
import { focusFirstOn } from '../focus-first'
import { PlanButtons } from '../PlanButtons'
import { useReviewFocus } from '../use-review-focus'
import { listItems } from './list-items'
import classes from './many.module.css'
import { planFacts } from './part-facts'
import { ReviewList } from './ReviewList'
import { ReviewSummary } from './ReviewSummary'
import { RunProgress } from './RunProgress'

interface ManyReviewProps {
  review: Review
  onAnswer: Engine['reviews']['answer']
  onLeaveOut: Engine['reviews']['leaveOut']
  onStop: () => void
}

/** The plans of several components before they run, while they run, and where they stopped, with what can be answered. */
export function ManyReview({ review, onAnswer, onLeaveOut, onStop }: ManyReviewProps) {
  const { parts } = review
  const place = useReviewFocus()
  // By component, as it was first shown: nothing moves because something is left out or done.
  const [ranks] = useState(
    () => new Map(parts.map((part) => [componentOf(part.target), planFacts(part).rank])),
  )
  const isFirst = isFirstLook(review)
  const isAskedAgain = !isFirst && answersOf(review).cancel
  const items = useMemo(() => {
    const rankOf = (part: ReviewPart) => ranks.get(componentOf(part.target)) ?? 0
    // What still has to be answered comes first.
    return listItems(review, (part) => rankOf(part) + (isAskedAgain && part.isOver ? 10 : 0))
  }, [review, ranks, isAskedAgain])

  return (
    <div ref={place} className={classes['review']} tabIndex={-1}>
      <FromLinkNote review={review} />
      {isFirst ? <ReviewSummary parts={parts} /> : <RunProgress parts={parts} />}
      <ReviewList items={items} isFirstLook={isFirst} onLeaveOut={onLeaveOut} />
      <PlanButtons review={review} focusFirst={focusFirstOn(review)} onAnswer={onAnswer} onStop={onStop} />
    </div>
  )
}
