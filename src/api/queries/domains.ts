import { queryOptions } from '@tanstack/react-query'
import { listDomains } from '../endpoints/domains'
import { keys } from '../keys'
import type { AppRef } from '../refs'
import { portsStaleMs } from './stale-times'

/** The gateway rules of an app. A side route: without it the grid says what it cannot tell. */
export const domainsQuery = (ref: AppRef) =>
  queryOptions({
    queryKey: keys.domains(ref),
    queryFn: ({ signal }) => listDomains(ref, signal),
    staleTime: portsStaleMs,
  })
