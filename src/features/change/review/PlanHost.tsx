import { useSyncExternalStore } from 'react'
import { lazyPart } from '../../../components/lazy-part'
import { usePlanDesk } from '../use-plan-desk'

const PlanDialog = lazyPart(() => import('./PlanDialog').then((module) => module.PlanDialog))

/** Shows the plan that the person is asked about, when there is one; only then is the dialog loaded. */
export function PlanHost() {
  const desk = usePlanDesk()
  const review = useSyncExternalStore(desk.subscribe, desk.review)
  if (!review) return null
  return (
    <PlanDialog
      review={review}
      onAnswer={desk.answer}
      onStop={desk.stop}
      onPutAway={() => desk.answer('cancel')}
    />
  )
}
