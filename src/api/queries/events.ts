import { queryOptions } from '@tanstack/react-query'
import { listEvents } from '../endpoints/events'
import { keys } from '../keys'
import type { ComponentRef } from '../refs'
import { portsStaleMs } from './stale-times'

/** One page of a component's operation log; `page` counts from 1. A side route. */
export const eventsQuery = (ref: ComponentRef, page: number) =>
  queryOptions({
    queryKey: keys.eventPage(ref, page),
    queryFn: ({ signal }) => listEvents(ref, page, signal),
    staleTime: portsStaleMs,
  })
