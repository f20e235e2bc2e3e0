import { lazyPart } from '../../../components/lazy-part'
import { useEngine, useReview } from '../use-engine'

const PlanDialog = lazyPart(() => import('./PlanDialog').then((module) => module.PlanDialog))

/** Shows the plans that the person is asked about, when there are some; only then is the dialog loaded. */
export function PlanHost() {
  const { reviews } = useEngine()
  const review = useReview()
  if (!review) return null
  return (
    <PlanDialog
      review={review}
      onAnswer={reviews.answer}
      onStop={reviews.stop}
      onDismiss={() => reviews.answer('cancel')}
    />
  )
}
