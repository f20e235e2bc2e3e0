import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allPortsPath, choicePath, exposurePath, linkPath, parseLink, readLink, segmentsAbove } from './link'

const whole = { team: 'platform', region: 'rainbond', app: '1', component: 'gr1a2b3c' }

describe('parseLink', () => {
  it('reads every level of a component’s link', () => {
    expect(parseLink('/teams/platform/regions/rainbond/apps/1/services/gr1a2b3c/ports')).toEqual(whole)
  })

  it.each([
    ['/teams', {}],
    ['/teams/', {}],
    ['/teams/platform', { team: 'platform' }],
    ['/teams/platform/regions', { team: 'platform' }],
    ['/teams/platform/regions/rainbond', { team: 'platform', region: 'rainbond' }],
    ['/teams/platform/regions/rainbond/apps/', { team: 'platform', region: 'rainbond' }],
    ['/teams/platform/regions/rainbond/apps/1', { team: 'platform', region: 'rainbond', app: '1' }],
    ['/teams/platform/regions/rainbond/apps/1/services', { team: 'platform', region: 'rainbond', app: '1' }],
    ['/teams/platform/regions/rainbond/apps/1/services/gr1a2b3c', whole],
  ])('reads %s, which ends at a level or at its list', (path, segments) => {
    expect(parseLink(path)).toEqual(segments)
  })

  it('decodes each segment by itself', () => {
    expect(parseLink('/teams/%E5%B9%B3%E5%8F%B0/regions/a%2Fb/apps')).toEqual({ team: '平台', region: 'a/b' })
  })

  it('keeps a segment that cannot be decoded', () => {
    expect(parseLink('/teams/100%/regions')).toEqual({ team: '100%' })
  })

  it.each([
    '/',
    '/team',
    '/teams/a/regions/b/ports/80',
    '/teams/a/ports',
    '/teams//regions',
    '/teams/a/b',
    '/teams/a/regions/b/apps/1/services/c/ports/80',
  ])('leaves %s to others', (path) => {
    expect(parseLink(path)).toBeNull()
  })
})

describe('linkPath', () => {
  it.each([
    {},
    { team: 'a b' },
    { team: '平台', region: 'a/b' },
    { team: 'a', region: 'b', app: '?' },
    whole,
  ])('is read back as the same segments: %j', (segments) => {
    expect(parseLink(linkPath(segments))).toEqual(segments)
  })

  it('is read back as the same segments whatever is in them, by itself and from the address bar', () => {
    // Every reader of a URL takes `.` and `..` for steps, however they are encoded: nothing can be called so in a link.
    const word = fc
      .oneof(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc
          .array(fc.constantFrom('/', '%', '\\', '.', '%2F', '%25', '?', '#', ' ', 'a'), { minLength: 1 })
          .map((parts) => parts.join('')),
      )
      .filter((text) => text !== '.' && text !== '..')
    const segments = fc.oneof(
      fc.record({ team: word }),
      fc.record({ team: word, region: word }),
      fc.record({ team: word, region: word, app: word }),
      fc.record({ team: word, region: word, app: word, component: word }),
    )
    fc.assert(
      fc.property(segments, (link) => {
        expect(parseLink(linkPath(link))).toEqual(link)
        expect(parseLink(new URL(linkPath(link), 'http://desk.test').pathname)).toEqual(link)
      }),
      { seed: 20261126, numRuns: 1000 },
    )
  })

  it('leads to the list of the next level', () => {
    expect(linkPath({ team: 'platform', region: 'rainbond' })).toBe('/teams/platform/regions/rainbond/apps')
  })
})

describe('segmentsAbove', () => {
  it('keeps what lies above the level', () => {
    expect(segmentsAbove(whole, 'team')).toEqual({})
    expect(segmentsAbove(whole, 'region')).toEqual({ team: 'platform' })
    expect(segmentsAbove(whole, 'app')).toEqual({ team: 'platform', region: 'rainbond' })
    expect(segmentsAbove(whole, 'component')).toEqual({ team: 'platform', region: 'rainbond', app: '1' })
  })
})

describe('all ports', () => {
  const app = { team: 'a', region: 'b', app: '1' }

  it('are those of a cluster or of an app', () => {
    expect(readLink('/teams/a/regions/b/ports')).toEqual({
      segments: { team: 'a', region: 'b' },
      page: 'clusterPorts',
    })
    expect(readLink('/teams/a/regions/b/apps/1/ports/')).toEqual({ segments: app, page: 'appPorts' })
    expect(allPortsPath({ team: 'a' })).toBeNull()
    expect(allPortsPath({ ...app, component: 'c' })).toBe('/teams/a/regions/b/apps/1/ports')
  })

  it('stay in view when another cluster or app is chosen there, and lead to the component otherwise', () => {
    expect(choicePath(app, 'region', 'x', 'appPorts')).toBe('/teams/a/regions/x/ports')
    expect(choicePath(app, 'app', '2', 'clusterPorts')).toBe('/teams/a/regions/b/apps/2/ports')
    expect(choicePath(app, 'team', 'x', 'appPorts')).toBe('/teams/x/regions')
    expect(choicePath(app, 'component', 'c', 'appPorts')).toBe('/teams/a/regions/b/apps/1/services/c/ports')
    expect(choicePath(app, 'app', '2', 'ports')).toBe('/teams/a/regions/b/apps/2/services')
  })
})

describe('what is open at the gateway', () => {
  const cluster = { team: 'a', region: 'b' }

  it('is a page of a cluster', () => {
    expect(readLink('/teams/a/regions/b/exposure/')).toEqual({ segments: cluster, page: 'exposure' })
    expect(exposurePath({ ...cluster, app: '1' })).toBe('/teams/a/regions/b/exposure')
    expect(exposurePath({ team: 'a' })).toBeNull()
  })

  it('stays in view when another cluster is chosen there, and gives way to the components of an app', () => {
    expect(choicePath(cluster, 'region', 'x', 'exposure')).toBe('/teams/a/regions/x/exposure')
    expect(choicePath(cluster, 'app', '1', 'exposure')).toBe('/teams/a/regions/b/apps/1/services')
  })
})
