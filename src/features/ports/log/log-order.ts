import type { Event, EventPage } from '../../../api/contract/event'

/** In which order a cluster lists its log. Nothing promises one, so it is found out from what was read. */
export type LogOrder = 'newest-first' | 'oldest-first'

/** Whether a time can be one of Rainbond's: clusters write the year 1 or 1970 for what they do not know. */
function isPossible(time: string): boolean {
  const year = /^\s*(\d+)-/.exec(time)?.[1]
  return year === undefined || (Number(year) >= 2000 && Number(year) < 2200)
}

/** When an entry began, as the cluster says it; undefined where it does not, or says what cannot be. */
export function startOf({ start_time: start, create_time: created }: Event): string | undefined {
  return (
    [start, created].find((time) => typeof time === 'string' && time !== '' && isPossible(time)) ?? undefined
  )
}

function momentOf(event: Event): number {
  return Date.parse(startOf(event) ?? '')
}

/** Takes the first page of a log and gives its order; entries that tell no time leave it at the usual newest first. */
export function orderOf(events: readonly Event[]): LogOrder {
  const moments = events.map(momentOf).filter((moment) => !Number.isNaN(moment))
  return (moments[0] ?? 0) < (moments.at(-1) ?? 0) ? 'oldest-first' : 'newest-first'
}

/** Takes the entries of a page and gives them newest first; those of one moment keep the order of the log. */
export function newestFirst(events: readonly Event[], order: LogOrder): Event[] {
  const listed = order === 'oldest-first' ? events.toReversed() : [...events]
  // What tells no time stays beside its neighbours.
  if (listed.some((event) => Number.isNaN(momentOf(event)))) return listed
  return listed.sort((a, b) => momentOf(b) - momentOf(a))
}

/** Takes any page of a log; gives how many there are, one at least. A server may give less a page than was asked for. */
export function pageCountOf({ page_size: size, total }: Pick<EventPage, 'page_size' | 'total'>): number {
  return size > 0 ? Math.max(1, Math.ceil(total / size)) : 1
}

/**
 * Takes a page as the person counts them (1 is the newest) and gives it as the server does. In a log that begins with
 * the oldest, the newest page is the last one, and holds what is left over.
 */
export function serverPageOf(page: number, pageCount: number, order: LogOrder): number {
  return order === 'oldest-first' ? Math.max(1, pageCount - page + 1) : page
}
