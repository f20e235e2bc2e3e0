import { lazy, Suspense, useSyncExternalStore } from 'react'
import { usePlanDesk } from './use-plan-desk'

const PlanDialog = lazy(() => import('./PlanDialog').then((module) => ({ default: module.PlanDialog })))

/** Shows the plan that the person is asked about, when there is one; only then is the dialog loaded. */
export function PlanHost() {
  const desk = usePlanDesk()
  const review = useSyncExternalStore(desk.subscribe, desk.review)
  if (!review) return null
  return (
    <Suspense fallback={null}>
      <PlanDialog review={review} onAnswer={desk.answer} onStop={desk.stop} />
    </Suspense>
  )
}
