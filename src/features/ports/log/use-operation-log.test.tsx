// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, it } from 'vitest'
import type { EventPage } from '../../../api/contract/event'
import { keys } from '../../../api/keys'
import { useOperationLog } from './use-operation-log'

const ref = { team: 't', region: 'r', app: 1, component: 's' }

afterEach(cleanup)

/** Returns a server's page of a log with one entry per minute; `numbers` are the minutes of its entries. */
function aPage(page: number, numbers: readonly number[]): EventPage {
  const events = numbers.map((minute) => ({
    event_id: String(minute),
    opt_type: 'add-service-port',
    start_time: `2026-08-20T10:0${minute}:00+08:00`,
  }))
  return { page, page_size: 2, total: 5, events }
}

function openLog(pages: readonly EventPage[]) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  for (const page of pages) client.setQueryData(keys.eventPage(ref, page.page), page)
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  return renderHook(() => useOperationLog(ref), { wrapper }).result
}

it.each([
  ['newest', [aPage(1, [5, 4]), aPage(2, [3, 2]), aPage(3, [1])], [['5', '4'], ['3', '2'], ['1']]],
  // Pages are the server's, so the short one comes first.
  ['oldest', [aPage(1, [1, 2]), aPage(2, [3, 4]), aPage(3, [5])], [['5'], ['4', '3'], ['2', '1']]],
])('shows the newest first from a log that begins with the %s', (_first, pages, shown) => {
  const log = openLog(pages)
  expect(log.current.pages).toBe(3)
  const seen = [1, 2, 3].map((page) => {
    act(() => log.current.setPage(page))
    return log.current.events?.map((event) => event.event_id)
  })
  expect(seen).toEqual(shown)
})

it('stays on the last page when the log has become shorter', () => {
  const log = openLog([aPage(1, [5, 4]), aPage(2, [3, 2]), aPage(3, [1])])
  act(() => log.current.setPage(9))
  expect(log.current.page).toBe(3)
})
