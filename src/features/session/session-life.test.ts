import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Session } from '../../api/contract/session'
import { keys } from '../../api/keys'
import { request } from '../../api/request/client'
import { sessionQuery } from '../../api/resources/session'
import { createSessionLife, type SessionLife } from './session-life'

const sessionOf = (id: number | null): Session => ({
  user: id === null ? null : { user_id: id, nick_name: `user${id}` },
  console: null,
  demo: true,
  demoToken: 'demo',
  readOnly: false,
})

const fetchDouble = vi.fn<typeof fetch>()
let client: QueryClient
let life: SessionLife
let otherTab: BroadcastChannel
let heard: unknown[]
let channel: BroadcastChannel

beforeEach(() => {
  vi.stubGlobal('fetch', fetchDouble)
  client = new QueryClient()
  channel = new BroadcastChannel('test')
  otherTab = new BroadcastChannel('test')
  heard = []
  otherTab.onmessage = ({ data }) => heard.push(data)
  life = createSessionLife(client, channel)
  life.begin(sessionOf(1))
  client.setQueryData(keys.teams(), ['a team'])
})
afterEach(() => {
  channel.close()
  otherTab.close()
  client.clear()
  fetchDouble.mockReset()
  vi.unstubAllGlobals()
})

const teams = () => client.getQueryData(keys.teams())
const user = () => client.getQueryData(sessionQuery().queryKey)?.user

describe('a session that expired', () => {
  beforeEach(async () => {
    fetchDouble.mockResolvedValueOnce(
      Response.json({ detail: 'No token', code: 401, msg: 'No token' }, { status: 401 }),
    )
    await request('/openapi/v1/teams').catch(() => undefined)
  })

  test('asks for a sign-in and keeps what is there', () => {
    expect(user()).toBeNull()
    expect(life.worker()?.user_id).toBe(1)
    expect(teams()).toEqual(['a team'])
  })

  test('goes on for the same person, with everything asked for again', () => {
    life.begin(sessionOf(1))
    expect(teams()).toEqual(['a team'])
    expect(client.getQueryState(keys.teams())?.isInvalidated).toBe(true)
  })

  test('shows another person nothing of it', () => {
    life.begin(sessionOf(2))
    expect(life.worker()?.user_id).toBe(2)
    expect(teams()).toBeUndefined()
  })
})

test('another person found by a refetch empties the cache, too', async () => {
  fetchDouble.mockResolvedValueOnce(Response.json(sessionOf(2)))
  await client.query({ ...sessionQuery(), staleTime: 0 })
  expect(life.worker()?.user_id).toBe(2)
  expect(teams()).toBeUndefined()
})

test('signing out forgets everything and tells the other tabs', async () => {
  fetchDouble.mockResolvedValueOnce(new Response(null, { status: 204 }))
  await life.end()
  expect([user(), life.worker(), teams()]).toEqual([null, null, undefined])
  await vi.waitFor(() => expect(heard).toEqual(['signed-in', 'signed-out']))
})

test('signing out aborts running reads before it is sent', async () => {
  const read: { signal?: AbortSignal | null | undefined } = {}
  fetchDouble.mockImplementationOnce((_path, init) => {
    read.signal = init?.signal
    return new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
    })
  })
  const reading = client.query({ ...sessionQuery(), staleTime: 0 }).catch(() => undefined)
  await vi.waitUntil(() => read.signal !== undefined)
  let abortedBefore: boolean | undefined
  fetchDouble.mockImplementationOnce((_path, init) => {
    abortedBefore = init?.method === 'DELETE' && read.signal?.aborted
    return Promise.resolve(new Response(null, { status: 204 }))
  })
  await life.end()
  await reading
  expect(abortedBefore).toBe(true)
})

test('renewing reads the session, and notices that it has ended', async () => {
  const observer = new QueryObserver(client, { ...sessionQuery(), staleTime: Infinity })
  onTestFinished(observer.subscribe(() => undefined))
  fetchDouble.mockImplementation(() => Promise.resolve(Response.json(sessionOf(null))))
  life.renew()
  await vi.waitUntil(() => user() === null)
  expect(fetchDouble).toHaveBeenCalledOnce()
  expect(teams()).toEqual(['a team'])
})

test('a sign-out that failed changes nothing', async () => {
  fetchDouble.mockRejectedValueOnce(new TypeError('Failed to fetch'))
  await expect(life.end()).rejects.toMatchObject({ kind: 'offline' })
  expect(life.worker()?.user_id).toBe(1)
  expect(teams()).toEqual(['a team'])
})

test('a sign-out in another tab is one here', async () => {
  otherTab.postMessage('signed-out')
  await vi.waitFor(() => expect([user(), life.worker(), teams()]).toEqual([null, null, undefined]))
})
