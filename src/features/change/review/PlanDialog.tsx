import { useEffect, useState } from 'react'
import { Dialog } from '../../../components/overlay/Dialog'
import { contentId, takeFocus } from '../../../lib/dom/focus'
import { answersOf } from '../engine/stores/review'
import { useQuestionWords } from '../words/question-words'
import { PlanView, type PlanViewProps } from './PlanView'

/** Asks about plans in a dialog of their own, named by the question. */
export function PlanDialog(props: Omit<PlanViewProps, 'backWord'>) {
  const { review, onAnswer } = props
  const { title } = useQuestionWords(review.parts)
  useReturnFocus()
  return (
    <Dialog opened onClose={() => answersOf(review).cancel && onAnswer('cancel')} title={title} size="lg">
      <PlanView {...props} />
    </Dialog>
  )
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
