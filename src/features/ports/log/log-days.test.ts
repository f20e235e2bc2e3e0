import { expect, test } from 'vitest'
import { dayName, logDays, shortTime } from './log-days'

const at = (text: string) => new Date(text).getTime()
const event = (id: string, time?: string) => ({ event_id: id, opt_type: 'x', start_time: time ?? null })
const local = (text: string) => new Date(text).toISOString()

test('entries of one day are together, and one without a time stays with its neighbour', () => {
  const days = logDays([
    event('a', local('2026-11-20T09:00:00')),
    event('b'),
    event('c', local('2026-11-20T01:00:00')),
    event('d', local('2026-11-19T23:59:00')),
    event('e', '2026-11-18 10:00:00'),
  ])
  expect(days.map(({ events }) => events.map(({ event_id }) => event_id).join(''))).toEqual(['abc', 'de'])
  expect(logDays([event('a')])).toEqual([{ at: null, events: [event('a')] }])
  expect(logDays([])).toEqual([])
})

test('today and yesterday have names, other days a date', () => {
  const now = at('2026-11-20T09:00:00')
  expect(dayName(at('2026-11-20T00:01:00'), now, 'en')).toBe('Today')
  expect(dayName(at('2026-11-19T23:59:00'), now, 'en')).toBe('Yesterday')
  expect(dayName(at('2026-11-18T12:00:00'), now, 'en')).toBe('Wednesday, November 18')
  expect(dayName(at('2025-11-18T12:00:00'), now, 'en')).toBe('Tuesday, November 18, 2025')
  expect(dayName(at('2026-11-19T23:59:00'), now, 'zh')).toBe('昨天')
})

test('a time of today is told by its distance, an earlier one by the clock', () => {
  const now = at('2026-11-20T09:00:00')
  expect(shortTime(at('2026-11-20T08:59:30'), now, 'en')).toBe('now')
  expect(shortTime(at('2026-11-20T08:57:00'), now, 'en')).toBe('3 minutes ago')
  expect(shortTime(at('2026-11-20T06:00:00'), now, 'zh')).toBe('3小时前')
  expect(shortTime(at('2026-11-19T18:53:00'), now, 'en')).toMatch(/^6:53.PM$/)
})
