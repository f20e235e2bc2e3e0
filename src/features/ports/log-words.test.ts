import { describe, expect, it } from 'vitest'
import { statusOf } from './log-words'

describe('statusOf', () => {
  it.each(['success', 'failure', 'timeout'] as const)('knows %s', (status) => {
    expect(statusOf({ status, final_status: 'complete' })).toEqual({ known: status })
  })

  it('shows what it does not know as it is', () => {
    expect(statusOf({ status: 'paused', final_status: 'complete' })).toEqual({ said: 'paused' })
  })

  it('tells what has not ended from what tells nothing', () => {
    expect(statusOf({ status: '', final_status: 'running' })).toEqual({ known: 'running' })
    expect(statusOf({ status: null, final_status: 'timeout' })).toEqual({ known: 'timeout' })
    expect(statusOf({ status: '', final_status: 'complete' })).toEqual({ known: 'unknown' })
    expect(statusOf({})).toEqual({ known: 'unknown' })
  })
})
