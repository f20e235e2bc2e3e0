import { Dialog } from '../../../components/overlay/Dialog'
import { answersOf } from '../engine/stores/review'
import { useQuestionWords } from '../words/question-words'
import { PlanView, type PlanViewProps } from './PlanView'
import { useReturnFocus } from './use-review-focus'

/** Asks about plans in a dialog of their own, named by the question. */
export function PlanDialog(props: Omit<PlanViewProps, 'backWord'>) {
  const { review, onAnswer } = props
  const { title } = useQuestionWords(review.parts)
  useReturnFocus()
  return (
    <Dialog
      opened
      onClose={() => answersOf(review).cancel && onAnswer('cancel', null)}
      title={title}
      size="lg"
    >
      <PlanView {...props} />
    </Dialog>
  )
}
