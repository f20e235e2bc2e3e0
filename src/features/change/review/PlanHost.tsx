import { lazyPart } from '../../../components/lazy-part'
import { withLaterMessages } from '../../../i18n/later-messages'
import { useEngine, useReviewIn } from '../use-engine'

const PlanDialog = lazyPart(
  withLaterMessages(() => import('./PlanDialog').then((module) => module.PlanDialog)),
)

/** Shows the plans that the person is asked about, unless they are shown where they were asked for; only then is the dialog loaded. */
export function PlanHost() {
  const { reviews } = useEngine()
  const review = useReviewIn('own-dialog')
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
