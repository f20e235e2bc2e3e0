import { afterEach, expect, test, vi } from 'vitest'
import { createEmulator } from '../../../../emulator/create-emulator'
import { scaleSeed } from '../../../../emulator/seeds/scale'
import { createQueryClient } from '../../../api/query-client'
import { sessionQuery } from '../../../api/resources/session'
import { createPlaceCatalog } from '../entries/place-catalog'
import { createPlaceReader } from './place-reader'

// In apps of 25.
const seed = scaleSeed({ components: 60, portsPerComponent: 2 })
const [team, region] = [seed.teams[0]?.tenant_name ?? '', seed.regions[0]?.region_name ?? '']
const here = { team, region }
const signedOut = { user: null, console: null, demo: false, demoToken: null, readOnly: false }

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A reader of the seed's emulator. `answer` is what a test answers in its place. */
function aReader(answer: (path: string) => Response | null = () => null) {
  const emulator = createEmulator({ seed, now: () => new Date() })
  const asked: string[] = []
  let atOnce = 0
  let most = 0
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push(path.replace(/\?.*/, ''))
    most = Math.max(most, (atOnce += 1))
    await new Promise((resolve) => setImmediate(resolve))
    atOnce -= 1
    const request = new Request(`http://rainbond.test${path}`, { ...init, signal: null })
    request.headers.set('authorization', seed.tokens[0]?.token ?? '')
    return answer(path) ?? (await emulator.fetch(request))
  })
  const client = createQueryClient()
  const catalog = createPlaceCatalog(client, { blocked: '', numbered: (id) => id })
  const ports = () => catalog(here).ports.flatMap((list) => list.ports)
  const places = () => catalog(here)
  return { client, reader: createPlaceReader(client), places, ports, asked, most: () => most }
}

const failure = (status: number, kind: string, headers = {}) =>
  Response.json({ error: { kind, requestId: 'r1' } }, { status, headers })
const refusal = () => failure(400, 'crash')

test('reads each list once, a few at a time, and nothing again that is young', async () => {
  const { reader, places, asked, most } = aReader()
  await reader.readLists(here)
  // Teams, clusters, apps, and the components of three apps.
  expect(asked).toHaveLength(6)
  expect(places().components).toHaveLength(60)
  expect(most()).toBe(3)
  await reader.readLists(here)
  expect(asked).toHaveLength(6)
  expect(reader.state()).toEqual({ open: [], failures: [] })
})

test('without a cluster, reads the teams only', async () => {
  const { reader, asked } = aReader()
  await reader.readLists({})
  expect(asked).toHaveLength(1)
})

test('reads the ports of a component once, four components at a time', async () => {
  const { reader, places, ports, asked, most } = aReader()
  await reader.readLists(here)
  const before = asked.length
  const some = places().components.slice(0, 10)
  reader.readPorts(some)
  reader.readPorts(some)
  expect(reader.state().open.map(({ name }) => name)).toEqual(some.map(({ name }) => name))
  await vi.waitFor(() => expect(reader.state().open).toEqual([]))
  expect(asked).toHaveLength(before + 10)
  expect(ports()).toHaveLength(20)
  expect(most()).toBe(4)
})

test('names what failed, reads the rest, and reads only what failed again', async () => {
  let isBroken = true
  const { reader, places, asked } = aReader((path) =>
    isBroken && /\/apps\/\d*2\/services/.test(path) ? refusal() : null,
  )
  await reader.readLists(here)
  const [failure] = reader.state().failures
  expect(reader.state().failures).toHaveLength(1)
  expect(failure?.subject).toEqual({ kind: 'components', name: seed.apps[1]?.group_name })
  expect(places().components.length).toBeLessThan(60)
  const before = asked.length
  isBroken = false
  reader.retry()
  await vi.waitFor(() => expect(reader.state()).toEqual({ open: [], failures: [] }))
  expect(asked).toHaveLength(before + 1)
  expect(places().components).toHaveLength(60)
})

test('sends nothing more once it is stopped, until it is asked to read again', async () => {
  const { reader, asked } = aReader()
  const reading = reader.readLists(here)
  reader.stop()
  await reading
  expect(asked.length).toBeLessThan(2)
  await reader.readLists(here)
  expect(asked.length).toBeGreaterThanOrEqual(6)
})

test('ports that failed are read again on request only', async () => {
  let isBroken = true
  const { reader, places, ports, asked } = aReader((path) =>
    isBroken && path.endsWith('/ports') ? refusal() : null,
  )
  await reader.readLists(here)
  const some = places().components.slice(0, 1)
  reader.readPorts(some)
  await vi.waitFor(() => expect(reader.state().failures).toHaveLength(1))
  const before = asked.length
  reader.readPorts(some)
  expect(reader.state().failures).toHaveLength(1)
  isBroken = false
  reader.retry()
  await vi.waitFor(() => expect(ports()).toHaveLength(2))
  expect(asked).toHaveLength(before + 1)
})

test('teams that can’t be read are named, and lead on when they can', async () => {
  let isBroken = true
  const { reader, places } = aReader((path) => (isBroken && path.includes('/teams?') ? refusal() : null))
  await reader.readLists(here)
  expect(reader.state().failures.map(({ subject }) => subject.kind)).toEqual(['teams'])
  expect(places().lists).toEqual([])
  isBroken = false
  reader.retry()
  await vi.waitFor(() => expect(places().components).toHaveLength(60))
  expect(reader.state().failures).toEqual([])
})

test('a list that can’t be read again leads further as it was', async () => {
  let isBroken = false
  const { client, reader, asked } = aReader((path) =>
    isBroken && /\/(teams|regions|apps)(\?|$)/.test(path) ? failure(404, 'not-found') : null,
  )
  await reader.readLists(here)
  isBroken = true
  asked.length = 0
  await client.invalidateQueries()
  await reader.readLists(here)
  expect(asked).toHaveLength(6)
  expect(reader.state().failures.map(({ subject }) => subject.kind)).toEqual(['teams', 'regions', 'apps'])
})

test('beyond the limit of requests, names all that is missing, and reads it when the limit ends', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  let isLimited = true
  const { reader, places, asked } = aReader((path) =>
    isLimited && /\/services(\?|$)/.test(path) ? failure(429, 'throttled', { 'Retry-After': '7' }) : null,
  )
  await reader.readLists(here)
  reader.readPorts(places().components)
  const named = seed.apps.map(({ group_name }) => group_name)
  expect(reader.state().failures.map(({ subject }) => subject.name)).toEqual(named)
  expect(reader.state().failures.every(({ error }) => error.kind === 'throttled')).toBe(true)
  const before = asked.length
  await vi.advanceTimersByTimeAsync(6_999)
  expect(asked).toHaveLength(before)
  isLimited = false
  await vi.advanceTimersByTimeAsync(1)
  await vi.waitFor(() => expect(places().components).toHaveLength(60))
  expect(reader.state()).toEqual({ open: [], failures: [] })
})

test('sends nothing that a limit would refuse, unless it is asked to', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { reader, places, asked } = aReader((path) =>
    path.endsWith('/ports') ? failure(429, 'throttled', { 'Retry-After': '7' }) : null,
  )
  await reader.readLists(here)
  const before = asked.length
  reader.readPorts(places().components.slice(0, 10))
  await vi.waitFor(() => expect(reader.state().open).toEqual([]))
  expect(reader.state().failures).toHaveLength(10)
  expect(asked).toHaveLength(before + 4)
  reader.retry()
  await vi.waitFor(() => expect(asked).toHaveLength(before + 8))
  reader.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toHaveLength(before + 8)
})

test('after a new sign-in, reads what the end of the session stopped', async () => {
  let isOver = true
  const { client, reader, places } = aReader((path) =>
    isOver && /\/services(\?|$)/.test(path) ? failure(401, 'unauthenticated') : null,
  )
  await reader.readLists(here)
  expect(reader.state().failures).toHaveLength(3)
  isOver = false
  client.setQueryData(sessionQuery().queryKey, { ...signedOut, user: { user_id: 1, nick_name: 'ada' } })
  await vi.waitFor(() => expect(places().components).toHaveLength(60))
  expect(reader.state().failures).toEqual([])
})
