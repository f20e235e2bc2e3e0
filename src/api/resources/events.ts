import { queryOptions } from '@tanstack/react-query'
import { type EventPage, eventPageSchema } from '../contract/event'
import { keys, portsStaleMs } from '../keys'
import { type ComponentRef, paths } from '../paths'
import { parse, request } from '../request/client'

export const eventPageSize = 20

/** Reads a page of a component's operation log; `page` counts from 1. */
export async function listEvents(ref: ComponentRef, page: number, signal?: AbortSignal): Promise<EventPage> {
  const query = `page=${page}&page_size=${eventPageSize}`
  return parse(eventPageSchema, await request(`${paths.events(ref)}?${query}`, { signal }))
}

export const eventsQuery = (ref: ComponentRef, page: number) =>
  queryOptions({
    queryKey: keys.eventPage(ref, page),
    queryFn: ({ signal }) => listEvents(ref, page, signal),
    staleTime: portsStaleMs,
  })
