import { QueryClient } from '@tanstack/react-query'
import { retryDelayMs, shouldRetryRead } from '../../src/api/query-client'
import { riskJudge } from '../../src/domain/impact/risk'
import { consoleEffects } from '../../src/features/change/engine/console/console-effects'
import type { Effects } from '../../src/features/change/engine/effects'

export function createClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { networkMode: 'always', retry: shouldRetryRead, retryDelay: retryDelayMs } },
  })
}

/** Returns the page's effects; only that what judges risks is there from the start. */
export function effectsOf(client: QueryClient): Effects {
  return {
    ...consoleEffects(client),
    riskJudge: ({ component }) => Promise.resolve(riskJudge(component)),
  }
}
