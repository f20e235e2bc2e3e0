import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { holdTab } from '../../lib/navigation/navigation-guard'
import { desks } from './desks'
import { createPlanDesk, type PlanDesk } from './engine/plan-desk'
import { realEffects } from './engine/plan-effects'

/** Gives the one desk at which the changes of this page are made. */
export function usePlanDesk(): PlanDesk {
  const client = useQueryClient()
  const known = desks.get(client)
  if (known) return known
  const desk = createPlanDesk(realEffects(client))
  desks.set(client, desk)
  holdTabFor(desk)
  return desk
}

/** A closed tab cuts a plan short: the browser asks while calls have yet to be sent, whatever page is shown. */
function holdTabFor(desk: PlanDesk) {
  let letGo: (() => void) | null = null
  desk.subscribe(() => {
    if (desk.hasUnsent()) letGo ??= holdTab()
    else {
      letGo?.()
      letGo = null
    }
  })
}

/** Whether anything of a component is under way. */
export function useIsBusy(desk: PlanDesk, component: string): boolean {
  return useSyncExternalStore(desk.subscribe, () => desk.isBusy(component))
}
