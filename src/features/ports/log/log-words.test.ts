import { describe, expect, it } from 'vitest'
import { logTime, portOperation, statusOf } from './log-words'

describe('logTime', () => {
  it('converts times to the local zone, whatever zone the cluster uses', () => {
    const berlin = (text: string) => logTime(text, 'en', 'Europe/Berlin')
    expect(berlin('2026-08-20T10:00:05+08:00')).toMatch(/Aug 20, 2026, 4:00:05.AM/)
    expect(berlin('2026-08-20T02:00:05Z')).toBe(berlin('2026-08-20T10:00:05+08:00'))
    expect(berlin('2026-08-20T02:00:05.123456Z')).toBe(berlin('2026-08-20T02:00:05Z'))
  })

  it('formats times in Chinese', () => {
    expect(logTime('2026-08-20T10:00:05+08:00', 'zh', 'Asia/Shanghai')).toBe('2026年8月20日 10:00:05')
  })

  it('keeps a time without a zone, and what is not a time', () => {
    expect(logTime('2026-08-20 10:00:05', 'en', 'UTC')).toBe('2026-08-20 10:00:05')
    expect(logTime('soon', 'en', 'UTC')).toBe('soon')
    expect(logTime('no time at +08:00', 'en', 'UTC')).toBe('no time at +08:00')
  })
})

describe('statusOf', () => {
  it.each(['success', 'failure', 'timeout'] as const)('knows %s', (status) => {
    expect(statusOf({ status, final_status: 'complete' })).toEqual({ known: status })
  })

  it('keeps an unknown status', () => {
    expect(statusOf({ status: 'paused', final_status: 'complete' })).toEqual({ said: 'paused' })
  })

  it('distinguishes a running operation from one without a status', () => {
    expect(statusOf({ status: '', final_status: 'running' })).toEqual({ known: 'running' })
    expect(statusOf({ status: null, final_status: 'timeout' })).toEqual({ known: 'timeout' })
    expect(statusOf({ status: '', final_status: 'complete' })).toEqual({ known: 'unknown' })
    expect(statusOf({})).toEqual({ known: 'unknown' })
  })
})

describe('portOperation', () => {
  it('has the direction of a switch where Rainbond tells', () => {
    expect(portOperation('handle-service-innerport', { operation: 'open' })).toBe('innerOpened')
    expect(portOperation('handle-service-outerport', { operation: 'close', port: 80 })).toBe('outerClosed')
    expect(portOperation('handle-service-outerport', {})).toBe('outer')
  })

  it('does not know other operations', () => {
    expect(portOperation('deploy-service', {})).toBeNull()
    expect(portOperation('constructor', {})).toBeNull()
  })
})
