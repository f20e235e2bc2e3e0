import type { Event, EventPage } from '../../../api/contract/event'

/** The order in which a cluster lists its log. It isn't documented, so it is detected from the entries. */
export type LogOrder = 'newest-first' | 'oldest-first'

/** Whether a time is plausible: clusters write the year 1 or 1970 for an unknown one. */
function isPossible(time: string): boolean {
  const year = /^\s*(\d+)-/.exec(time)?.[1]
  return year === undefined || (Number(year) >= 2000 && Number(year) < 2200)
}

/** Returns the start time as the cluster wrote it; undefined if it is missing or implausible. */
export function startOf({ start_time: start, create_time: created }: Event): string | undefined {
  return (
    [start, created].find((time) => typeof time === 'string' && time !== '' && isPossible(time)) ?? undefined
  )
}

function momentOf(event: Event): number {
  return Date.parse(startOf(event) ?? '')
}

/** Returns the order of a log by its first page; newest first if its entries have no times. */
export function orderOf(events: readonly Event[]): LogOrder {
  const moments = events.map(momentOf).filter((moment) => !Number.isNaN(moment))
  return (moments[0] ?? 0) < (moments.at(-1) ?? 0) ? 'oldest-first' : 'newest-first'
}

/** Returns the entries newest first; those of the same moment keep their order. */
export function newestFirst(events: readonly Event[], order: LogOrder): Event[] {
  const listed = order === 'oldest-first' ? events.toReversed() : [...events]
  // An entry without a time stays between its neighbours.
  if (listed.some((event) => Number.isNaN(momentOf(event)))) return listed
  return listed.sort((a, b) => momentOf(b) - momentOf(a))
}

/** Returns the number of pages, at least 1. A server may return smaller pages than requested. */
export function pageCountOf({ page_size: size, total }: Pick<EventPage, 'page_size' | 'total'>): number {
  return size > 0 ? Math.max(1, Math.ceil(total / size)) : 1
}

/**
 * Converts a page number of the screen (1 is the newest) to the server's. In a log that lists the oldest first, the newest
 * page is the server's last one, which may be short.
 */
export function serverPageOf(page: number, pageCount: number, order: LogOrder): number {
  return order === 'oldest-first' ? Math.max(1, pageCount - page + 1) : page
}
