// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { sessionQuery } from '../../../../api/resources/session'
import { Surroundings } from '../../../../components/testing/Surroundings'
import { settled } from '../../testing/fake-effects'
import { PlanLinkHost } from './PlanLinkHost'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('does not read the session again when it comes to a page that has been there for a while', async () => {
  const asked: unknown[] = []
  vi.stubGlobal('fetch', (path: unknown) => {
    asked.push(path)
    return Promise.reject(new Error('offline'))
  })
  const client = new QueryClient()
  const { queryKey } = sessionQuery()
  const session = { user: null, console: null, readOnly: false, demo: false, demoToken: null }
  client.setQueryData(queryKey, session, { updatedAt: 0 })
  render(
    <QueryClientProvider client={client}>
      <Surroundings>
        <PlanLinkHost />
      </Surroundings>
    </QueryClientProvider>,
  )
  await act(settled)
  expect(asked).toEqual([])
})
