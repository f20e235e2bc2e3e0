import { describe, expect, it } from 'vitest'
import type { Event } from '../../../api/contract/event'
import { newestFirst, orderOf, pageCountOf, serverPageOf, startOf } from './log-order'

function entry(event_id: string, start_time: string | null): Event {
  return { event_id, opt_type: 'add-service-port', start_time }
}

const one = entry('one', '2026-08-20T10:00:00+08:00')
const two = entry('two', '2026-08-20T10:01:00+08:00')
// Later than both, although its clock reads less: it is in another zone.
const three = entry('three', '2026-08-20T03:00:00Z')

const ids = (events: readonly Event[]) => events.map(({ event_id }) => event_id)

describe('orderOf', () => {
  it('detects the order of the server', () => {
    expect(orderOf([one, two, three])).toBe('oldest-first')
    expect(orderOf([three, two, one])).toBe('newest-first')
  })

  it('ignores entries without a time, and assumes newest first without any', () => {
    expect(orderOf([entry('a', null), one, two])).toBe('oldest-first')
    expect(orderOf([entry('a', null), entry('b', 'yesterday')])).toBe('newest-first')
    expect(orderOf([one])).toBe('newest-first')
    expect(orderOf([])).toBe('newest-first')
  })
})

describe('newestFirst', () => {
  it.each([
    ['oldest-first', [one, two, three]],
    ['newest-first', [three, two, one]],
    ['newest-first', [two, three, one]],
  ] as const)('lists the newest first, from a log that is %s', (order, events) => {
    expect(ids(newestFirst(events, order))).toEqual(['three', 'two', 'one'])
  })

  it('keeps the order of entries of the same moment', () => {
    const a = entry('a', '2026-08-20T10:00:00+08:00')
    expect(ids(newestFirst([one, a], 'oldest-first'))).toEqual(['a', 'one'])
    expect(ids(newestFirst([one, a], 'newest-first'))).toEqual(['one', 'a'])
  })

  it('keeps the order of a page in which an entry has no time', () => {
    expect(ids(newestFirst([one, entry('?', null), two], 'newest-first'))).toEqual(['one', '?', 'two'])
  })
})

describe('startOf', () => {
  it.each([
    '0001-01-01T00:00:00Z',
    '0001-01-01T08:05:43+08:05',
    '0001-01-01 00:00:00',
    '0000-00-00 00:00:00',
    '1970-01-01T08:00:00+08:00',
    '9999-12-31T23:59:59Z',
    '',
  ])('does not know when that was: %j', (time) => {
    expect(startOf(entry('a', time))).toBeUndefined()
    expect(startOf({ ...entry('a', time), create_time: time })).toBeUndefined()
  })

  it('uses the creation time if there is no start time', () => {
    const made = '2026-08-20T10:00:00+08:00'
    expect(startOf({ ...entry('a', '0001-01-01T00:00:00Z'), create_time: made })).toBe(made)
  })

  it('keeps what is not a date', () => {
    expect(startOf(entry('a', 'yesterday'))).toBe('yesterday')
  })
})

describe('pages', () => {
  it('counts pages by the size that the server returns', () => {
    expect(pageCountOf({ page_size: 20, total: 41 })).toBe(3)
    expect(pageCountOf({ page_size: 20, total: 40 })).toBe(2)
    expect(pageCountOf({ page_size: 20, total: 0 })).toBe(1)
    expect(pageCountOf({ page_size: 0, total: 12 })).toBe(1)
  })

  it('starts at the end of a log that lists the oldest first', () => {
    expect([1, 2, 3].map((page) => serverPageOf(page, 3, 'oldest-first'))).toEqual([3, 2, 1])
    expect([1, 2, 3].map((page) => serverPageOf(page, 3, 'newest-first'))).toEqual([1, 2, 3])
    expect(serverPageOf(5, 3, 'oldest-first')).toBe(1)
  })
})

describe('startOf', () => {
  it('falls back to the creation time', () => {
    expect(startOf({ ...entry('a', null), create_time: 'then' })).toBe('then')
    expect(startOf({ ...entry('a', ''), create_time: 'then' })).toBe('then')
    expect(startOf(entry('a', null))).toBeUndefined()
  })
})
