import { Dialog } from '../../../../components/overlay/Dialog'
import { usePaced } from '../../../../lib/use-paced'
import type { Engine } from '../../engine/engine'
import { answersOf, isOfMany, type Review } from '../../engine/stores/review'
import { useQuestionWords } from '../../words/question-words'
import { useReturnFocus } from '../use-review-focus'
import { ManyReview } from './ManyReview'
import { useFactsFound } from './use-facts-found'

/** How often the dialog follows what runs, in milliseconds: a hundred components make hundreds of steps a second. */
const paceMs = 100

interface ManyDialogProps {
  reviews: Engine['reviews']
}

/** Asks about the plans of several components in one dialog, and shows how they run. */
export function ManyDialog({ reviews }: ManyDialogProps) {
  const review = usePaced(reviews.subscribe, reviews.current, paceMs)
  useReturnFocus()
  return review && isOfMany(review) && <DialogOf review={review} reviews={reviews} />
}

function DialogOf({ review, reviews }: ManyDialogProps & { review: Review }) {
  const { title } = useQuestionWords(review.parts)
  const isFound = useFactsFound(review.parts)
  if (!isFound) return null
  return (
    <Dialog
      opened
      onClose={() => answersOf(review).cancel && reviews.answer('cancel')}
      title={title}
      size="xl"
    >
      <ManyReview
        review={review}
        onAnswer={reviews.answer}
        onLeaveOut={reviews.leaveOut}
        onStop={reviews.stop}
      />
    </Dialog>
  )
}
