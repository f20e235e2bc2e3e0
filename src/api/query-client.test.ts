import { expect, test } from 'vitest'
import { ApiError, errorKinds } from './errors/errors'
import { createQueryClient, retryDelayMs, shouldRetryRead } from './query-client'

test('a read is tried again twice, and only after what may pass in a moment', () => {
  const retried = errorKinds.filter((kind) => shouldRetryRead(0, new ApiError({ kind })))
  expect(retried).toEqual(['busy', 'crash', 'offline', 'upstream'])
  const busy = new ApiError({ kind: 'busy' })
  expect([0, 1, 2].map((failures) => shouldRetryRead(failures, busy))).toEqual([true, true, false])
})

test('what is not an answer at all is never tried again', () => {
  expect(shouldRetryRead(0, new TypeError('a bug'))).toBe(false)
})

test('the wait that was asked for is kept', () => {
  expect(retryDelayMs(0, new ApiError({ kind: 'busy', retryAfter: 4 }))).toBe(4000)
  expect([0, 1].map((failures) => retryDelayMs(failures, new ApiError({ kind: 'offline' })))).toEqual([
    500, 1000,
  ])
})

test('writes are never tried again, and nothing pauses for the network', () => {
  const { queries, mutations } = createQueryClient().getDefaultOptions()
  expect(mutations).toMatchObject({ retry: false, networkMode: 'always' })
  expect(queries).toMatchObject({ networkMode: 'always' })
})
