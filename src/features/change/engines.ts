import type { QueryClient } from '@tanstack/react-query'
import type { Engine } from './engine/engine'
import type { Notices } from './notices/notices'
import type { HostedReview } from './review/hosted-review'

export interface ClientEngine {
  readonly engine: Engine
  readonly notices: Notices
  readonly hostedReview: HostedReview
}

/** One engine for each cache, whatever page is shown: a plan goes on while the person looks at something else. */
export const engines = new WeakMap<QueryClient, ClientEngine>()

/** Whether calls have yet to be sent. */
export function hasUnsentCalls(client: QueryClient): boolean {
  return engines.get(client)?.engine.unsent.has() ?? false
}

/** Stops every plan and forgets what was changed: another person may sign in, in whose name nothing may be sent. */
export function forgetChanges(client: QueryClient): void {
  engines.get(client)?.engine.abandon()
  engines.delete(client)
}
