import { describe, expect, test, vi } from 'vitest'
import { createTurns, type TurnsOptions } from './turns'

const never = new AbortController().signal
const person = (name: string, cluster?: string) => ({ person: name, cluster })

const turnsOf = ({
  perPerson = 100,
  ...options
}: Partial<Omit<TurnsOptions, 'perPerson'>> & { perPerson?: number }) =>
  createTurns({
    inAll: 100,
    waiting: 100,
    waitingPerPerson: 100,
    waitMs: 60_000,
    ...options,
    perPerson: () => perPerson,
  })

describe('turns', () => {
  test('are limited in total, and go to the longest waiting call', async () => {
    const turns = turnsOf({ inAll: 1, perPerson: 1, waiting: 2 })
    const order: string[] = []
    const turn = await turns.take(person('a'), never)
    const waiting = ['b', 'c'].map(async (name) => {
      const theirs = await turns.take(person(name), never)
      order.push(name)
      theirs.end()
    })
    expect([turns.running(), turns.waiting()]).toEqual([1, 2])
    turn.end()
    await Promise.all(waiting)
    expect(order).toEqual(['b', 'c'])
    expect([turns.running(), turns.waiting()]).toEqual([0, 0])
  })

  test('leave room for other people', async () => {
    const turns = turnsOf({ inAll: 3, perPerson: 2, waiting: 10 })
    const held = [await turns.take(person('greedy'), never), await turns.take(person('greedy'), never)]
    const third = turns.take(person('greedy'), never)
    const other = await turns.take(person('modest'), never)
    expect([turns.running(), turns.waiting()]).toEqual([3, 1])
    // The end of somebody else's turn starts no further one of the greedy person.
    other.end()
    expect([turns.running(), turns.waiting()]).toEqual([2, 1])
    held[0]?.end()
    held.push(await third)
    expect([turns.running(), turns.waiting()]).toEqual([2, 0])
  })

  test('go round the people, however many calls of one are waiting', async () => {
    const turns = turnsOf({ inAll: 1 })
    const order: string[] = []
    const turn = await turns.take(person('greedy'), never)
    const waiting = ['greedy', 'greedy', 'greedy', 'b', 'b', 'c'].map(async (name) => {
      const theirs = await turns.take(person(name), never)
      order.push(name)
      theirs.end()
    })
    turn.end()
    await Promise.all(waiting)
    expect(order).toEqual(['greedy', 'b', 'c', 'greedy', 'b', 'greedy'])
  })

  test('leave room for other clusters, whatever the case in which a cluster’s name is sent', async () => {
    const turns = turnsOf({ inAll: 4 })
    await turns.take(person('a', 'hanging'), never)
    await turns.take(person('b', 'Hanging'), never)
    void turns.take(person('c', 'HÄNGING'), never)
    expect([turns.running(), turns.waiting()]).toEqual([2, 1])
    await turns.take(person('d', 'hanging too'), never)
    void turns.take(person('e', 'hanging too'), never)
    expect([turns.running(), turns.waiting()]).toEqual([3, 2])
    const turn = await turns.take(person('f', 'healthy'), never)
    expect([turns.running(), turns.waiting()]).toEqual([4, 2])
    turn.end()
    expect([turns.running(), turns.waiting()]).toEqual([3, 2])
  })

  test('stay a person’s own until their answer has left, but not the console’s', async () => {
    const turns = turnsOf({ inAll: 1, perPerson: 1 })
    const turn = await turns.take(person('slow reader'), never)
    const again = turns.take(person('slow reader'), never)
    const other = turns.take(person('b'), never)
    turn.answered()
    ;(await other).end()
    expect([turns.running(), turns.waiting()]).toEqual([0, 1])
    turn.end()
    await again
    expect([turns.running(), turns.waiting()]).toEqual([1, 0])
  })

  test('are refused when too many are waiting, or too many of one person', async () => {
    const turns = turnsOf({ inAll: 1, waiting: 3, waitingPerPerson: 2 })
    await turns.take(person('a'), never)
    for (const name of ['a', 'a', 'b']) void turns.take(person(name), never)
    const refused = { kind: 'throttled', status: 503, facts: { retryAfter: 1 } }
    await expect(turns.take(person('c'), never)).rejects.toMatchObject(refused)
    const others = turnsOf({ inAll: 1, waiting: 3, waitingPerPerson: 2 })
    for (const name of ['a', 'a', 'a']) void others.take(person(name), never)
    await expect(others.take(person('a'), never)).rejects.toMatchObject(refused)
    expect(others.waiting()).toBe(2)
  })

  test('are refused after too long a wait', async () => {
    vi.useFakeTimers()
    try {
      const turns = turnsOf({ inAll: 1, waitMs: 5000 })
      const turn = await turns.take(person('a'), never)
      const waiting = turns.take(person('b'), never)
      const refused = expect(waiting).rejects.toMatchObject({ kind: 'throttled', status: 503 })
      vi.advanceTimersByTime(5000)
      await refused
      turn.end()
      expect([turns.running(), turns.waiting()]).toEqual([0, 0])
    } finally {
      vi.useRealTimers()
    }
  })

  test('are refused one after the other when many have waited too long, unless one gets its turn before', async () => {
    vi.useFakeTimers()
    try {
      const refusals: (() => void)[] = []
      const turns = turnsOf({ inAll: 1, waitMs: 5000, oneByOne: (task) => refusals.push(task) })
      const turn = await turns.take(person('a'), never)
      const refused: string[] = []
      const waiting = ['b', 'c', 'd'].map((name) =>
        turns.take(person(name), never).catch(() => void refused.push(name)),
      )
      vi.advanceTimersByTime(5000)
      expect([refusals.length, turns.waiting()]).toEqual([3, 3])

      refusals[0]?.()
      await waiting[0]
      expect([refused, turns.waiting()]).toEqual([['b'], 2])
      turn.end()
      for (const refuse of refusals) refuse()
      await Promise.all(waiting)
      expect(refused).toEqual(['b', 'd'])
      expect([turns.running(), turns.waiting()]).toEqual([1, 0])
    } finally {
      vi.useRealTimers()
    }
  })

  test('stop waiting when their signal aborts', async () => {
    const turns = turnsOf({ inAll: 1, perPerson: 1, waiting: 2 })
    const turn = await turns.take(person('a'), never)
    const aborter = new AbortController()
    const given = turns.take(person('b'), aborter.signal)
    const next = turns.take(person('c'), never)
    aborter.abort(new Error('too long'))
    await expect(given).rejects.toThrow('too long')
    turn.end()
    ;(await next).end()
    expect([turns.running(), turns.waiting()]).toEqual([0, 0])
  })

  test('end only once', async () => {
    const turns = turnsOf({ inAll: 2, perPerson: 2, waiting: 0 })
    const turn = await turns.take(person('a'), never)
    await turns.take(person('a'), never)
    turn.answered()
    turn.end()
    turn.end()
    expect(turns.running()).toBe(1)
    await turns.take(person('a'), never)
    await expect(turns.take(person('a'), never)).rejects.toMatchObject({ kind: 'throttled' })
  })
})
