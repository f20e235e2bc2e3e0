import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { hashKey, type QueryClient } from '@tanstack/react-query'
import { openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createEmulator } from '../../../../emulator/create-emulator'
import { scaleSeed } from '../../../../emulator/seeds/scale'
import type { Session } from '../../../api/contract/session'
import { isFromLastVisit } from '../../../api/cache-entries'
import { keys } from '../../../api/keys'
import { sessionQuery } from '../../../api/resources/session'
import { eraseStored, personalDatabase } from '../../../lib/stored-value'
import { type Answer, anInventory, until, untilDone } from '../testing/an-inventory'
import { followLastVisit } from './last-visit'

// In apps of 25.
const seed = scaleSeed({ components: 60, portsPerComponent: 2 })
const answers = 1 + 2 * 3 + 60

const never: Answer = () => new Promise(() => undefined)

interface VisitOptions {
  answer?: Answer
  person?: number
  console?: string | null
  app?: number
}

const signIn = (client: QueryClient, person: number) =>
  client.setQueryData(sessionQuery().queryKey, { user: { user_id: person, nick_name: 'a' } } as Session)

/** Opens the page, as somebody who is signed in. */
function visit({ answer, person = 1, console = null, app }: VisitOptions = {}) {
  const page = anInventory(createEmulator({ seed, now: () => new Date() }), seed, answer)
  signIn(page.client, person)
  const place = { ...page.place, app: app ?? null }
  const reader = page.reader(place.app)
  const leave = followLastVisit(page.client, { console, person, place }, reader.look)
  reader.start()
  return { ...page, reader, leave }
}

async function keptCount(): Promise<number> {
  const database = await openDB(personalDatabase)
  const isMade = database.objectStoreNames.contains('answers')
  const count = isMade ? await database.count('answers') : 0
  database.close()
  return count
}

/** Longer than it takes to restore everything. */
async function aMoment() {
  for (let turns = 0; turns < 2000; turns += 1) await new Promise((resolve) => setImmediate(resolve))
}

/** Reads everything, leaves, and waits until it is kept. */
async function firstVisit() {
  const readAt = Date.now()
  const page = visit()
  await untilDone(page.reader)
  page.leave()
  await vi.waitFor(async () => expect(await keptCount()).toBe(answers))
  return { ...page, readAt }
}

function refOfFirst(reader: ReturnType<typeof visit>['reader']) {
  const [first] = reader.state().targets
  if (!first) throw new Error('no component')
  return first.ref
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the next visit', () => {
  it('shows what the last one has read, before anything is answered', async () => {
    const { readAt, ...last } = await firstVisit()
    vi.advanceTimersByTime(3_600_000)
    const { reader, client, asked } = visit({ answer: never })
    await until(() => reader.state().targets.length === 60)
    expect(reader.state()).toMatchObject({
      phase: 'reading',
      components: { read: 0, total: 60 },
      lastVisitAt: readAt,
    })
    const cached = (of: typeof client) =>
      reader.state().targets.map(({ ref }) => of.getQueryData(keys.ports(ref)))
    await until(() => cached(client).every((ports) => ports !== undefined))
    expect(cached(client)).toEqual(cached(last.client))
    expect(asked).toHaveLength(12)
  })

  it('reads everything again, once', async () => {
    await firstVisit()
    const { reader, asked, client } = visit()
    await until(() => reader.state().lastVisitAt !== null)
    await untilDone(reader)
    expect(isFromLastVisit(client, hashKey(keys.ports(refOfFirst(reader))))).toBe(false)
    expect(asked).toHaveLength(answers)
    expect(new Set(asked).size).toBe(answers)
    expect(reader.state()).toMatchObject({ components: { read: 60, total: 60 }, lastVisitAt: null })
  })

  it('takes from it what it shows: one app', async () => {
    await firstVisit()
    const { reader, client, place } = visit({ answer: never, app: seed.apps[1]?.ID ?? 0 })
    await until(() => reader.state().targets.length === 25)
    const restored = client
      .getQueryCache()
      .findAll({ queryKey: keys.apps({ ...place, region: place.region.region_name }) })
    expect(restored.filter(({ state }) => state.data !== undefined)).toHaveLength(1 + 2 + 25)
  })

  it.each<[string, VisitOptions]>([
    ['person', { person: 2 }],
    ['console', { console: 'https://rainbond.example.com' }],
  ])('shows nothing of another %s', async (_what, options) => {
    await firstVisit()
    const { reader, leave } = visit({ answer: never, ...options })
    await aMoment()
    expect(reader.state().targets).toEqual([])
    leave()
  })

  it('leaves out what no Portdeck has kept', async () => {
    await firstVisit()
    const database = await openDB(personalDatabase)
    const [list, ...others] = await database.getAllKeys('answers')
    for (const key of others.slice(0, 3))
      await database.put('answers', { data: [{ evil: 1 }], readAt: Date.now() }, key)
    database.close()
    expect(list).toHaveLength(7)
    const { reader } = visit({ answer: never })
    await until(() => reader.state().targets.length > 0)
    await until(() => reader.state().targets.length === 35)
  })

  it('shows nothing that was read more than a week ago, which is erased', async () => {
    await firstVisit()
    vi.advanceTimersByTime(7 * 24 * 3_600_000 + 1)
    const { leave, reader } = visit({ answer: never })
    await vi.waitFor(async () => expect(await keptCount()).toBe(0))
    expect(reader.state().targets).toEqual([])
    leave()
  })
})

it('keeps what is read or changed afterwards', async () => {
  const open = visit()
  await untilDone(open.reader)
  const queryKey = keys.ports(refOfFirst(open.reader))
  open.client.setQueryData(queryKey, [])
  open.leave()
  await vi.waitFor(async () => expect(await keptCount()).toBe(answers))
  const next = visit({ answer: never })
  await until(() => next.client.getQueryData(queryKey) !== undefined)
  expect(next.client.getQueryData(queryKey)).toEqual([])
})

it('keeps also what another page has read before', async () => {
  const page = anInventory(createEmulator({ seed, now: () => new Date() }), seed)
  signIn(page.client, 1)
  const reader = page.reader()
  reader.start()
  await untilDone(reader)
  followLastVisit(page.client, { console: null, person: 1, place: page.place }, reader.look)()
  await vi.waitFor(async () => expect(await keptCount()).toBe(answers))
})

it('erases all of it when somebody signs out, and keeps nothing of what is still open', async () => {
  const open = await firstVisit().then(() => visit())
  await untilDone(open.reader)
  eraseStored()
  await vi.waitFor(async () => expect(await keptCount()).toBe(0))
  open.leave()
  await aMoment()
  expect(await keptCount()).toBe(0)
})

it('neither shows nor keeps anything once somebody else has signed in', async () => {
  const open = await firstVisit().then(() => visit())
  signIn(open.client, 2)
  await untilDone(open.reader)
  const queryKey = keys.ports(refOfFirst(open.reader))
  const ports = open.client.getQueryData(queryKey)
  open.client.setQueryData(queryKey, [])
  open.leave()
  const next = visit({ answer: never })
  await until(() => next.client.getQueryData(queryKey) !== undefined)
  expect(next.client.getQueryData(queryKey)).toEqual(ports)
  const other = visit({ answer: never })
  signIn(other.client, 2)
  await aMoment()
  expect(other.reader.state().targets).toEqual([])
})

it('does without a storage that is blocked', async () => {
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new DOMException('blocked', 'SecurityError')
    },
    deleteDatabase: () => {
      throw new DOMException('blocked', 'SecurityError')
    },
  })
  const { reader, leave } = visit()
  await untilDone(reader)
  expect(reader.state()).toMatchObject({ components: { read: 60, failed: 0 } })
  leave()
  expect(() => eraseStored()).not.toThrow()
})
