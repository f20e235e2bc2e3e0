import { useSyncExternalStore } from 'react'
import { lazyPart } from '../../../components/lazy-part'
import { withLaterMessages } from '../../../i18n/later-messages'
import { isOfMany } from '../engine/stores/review'
import { useEngine, useReviewIn } from '../use-engine'

const PlanDialog = lazyPart(
  withLaterMessages(() => import('./PlanDialog').then((module) => module.PlanDialog)),
)
const ManyDialog = lazyPart(
  withLaterMessages(() => import('./many/ManyDialog').then((module) => module.ManyDialog)),
)

/** Shows the plans that the person is asked about, unless they are shown where they were asked for; only then is the dialog loaded. */
export function PlanHost() {
  const { reviews } = useEngine()
  const isMany = useSyncExternalStore(reviews.subscribe, () => isOfMany(reviews.current()))
  const leave = () => reviews.answer('cancel')
  return isMany ? <ManyDialog reviews={reviews} onDismiss={leave} /> : <OnePlan />
}

function OnePlan() {
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
