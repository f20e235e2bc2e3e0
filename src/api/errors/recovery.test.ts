// @vitest-environment happy-dom
import { QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createQueryClient } from '../query-client'
import { ApiError, type ErrorFacts, errorKinds } from './errors'
import { recoversByItself } from './recovery'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A read that somebody looks at: it fails as said, until there is nothing more to fail with. */
function watch(failures: ErrorFacts[]) {
  const asked: number[] = []
  const start = Date.now()
  const observer = new QueryObserver(createQueryClient(), {
    queryKey: ['read'],
    queryFn: () => {
      asked.push((Date.now() - start) / 1000)
      const failure = failures.shift()
      return failure ? Promise.reject(new ApiError(failure)) : Promise.resolve('read')
    },
  })
  const leave = observer.subscribe(() => undefined)
  return { asked, leave, again: () => observer.refetch(), data: () => observer.getCurrentResult().data }
}

const timeouts = (count: number) => Array.from({ length: count }, (): ErrorFacts => ({ kind: 'timeout' }))

test('what failed is read again, more and more seldom, until it succeeds', async () => {
  const read = watch(timeouts(6))
  await vi.advanceTimersByTimeAsync(200_000)
  expect(read.asked).toEqual([0, 5, 15, 35, 65, 95, 125])
  expect(read.data()).toBe('read')
  read.leave()
})

test('the delays start over after a success, and last as long as the server asked for', async () => {
  const failures = timeouts(2)
  const read = watch(failures)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(read.data()).toBe('read')

  failures.push({ kind: 'throttled', retryAfter: 12 }, { kind: 'unreadable' })
  void read.again()
  await vi.advanceTimersByTimeAsync(30_000)
  expect(read.asked).toEqual([0, 5, 15, 20, 32, 42])
  read.leave()
})

test('nothing is read again when nobody looks at it any more', async () => {
  const read = watch(timeouts(6))
  await vi.advanceTimersByTimeAsync(1000)
  read.leave()
  await vi.advanceTimersByTimeAsync(200_000)
  expect(read.asked).toEqual([0])
})

test('what will be refused again, or waits for the person, is left alone', () => {
  const left = errorKinds.filter((kind) => !recoversByItself(new ApiError({ kind })))
  expect(left).toEqual([
    'unauthenticated',
    'not-found',
    'conflict',
    'wrong-state',
    'invalid',
    'given-up',
    'forbidden',
  ])
  expect(recoversByItself(new TypeError('a bug'))).toBe(false)
})
