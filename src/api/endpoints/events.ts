import { parse, request } from '../client'
import { eventPageSchema, type EventPage } from '../contract/event'
import { paths } from '../paths'
import type { ComponentRef } from '../refs'

/** How many entries of the operation log a page holds. */
export const eventPageSize = 20

/** Gives one page of a component's operation log; `page` counts from 1. Throws `ApiError`. */
export async function listEvents(ref: ComponentRef, page: number, signal?: AbortSignal): Promise<EventPage> {
  const query = `page=${page}&page_size=${eventPageSize}`
  return parse(eventPageSchema, await request(`${paths.events(ref)}?${query}`, { signal }))
}
