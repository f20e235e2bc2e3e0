import { type QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createQueryClient } from '../../../api/query-client'
import { appsQuery } from '../../../api/resources/apps'
import { componentsQuery } from '../../../api/resources/components'
import { domainsQuery } from '../../../api/resources/domains'
import { portsQuery, teamPortsQuery } from '../../../api/resources/ports'
import { teamsQuery } from '../../../api/resources/teams'
import { linkQuery } from './link-loader'
import { readLinkAhead } from './read-link-ahead'

const segments = { team: 'platform', region: 'rainbond', app: '1', component: 'gr1' }
const ref = { team: 't1', region: 'rainbond', app: 1, component: 's1' }

const port = {
  container_port: 80,
  protocol: 'http',
  port_alias: 'GR180',
  is_inner_service: true,
  is_outer_service: false,
  k8s_service_name: 'gr1',
}
const component = { service_id: 's1', service_alias: 'gr1', service_cname: 'web' }
const region = { region_name: 'rainbond', region_alias: 'Shanghai', status: '1' }
const answers: Record<string, unknown> = {
  '/teams': { tenants: [{ tenant_id: 't1', tenant_name: 'platform', tenant_alias: 'P' }], total: 1 },
  '/regions': { regions: [region], total: 1 },
  '/apps': [{ ID: 1, group_name: 'shop' }],
  '/services': [component],
  '/services/gr1': component,
  '/services/s1': component,
  '/ports': { data: { list: [port] } },
  '/domains': { http: [], tcp: [] },
  '/apps_port': { data: { bean: { ports: [] } } },
}

let sent: string[] = []
/** Ends of paths that the console does not know. */
let missing: readonly string[] = []
let release: () => void = () => undefined
let gate: Promise<void> = Promise.resolve()
let client: QueryClient

beforeEach(() => {
  sent = []
  missing = []
  gate = Promise.resolve()
  client = createQueryClient()
  vi.stubGlobal('fetch', async (path: string) => {
    const { pathname } = new URL(path, 'http://portdeck.test')
    sent.push(pathname.replace('/openapi/v1/teams', ''))
    await gate
    const end = Object.keys(answers).find((known) => pathname.endsWith(known) && !missing.includes(known))
    const body = end === undefined ? { code: 404, msg: 'no such route' } : answers[end]
    return Response.json(body, { status: end === undefined ? 404 : 200 })
  })
})

afterEach(() => client.clear())

function hold() {
  gate = new Promise((resolve) => {
    release = resolve
  })
}

const everything = [
  '',
  '/platform/regions',
  '/platform/regions/rainbond/apps',
  '/platform/regions/rainbond/apps/1/services',
  '/platform/regions/rainbond/apps/1/services/gr1',
  '/platform/regions/rainbond/apps/1/services/gr1/ports',
  '/platform/regions/rainbond/apps/1/domains',
  '/platform/regions/rainbond/apps_port',
].sort()

describe('linkQuery', () => {
  it('asks for everything before anything has been answered', async () => {
    hold()
    const opened = client.query(linkQuery(client, segments))
    await vi.waitFor(() => expect(sent).toHaveLength(everything.length))
    expect([...sent].sort()).toEqual(everything)
    release()
    await opened
  })

  it('writes the answers under the ids, so that nobody asks again', async () => {
    await client.query(linkQuery(client, segments))
    const ports = new QueryObserver(client, portsQuery(ref))
    ports.subscribe(() => undefined)
    const domains = new QueryObserver(client, domainsQuery(ref))
    domains.subscribe(() => undefined)
    await vi.waitFor(() => expect(ports.getCurrentResult().data).toEqual([port]))
    await vi.waitFor(() => expect(client.getQueryData(teamPortsQuery(ref).queryKey)).toEqual([]))
    expect([...sent].sort()).toEqual(everything)
  })

  it('asks only for what lies on the way of a shorter link', async () => {
    await client.query(linkQuery(client, { team: 'platform', region: 'rainbond' }))
    expect([...sent].sort()).toEqual(['', '/platform/regions', '/platform/regions/rainbond/apps'])
  })

  it('is not open for who looks at it between its first answers, who would ask for the rest by id', async () => {
    const link = { team: 'platform', region: 'rainbond' }
    const answer = fetch
    let releaseRest: () => void = () => undefined
    const rest = new Promise<void>((resolve) => {
      releaseRest = resolve
    })
    vi.stubGlobal('fetch', async (path: string) => {
      if (!/\/teams(\?|$)/.test(path)) await rest
      return answer(path)
    })
    const opened = client.query(linkQuery(client, link))
    await vi.waitFor(() => expect(client.getQueryData(teamsQuery().queryKey)).toBeDefined())
    const looker = new QueryObserver(client, linkQuery(client, link))
    const leave = looker.subscribe(() => undefined)
    expect(client.getQueryData(appsQuery({ team: 't1', region: 'rainbond' }).queryKey)).toBeUndefined()
    expect(looker.getCurrentResult().isSuccess).toBe(false)
    releaseRest()
    await opened
    expect(looker.getCurrentResult().isSuccess).toBe(true)
    leave()
  })

  it('is open once its last segment is known, and goes on with what comes below it', async () => {
    const answer = fetch
    let releaseApps: () => void = () => undefined
    const apps = new Promise<void>((resolve) => {
      releaseApps = resolve
    })
    vi.stubGlobal('fetch', async (path: string) => {
      if (path.endsWith('/apps')) await apps
      return answer(path)
    })
    await client.query(linkQuery(client, { team: 'platform', region: 'rainbond' }))
    const { queryKey } = appsQuery({ team: 't1', region: 'rainbond' })
    expect(client.getQueryState(queryKey)).toMatchObject({ data: undefined, fetchStatus: 'fetching' })
    releaseApps()
    await vi.waitFor(() => expect(client.getQueryData(queryKey)).toBeDefined())
    expect(sent.filter((path) => path.endsWith('/apps'))).toHaveLength(1)
  })

  it('asks again by id where a segment was a name that only a list knows', async () => {
    await client.query(linkQuery(client, { ...segments, region: 'Shanghai', app: 'shop' }))
    await vi.waitFor(() => expect(client.getQueryData(portsQuery(ref).queryKey)).toEqual([port]))
    expect(sent).toContain('/t1/regions/rainbond/apps/1/services')
  })

  it('does without side routes', async () => {
    missing = ['/domains', '/apps_port', '/services/gr1']
    await expect(client.query(linkQuery(client, segments))).resolves.toBe(true)
    await vi.waitFor(() => expect(client.getQueryData(portsQuery(ref).queryKey)).toEqual([port]))
  })

  it('learns the component’s id from itself where the app’s list is missing', async () => {
    missing = ['/services']
    await client.query(linkQuery(client, segments))
    await vi.waitFor(() => expect(client.getQueryData(portsQuery(ref).queryKey)).toEqual([port]))
    expect(client.getQueryState(componentsQuery(ref).queryKey)?.error).toMatchObject({ kind: 'not-found' })
  })

  it('takes no time and asks nothing where the cache knows the segments', async () => {
    await client.query(linkQuery(client, segments))
    sent = []
    const byIds = { team: 't1', region: 'rainbond', app: '1', component: 's1' }
    expect(new QueryObserver(client, linkQuery(client, byIds)).getCurrentResult().isSuccess).toBe(true)
    expect(sent).toEqual([])
  })

  it('fails where the list of teams fails', async () => {
    missing = ['/teams']
    await expect(client.query(linkQuery(client, segments))).rejects.toMatchObject({ kind: 'not-found' })
  })
})

describe('readLinkAhead', () => {
  const inApp = '/teams/platform/regions/rainbond/apps/1/services'

  it('reads what the page of a choice adds to the list that it is made from, and that once', async () => {
    const { team, region, app } = segments
    await client.query(linkQuery(client, { team, region, app }))
    sent = []
    await readLinkAhead(client, `${inApp}/gr1/ports`)
    expect(sent.toSorted()).toEqual([
      '/t1/regions/rainbond/apps/1/domains',
      '/t1/regions/rainbond/apps/1/services/s1/ports',
    ])
    await readLinkAhead(client, `${inApp}/gr1/ports`)
    expect(sent).toHaveLength(2)
  })

  it('reads everything where nothing is known yet', async () => {
    await readLinkAhead(client, inApp)
    expect(sent.toSorted()).toEqual(everything.filter((path) => !/gr1|domains|_port/.test(path)))
  })

  it('reads nothing for another path, and leaves failures to the page', async () => {
    await readLinkAhead(client, '/help')
    expect(sent).toEqual([])
    missing = ['/regions']
    await expect(readLinkAhead(client, inApp)).resolves.toBeUndefined()
  })
})
