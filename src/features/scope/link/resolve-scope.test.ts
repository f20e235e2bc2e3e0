import { describe, expect, it } from 'vitest'
import { ApiError } from '../../../api/errors/errors'
import type { LinkSegments } from './link'
import { problemOf, resolveScope, type ScopeReads } from './resolve-scope'

const team = { tenant_id: 't1', tenant_name: 'platform', tenant_alias: 'Platform' }
const region = { region_name: 'rainbond', region_alias: 'Shanghai', status: '1' }
const maintenance = { region_name: 'maint', region_alias: 'South', status: '3' }
const app = { ID: 1, group_name: 'shop' }
const component = { service_id: 's1', service_alias: 'gr1', service_cname: 'web' }

const segments: LinkSegments = { team: 'platform', region: 'rainbond', app: '1', component: 'gr1' }
const read = <T>(data: T) => ({ data, error: null })
const unread = { data: undefined, error: null }
const failed = (error: ApiError) => ({ data: undefined, error })
const all: ScopeReads = {
  teams: read([team]),
  regions: read([region, maintenance]),
  apps: read([app]),
  components: read([component]),
  component: unread,
}
const notFound = (msg: string, code = 404) => new ApiError({ kind: 'not-found', status: 404, code, msg })
const crash = new ApiError({ kind: 'crash', status: 500 })

const resolve = (reads: Partial<ScopeReads>, changed: LinkSegments = segments) =>
  resolveScope(changed, { ...all, ...reads })

describe('resolveScope', () => {
  it('finds everything that the segments name', () => {
    expect(resolve({})).toEqual({ status: 'ready', found: { team, region, app, component } })
  })

  it.each([
    ['ids', { team: 't1', region: 'rainbond', app: '1', component: 's1' }],
    ['what people call them', { team: 'Platform', region: 'Shanghai', app: 'shop', component: 'web' }],
  ])('takes %s as well', (_, changed) => {
    expect(resolve({}, changed).status).toBe('ready')
  })

  it('does not guess between two of one name', () => {
    const twins = [component, { ...component, service_id: 's2', service_alias: 'gr2' }]
    const reads = { components: read(twins), component: failed(notFound('no found component')) }
    expect(resolve(reads, { ...segments, component: 'web' })).toMatchObject({
      status: 'error',
      problem: { reason: 'not-found', level: 'component', name: 'web' },
    })
  })

  it('is ready at the level where the link ends', () => {
    const reads = { apps: unread, components: unread }
    expect(resolve(reads, { team: 'platform', region: 'rainbond' })).toMatchObject({ status: 'ready' })
    expect(resolve({ teams: unread }, {})).toMatchObject({ status: 'ready' })
  })

  it.each(['teams', 'regions', 'apps', 'components'] as const)('waits for %s', (list) => {
    expect(resolve({ [list]: unread }).status).toBe('loading')
  })

  it.each([
    ['region', { region: 'moon' }],
    ['app', { app: '999' }],
    ['app', { app: 'no-such-app' }],
  ] as const)('says that the %s is not there', (level, changed) => {
    expect(resolve({}, { ...segments, ...changed })).toMatchObject({
      status: 'error',
      problem: { reason: 'not-found', level },
    })
  })

  it('says that a component is not there, or in another app', () => {
    const link = { ...segments, component: 'gr9' }
    expect(resolve({ component: unread }, link).status).toBe('loading')
    expect(resolve({ component: failed(notFound('no found component')) }, link)).toMatchObject({
      problem: { reason: 'not-found', level: 'component' },
    })
    expect(resolve({ component: failed(notFound('component not belong to this app')) }, link)).toMatchObject({
      problem: { reason: 'elsewhere' },
    })
    // An app without components answers for every component of the team.
    const other = { ...component, service_id: 's9', service_alias: 'gr9' }
    expect(resolve({ components: read([]), component: read(other) }, link)).toMatchObject({
      problem: { reason: 'elsewhere' },
    })
  })

  it('makes do with the component by itself when the app’s list fails', () => {
    const reads = { components: failed(crash) }
    expect(resolve({ ...reads, component: unread }).status).toBe('loading')
    expect(resolve({ ...reads, component: read(component) })).toMatchObject({
      status: 'ready',
      found: { component },
    })
    expect(resolve({ ...reads, component: failed(crash) })).toMatchObject({
      problem: { reason: 'failed', level: 'component' },
    })
  })

  it('does not enter a cluster in maintenance, and names it as people do', () => {
    expect(resolve({}, { ...segments, region: 'maint' })).toMatchObject({
      problem: { reason: 'maintenance', level: 'region', name: 'South' },
    })
  })

  it('keeps what is known when a later reading fails', () => {
    expect(resolve({ apps: { data: [app], error: crash } }).status).toBe('ready')
  })

  it('says that the gateway lets only members in', () => {
    const forbidden = new ApiError({ kind: 'forbidden', reason: 'not-a-member' })
    expect(resolve({ teams: read([]), regions: failed(forbidden) })).toMatchObject({
      problem: { reason: 'forbidden', level: 'team', name: 'platform' },
    })
  })

  it('enters a team that is not on the list where the server answers for it', () => {
    expect(resolve({ teams: read([]) })).toMatchObject({
      status: 'ready',
      found: { team: { tenant_id: 'platform', tenant_name: 'platform' } },
    })
  })
})

describe('problemOf', () => {
  it.each([
    [notFound('no found team'), 'app', { reason: 'not-found', level: 'team', name: 'platform' }],
    [notFound('the region is not found', 3000), 'app', { reason: 'not-found', level: 'region' }],
    [notFound('no found app'), 'component', { reason: 'not-found', level: 'app', name: '1' }],
    [
      new ApiError({ kind: 'wrong-state', code: 2001 }),
      'app',
      { reason: 'not-initialised', level: 'region' },
    ],
    [crash, 'app', { reason: 'failed', level: 'app', error: crash }],
  ] as const)('tells %s apart', (error, level, problem) => {
    expect(problemOf(error, level, segments)).toMatchObject(problem)
  })

  it('calls a list that is missing at a level that the link does not name a failure', () => {
    const error = notFound('')
    expect(problemOf(error, 'app', { team: 'platform', region: 'rainbond' })).toMatchObject({
      reason: 'failed',
      level: 'app',
    })
  })
})
