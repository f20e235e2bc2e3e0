import { beforeEach, describe, expect, test } from 'vitest'
import type { FaultName } from '../../emulator/faults/definitions'
import { demoExample, demoToken, expiredToken, outsiderToken } from '../../emulator/seeds/demo'
import { type ComponentRef, paths } from '../../src/api/paths'
import { request, setTransport, type Transport } from '../../src/api/request/client'
import { getComponent, listComponents } from '../../src/api/resources/components'
import { listDomains } from '../../src/api/resources/domains'
import { listEvents } from '../../src/api/resources/events'
import { addPort, changePort, listPorts, listTeamPorts } from '../../src/api/resources/ports'
import { listRegions } from '../../src/api/resources/regions'
import { getSession, signIn, signOut } from '../../src/api/resources/session'
import { listTeams } from '../../src/api/resources/teams'
import { parseLink } from '../../src/features/scope/link/link'
import { signedInSchema } from './demo-session'
import { createDemoTransport } from './demo-transport'
import { openTabEmulator, storySchema, type TabEmulator } from './tab-emulator'
import { type TabStorage, tabValue } from './tab-value'

const { team = '', region = '', app = '', component = '' } = parseLink(demoExample) ?? {}
const web: ComponentRef = { team, region, app: Number(app), component }
const webPath = paths.component(web)

/** What the tab stores, which survives a reload of the page. */
let stored: Map<string, string>
let tab: TabEmulator
let send: Transport

async function openPage() {
  const storage = (): TabStorage => ({
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, text) => stored.set(key, text),
    removeItem: (key) => stored.delete(key),
  })
  tab = await openTabEmulator(tabValue('story', storySchema, storage), Date.now)
  const signedIn = tabValue('session', signedInSchema, storage)
  send = createDemoTransport({ emulator: tab.fetch, signedIn, now: Date.now })
  setTransport(send)
}

beforeEach(async () => {
  stored = new Map()
  await openPage()
})

const fail = (fault: FaultName) => tab.setConditions({ fault, latencyMs: 0 })
const portOf = async (port: number) =>
  (await listPorts(web)).find(({ container_port }) => container_port === port)
const openInner = () => changePort(web, 9113, { action: 'open_inner' })

test('every read of the app finds what its schema asks for, without a token', async () => {
  expect(await getSession()).toMatchObject({ demo: true, example: demoExample, user: { nick_name: 'admin' } })
  const [first] = await listTeams()
  expect(first).toMatchObject({ tenant_name: 'shop' })
  expect(await listRegions({ team: 'shop' })).toHaveLength(3)
  expect(await listComponents(web)).toHaveLength(9)
  expect(await getComponent(web)).toMatchObject({ service_cname: '商城网站 web' })
  expect(await listPorts(web)).toHaveLength(3)
  expect((await listDomains(web)).http.length).toBeGreaterThan(0)
  expect((await listEvents(web, 1)).events.length).toBeGreaterThan(0)
  expect((await listTeamPorts(web)).length).toBeGreaterThan(0)
})

describe('the state of a tab', () => {
  test('survives a reload of the page', async () => {
    await openInner()
    await addPort(web, { port: 4000, protocol: 'tcp', is_inner_service: true })
    const before = [await listPorts(web), await listEvents(web, 1)]
    await openPage()
    expect([await listPorts(web), await listEvents(web, 1)]).toEqual(before)
    expect(await portOf(9113)).toMatchObject({ is_inner_service: true })
  })

  test('includes what was switched on, and what a fault did', async () => {
    await fail('lost-answer')
    await expect(openInner()).rejects.toMatchObject({ kind: 'upstream' })
    await fail('no-effect')
    await changePort(web, 8080, { action: 'close_inner' })
    await openPage()
    expect(tab.conditions()).toEqual({ fault: 'no-effect', latencyMs: 0 })
    expect(await portOf(9113)).toMatchObject({ is_inner_service: true })
    expect(await portOf(8080)).toMatchObject({ is_inner_service: true })
  })

  test('is opened again without the delays', async () => {
    // Also finds out that the team is the visitor's.
    await listPorts(web)
    await tab.setConditions({ fault: null, latencyMs: 600_000 })
    const change = openInner()
    await expect.poll(() => stored.get('story')).toContain('open_inner')
    change.catch(() => undefined)
    await openPage()
    await tab.setConditions({ fault: null, latencyMs: 0 })
    expect(await portOf(9113)).toMatchObject({ is_inner_service: true })
  })

  test('is the seed again after it was forgotten', async () => {
    await openInner()
    await fail('crash')
    tab.forget()
    await openPage()
    expect(await portOf(9113)).toMatchObject({ is_inner_service: false })
    expect(tab.conditions()).toEqual({ fault: null, latencyMs: 0 })
  })

  test('starts from the seed where the storage holds anything else', async () => {
    stored.set('story', '[{"at":1,"request":{"method":"PUT"}}]')
    await openPage()
    expect(await portOf(9113)).toMatchObject({ is_inner_service: false })
  })
})

describe('as the gateway', () => {
  test('answers with the fields that the app reads, and no others', async () => {
    const fields = JSON.stringify(await request(`${webPath}/ports`))
    expect(fields).toContain('container_port')
    expect(fields).not.toContain('mapping_port')
  })

  test('refuses what the allow-list lacks, and what a body must not hold', async () => {
    await expect(request('/openapi/v1/users')).rejects.toMatchObject({ kind: 'not-found' })
    const wrong = { method: 'PUT', body: { action: 'only_open_outer' } } as const
    await expect(request(`${webPath}/ports/80`, wrong)).rejects.toMatchObject({ kind: 'invalid' })
  })

  test('shows nobody a team that is not theirs', async () => {
    await signIn(outsiderToken)
    await expect(listPorts(web)).rejects.toMatchObject({ kind: 'forbidden', reason: 'not-a-member' })
  })

  test('never shows a traceback', async () => {
    await fail('crash')
    const response = await send(`${webPath}/ports`, {})
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('Traceback')
  })

  test.each([
    ['html', 'upstream'],
    ['wrong-shape', 'unreadable'],
    ['licence', 'licence'],
    ['duplicate-permission', 'duplicate-permission'],
  ] as const)('a console with the fault %s fails reads as %s', async (fault, kind) => {
    await fail(fault)
    await expect(listPorts(web)).rejects.toMatchObject({ kind })
    expect(await listTeams()).toHaveLength(3)
  })

  test.each([
    ['connection-reset', 'upstream'],
    ['cluster-too-frequent', 'busy'],
    ['cluster-error', 'cluster'],
    ['unauthenticated', 'unauthenticated'],
  ] as const)('a console with the fault %s fails changes as %s', async (fault, kind) => {
    await fail(fault)
    await listPorts(web)
    await expect(openInner()).rejects.toMatchObject({ kind })
  })
})

describe('the session', () => {
  test('ends by signing out, also for a reload, and begins again with a token', async () => {
    await signOut()
    await openPage()
    expect(await getSession()).toMatchObject({ user: null, demoToken })
    await expect(listTeams()).rejects.toMatchObject({ kind: 'unauthenticated' })
    await expect(signIn(expiredToken)).rejects.toMatchObject({ kind: 'unauthenticated' })
    expect(await signIn(demoToken)).toMatchObject({ user: { nick_name: 'admin' } })
    expect(await listTeams()).toHaveLength(3)
  })

  test('ends when the token is rejected', async () => {
    await fail('unauthenticated')
    await openInner().catch(() => undefined)
    expect(await getSession()).toMatchObject({ user: null })
  })
})

test('a request that is given up rejects at once, with the reason of its signal', async () => {
  await tab.setConditions({ fault: null, latencyMs: 600_000 })
  const reader = new AbortController()
  const read = listPorts(web, reader.signal)
  reader.abort(new Error('left the page'))
  await expect(read).rejects.toThrow('left the page')
})
