import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Event } from '../../../api/contract/event'
import type { ApiError } from '../../../api/errors/errors'
import { useReadFailure } from '../../../api/errors/use-read-failure'
import type { ComponentRef } from '../../../api/paths'
import { eventsQuery } from '../../../api/resources/events'
import { newestFirst, orderOf, pageCountOf, serverPageOf } from './log-order'

export interface OperationLogPage {
  /** Counted from 1, the newest. */
  page: number
  /** The number of pages; 1 until it is known. */
  pages: number
  /** Newest first; null until this page has been read. */
  events: readonly Event[] | null
  /** Why the last read failed; null if it didn't. */
  error: ApiError | null
  isReading: boolean
  /** When this page was last read, in milliseconds since 1970. */
  readAt: number
  setPage: (page: number) => void
  readAgain: () => void
}

/**
 * Returns a page of a component's operation log, newest first whatever the cluster's order. That is detected from the
 * server's first page, which in most cases is also the one to show.
 */
export function useOperationLog(ref: ComponentRef): OperationLogPage {
  const [desiredPort, setPage] = useState(1)
  const first = useQuery(eventsQuery(ref, 1))
  const order = orderOf(first.data?.events ?? [])
  const pages = first.data ? pageCountOf(first.data) : 1
  const page = Math.min(desiredPort, pages)
  const serverPage = serverPageOf(page, pages, order)
  const shown = useQuery({ ...eventsQuery(ref, serverPage), enabled: first.data !== undefined })
  const firstFailure = useReadFailure(eventsQuery(ref, 1).queryKey, first)
  const shownFailure = useReadFailure(eventsQuery(ref, serverPage).queryKey, shown)

  return {
    page,
    pages,
    events: first.data && shown.data ? newestFirst(shown.data.events, order) : null,
    error: firstFailure ?? shownFailure,
    isReading: first.isFetching || shown.isFetching,
    readAt: shown.dataUpdatedAt,
    setPage,
    readAgain() {
      void first.refetch()
      if (serverPage !== 1) void shown.refetch()
    },
  }
}
