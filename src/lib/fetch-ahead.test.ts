import { expect, test, vi } from 'vitest'
import { createFetchAhead } from './fetch-ahead'

/** Returns what to test, and a function that runs what waits for an idle browser and returns how much that was. */
function setUp() {
  const waiting: (() => void)[] = []
  const ahead = createFetchAhead((callback) => waiting.push(callback))
  async function idle() {
    const due = waiting.splice(0)
    for (const callback of due) callback()
    await Promise.resolve()
    await Promise.resolve()
    return due.length
  }
  return { ahead, idle }
}

test('nothing is fetched before the start, and nothing in the way of the page', async () => {
  const { ahead, idle } = setUp()
  const fetch = vi.fn(() => Promise.resolve())
  ahead.add(fetch)
  expect(await idle()).toBe(0)
  ahead.start()
  expect(fetch).not.toHaveBeenCalled()
  expect(await idle()).toBe(1)
  expect(fetch).toHaveBeenCalledOnce()
})

test('parts are fetched one at a time, in their order, whether one fails or not, and each once', async () => {
  const { ahead, idle } = setUp()
  const fetched: string[] = []
  const part = (name: string, result: Promise<void>) => () => {
    fetched.push(name)
    return result
  }
  ahead.add(part('a', Promise.reject(new Error('offline'))))
  ahead.add(part('b', Promise.resolve()))
  ahead.start()
  ahead.start()
  await idle()
  expect(fetched).toEqual(['a'])
  await idle()
  expect(fetched).toEqual(['a', 'b'])
  expect(await idle()).toBe(0)
  // Declared by a part that came later.
  ahead.add(part('c', Promise.resolve()))
  await idle()
  expect(fetched).toEqual(['a', 'b', 'c'])
})

test('the start is told once', () => {
  const { ahead } = setUp()
  const listener = vi.fn()
  ahead.subscribe(listener)
  expect(ahead.isStarted()).toBe(false)
  ahead.start()
  ahead.start()
  expect(ahead.isStarted()).toBe(true)
  expect(listener).toHaveBeenCalledOnce()
})
