import type { QueryClient } from '@tanstack/react-query'
import type { PlanDesk } from './engine/plan-desk'

/** One desk for each cache, whatever page is shown: a plan goes on while the person looks at something else. */
export const desks = new WeakMap<QueryClient, PlanDesk>()

/** Whether calls have yet to be sent. */
export function hasUnsentPlans(client: QueryClient): boolean {
  return desks.get(client)?.hasUnsent() ?? false
}

/** Stops every plan and forgets what was changed: another person may sign in, in whose name nothing may be sent. */
export function forgetPlans(client: QueryClient): void {
  desks.get(client)?.abandon()
  desks.delete(client)
}
