import { describe, expect, test } from 'vitest'
import { createTurns } from './turns'

const never = new AbortController().signal

describe('turns', () => {
  test('are limited in total, and go to the longest waiting call', async () => {
    const turns = createTurns({ inAll: 1, perKey: 1, waiting: 2 })
    const order: string[] = []
    const end = await turns.take('a', never)
    const waiting = ['b', 'c'].map(async (key) => {
      const endOfTheirs = await turns.take(key, never)
      order.push(key)
      endOfTheirs()
    })
    expect([turns.running(), turns.waiting()]).toEqual([1, 2])
    end()
    await Promise.all(waiting)
    expect(order).toEqual(['b', 'c'])
    expect([turns.running(), turns.waiting()]).toEqual([0, 0])
  })

  test('leave room for other keys', async () => {
    const turns = createTurns({ inAll: 3, perKey: 2, waiting: 10 })
    const ends = [await turns.take('greedy', never), await turns.take('greedy', never)]
    const third = turns.take('greedy', never)
    const other = await turns.take('modest', never)
    expect([turns.running(), turns.waiting()]).toEqual([3, 1])
    // The end of another key's turn starts no further one of the greedy key.
    other()
    expect([turns.running(), turns.waiting()]).toEqual([2, 1])
    ends[0]?.()
    ends.push(await third)
    expect([turns.running(), turns.waiting()]).toEqual([2, 0])
  })

  test('are refused when too many are waiting', async () => {
    const turns = createTurns({ inAll: 1, perKey: 1, waiting: 1 })
    await turns.take('a', never)
    void turns.take('a', never)
    await expect(turns.take('b', never)).rejects.toMatchObject({ kind: 'throttled', status: 503 })
  })

  test('stop waiting when their signal aborts', async () => {
    const turns = createTurns({ inAll: 1, perKey: 1, waiting: 2 })
    const end = await turns.take('a', never)
    const aborter = new AbortController()
    const given = turns.take('b', aborter.signal)
    const next = turns.take('c', never)
    aborter.abort(new Error('too long'))
    await expect(given).rejects.toThrow('too long')
    end()
    ;(await next)()
    expect([turns.running(), turns.waiting()]).toEqual([0, 0])
  })

  test('end only once', async () => {
    const turns = createTurns({ inAll: 2, perKey: 2, waiting: 0 })
    const end = await turns.take('a', never)
    await turns.take('a', never)
    end()
    end()
    expect(turns.running()).toBe(1)
  })
})
