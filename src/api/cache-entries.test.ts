import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { describe, expect, it, vi } from 'vitest'
import { cancelEntry, invalidateBelow, invalidateEntry, watchEntry } from './cache-entries'

const page = (component: string, n: number) => ['components', component, 'events', n]

describe('watching one entry', () => {
  it('hears of this entry alone, and of nothing once it is left', () => {
    const client = new QueryClient()
    const listener = vi.fn()
    const leave = watchEntry(client, ['a', 1], listener)
    client.setQueryData(['a', 2], 'other')
    expect(listener).not.toHaveBeenCalled()
    client.setQueryData(['a', 1], 'this')
    expect(listener).toHaveBeenCalled()
    leave()
    const { length } = listener.mock.calls
    client.setQueryData(['a', 1], 'again')
    expect(listener).toHaveBeenCalledTimes(length)
  })
})

describe('marking as old', () => {
  it('takes in all pages below a key, those that came before the first look too, and no others', () => {
    const client = new QueryClient()
    for (const n of [1, 2]) client.setQueryData(page('s1', n), [])
    invalidateBelow(client, ['components', 's1', 'events'])
    client.setQueryData(page('s1', 3), [])
    client.setQueryData(page('s2', 1), [])
    invalidateBelow(client, ['components', 's1', 'events'])
    const isOld = (key: unknown[]) => client.getQueryState(key)?.isInvalidated
    expect([1, 2, 3].map((n) => isOld(page('s1', n)))).toEqual([true, true, true])
    expect(isOld(page('s2', 1))).toBe(false)
  })

  it('reads again what is on the screen, and leaves the rest for later', async () => {
    const client = new QueryClient()
    const queryFn = vi.fn(() => Promise.resolve('read'))
    client.setQueryData(['unseen'], 'old')
    const observer = new QueryObserver(client, { queryKey: ['seen'], queryFn, staleTime: Infinity })
    const leave = observer.subscribe(() => undefined)
    await vi.waitFor(() => expect(client.getQueryData(['seen'])).toBe('read'))
    invalidateEntry(client, ['seen'])
    invalidateEntry(client, ['unseen'])
    await vi.waitFor(() => expect(queryFn).toHaveBeenCalledTimes(2))
    expect(client.getQueryState(['unseen'])?.isInvalidated).toBe(true)
    leave()
  })
})

it('gives up a read that is under way, and puts the entry back to what it was', async () => {
  const client = new QueryClient()
  client.setQueryData(['a'], 'before')
  const queryFn = () => new Promise<string>(() => undefined)
  const read = client.query({ queryKey: ['a'], queryFn, staleTime: 0 })
  expect(client.getQueryState(['a'])).toMatchObject({ fetchStatus: 'fetching' })
  await cancelEntry(client, ['a'])
  await read
  expect(client.getQueryState(['a'])).toMatchObject({
    data: 'before',
    fetchStatus: 'idle',
    status: 'success',
  })
})
