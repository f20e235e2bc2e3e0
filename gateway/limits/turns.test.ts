import { describe, expect, test } from 'vitest'
import { createTurns } from './turns'

const never = new AbortController().signal

describe('turns', () => {
  test('are bounded in all, and go to who waited longest', async () => {
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

  test('of one key leave room for others', async () => {
    const turns = createTurns({ inAll: 3, perKey: 2, waiting: 10 })
    const ends = [await turns.take('greedy', never), await turns.take('greedy', never)]
    const third = turns.take('greedy', never)
    const other = await turns.take('modest', never)
    expect([turns.running(), turns.waiting()]).toEqual([3, 1])
    // a turn of another key's lets nobody of the greedy one in
    other()
    expect([turns.running(), turns.waiting()]).toEqual([2, 1])
    ends[0]?.()
    ends.push(await third)
    expect([turns.running(), turns.waiting()]).toEqual([2, 0])
  })

  test('beyond those that may wait are refused', async () => {
    const turns = createTurns({ inAll: 1, perKey: 1, waiting: 1 })
    await turns.take('a', never)
    void turns.take('a', never)
    await expect(turns.take('b', never)).rejects.toMatchObject({ kind: 'throttled', status: 503 })
  })

  test('are given up with their signal', async () => {
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

  test('end once, however often they are ended', async () => {
    const turns = createTurns({ inAll: 2, perKey: 2, waiting: 0 })
    const end = await turns.take('a', never)
    await turns.take('a', never)
    end()
    end()
    expect(turns.running()).toBe(1)
  })
})
