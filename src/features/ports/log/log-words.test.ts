import { describe, expect, it } from 'vitest'
import { logTime, statusOf } from './log-words'

describe('logTime', () => {
  it('gives a moment in the zone of the person, whatever zone the cluster writes', () => {
    const berlin = (text: string) => logTime(text, 'en', 'Europe/Berlin')
    expect(berlin('2026-08-20T10:00:05+08:00')).toMatch(/Aug 20, 2026, 4:00:05.AM/)
    expect(berlin('2026-08-20T02:00:05Z')).toBe(berlin('2026-08-20T10:00:05+08:00'))
    expect(berlin('2026-08-20T02:00:05.123456Z')).toBe(berlin('2026-08-20T02:00:05Z'))
  })

  it('speaks Chinese', () => {
    expect(logTime('2026-08-20T10:00:05+08:00', 'zh', 'Asia/Shanghai')).toBe('2026年8月20日 10:00:05')
  })

  it('claims no moment for a time without a zone, nor for what is no time', () => {
    expect(logTime('2026-08-20 10:00:05', 'en', 'UTC')).toBe('2026-08-20 10:00:05')
    expect(logTime('soon', 'en', 'UTC')).toBe('soon')
    expect(logTime('no time at +08:00', 'en', 'UTC')).toBe('no time at +08:00')
  })
})

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
