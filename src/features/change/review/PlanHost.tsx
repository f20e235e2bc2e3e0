import { useSyncExternalStore } from 'react'
import { lazyPart } from '../../../components/lazy-part'
import { usePlanDesk } from '../use-plan-desk'

const PlanDialog = lazyPart(() => import('./PlanDialog').then((module) => module.PlanDialog))

/** Shows the plan under review, if any. The dialog is loaded on first use. */
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
