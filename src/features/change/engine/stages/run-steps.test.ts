import { describe, expect, test } from 'vitest'
import { toApiError } from '../../../../api/errors/refusal'
import { classifyFailure } from './run-steps'

const failed = (status: number, body: object) => classifyFailure(toApiError({ status, body }))

describe('what a failed write means for its plan', () => {
  test.each([
    ['an empty body', 500, { code: 500, msg: 'request region api body is nil' }],
    ['a code of the cluster’s own', 500, { code: 10500, msg: 'x', msg_show: 'x' }],
    ['no answer in time', 400, { code: 10411, msg: 'MaxRetryError…' }],
    ['no answer in time, told by its call', 400, { code: 400, msg: { apitype: 'x', httpcode: 101 } }],
    ['a crash of the console', 500, { code: 10401, msg: '', error_type: 'DoesNotExist' }],
  ])(
    '%s of the cluster leaves it open what was done, so that the ports are read again',
    (_name, status, body) => {
      expect(failed(status, body)).toBe('ambiguous')
    },
  )

  test.each([
    ['the cluster’s own no', 409, { code: 409, msg: 'the component is being upgraded' }],
    [
      'a permission held twice, which fails before anything is done',
      500,
      { code: 10401, msg: 'get() returned more than one EnterpriseUserPerm -- it returned 2!' },
    ],
  ])('%s is a refusal', (_name, status, body) => {
    expect(failed(status, body)).toBe('refused')
  })

  test.each([
    ['a console with too many requests', 'busy', 'busy'],
    ['a console that nobody could connect to', 'unreachable', 'refused'],
    ['a console that hung up', 'cut-off', 'ambiguous'],
    ['something that asks to wait after it got the write', undefined, 'ambiguous'],
  ])('%s is judged by what the gateway says of it', (_name, reason, failure) => {
    const error = { kind: 'upstream', requestId: 'r-1', retryAfter: 5, ...(reason && { reason }) }
    expect(failed(503, { error })).toBe(failure)
  })

  test('too frequent is busy, and no other 409 is', () => {
    expect(failed(409, { code: 409, msg: 'wait a moment please' })).toBe('busy')
    expect(failed(409, { code: 409, msg: 'wait' })).not.toBe('busy')
  })
})
