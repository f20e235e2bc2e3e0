// @vitest-environment happy-dom
import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { cleanup, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, test } from 'vitest'
import { createQueryClient } from '../query-client'
import { ApiError } from './errors'
import { useReadFailure } from './use-read-failure'

afterEach(cleanup)

const queryKey = ['read']

/** A read whose answers a test gives by hand: an error, or what was read. */
function watch() {
  let answer: (what: ApiError | string) => void = () => undefined
  const client = createQueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  const queryFn = () =>
    new Promise<string>((resolve, reject) => {
      answer = (what) => (typeof what === 'string' ? resolve(what) : reject(what))
    })
  const { result } = renderHook(
    () => {
      const read = useQuery({ queryKey, queryFn })
      return { read, failure: useReadFailure(queryKey, read) }
    },
    { wrapper },
  )
  return {
    now: () => result.current,
    answer: async (what: ApiError | string) => {
      answer(what)
      await waitFor(() => expect(result.current.read.isFetching).toBe(false))
    },
    readAgain: async () => {
      void result.current.read.refetch()
      await waitFor(() => expect(result.current.read.isFetching).toBe(true))
    },
  }
}

test('a failure stands while the read is tried again, and goes with its success', async () => {
  const { now, answer, readAgain } = watch()
  expect(now().failure).toBeNull()
  await answer(new ApiError({ kind: 'unreadable' }))
  expect(now().failure?.kind).toBe('unreadable')
  await readAgain()
  expect([now().read.error, now().failure?.kind]).toEqual([null, 'unreadable'])
  await answer('read')
  expect([now().read.data, now().failure]).toEqual(['read', null])
})

test('what is not tried again by itself makes room for the waiting when the person tries it again', async () => {
  const { now, answer, readAgain } = watch()
  await answer(new ApiError({ kind: 'not-found' }))
  expect(now().failure?.kind).toBe('not-found')
  await readAgain()
  expect(now().failure).toBeNull()
})
