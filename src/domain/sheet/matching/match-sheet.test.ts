import { describe, expect, it, test } from 'vitest'
import { aPort, both, inner } from '../../testing/component'
import { readAndMatch } from '../../testing/imported'
import type { PresentComponent } from '../sheet'
import { checkThresholds, countsOf, defaultThresholds } from './thresholds'

const web: PresentComponent = {
  ...{ app: 'shop', component: 'web', componentId: 'w1' },
  ports: [aPort(80, { ...both, port_alias: 'WEB' }), aPort(81, inner), aPort(82)],
}
const api: PresentComponent = {
  ...{ app: 'shop', component: 'api', componentId: 'a1' },
  ports: [aPort(80, { k8s_service_name: 'api' })],
}
const staging: PresentComponent = { ...web, app: 'staging', componentId: 'w2' }
const lost: PresentComponent = { ...{ app: 'shop', component: 'lost', componentId: 'l1' }, ports: null }
const present = [web, api, staging, lost]

/** Matches lines of a sheet, whose first is the header. */
function match(lines: string, missing = 'leave') {
  return readAndMatch(`portdeck,1\nmissing,${missing}\n${lines}`, present)
}

function matched(lines: string, missing?: string) {
  const result = match(lines, missing)
  if ('errors' in result) throw new Error(JSON.stringify(result.errors))
  return result
}

/** The errors as `line:column kind "text"`. */
function errorsOf(lines: string): string[] {
  const result = match(lines)
  if (!('errors' in result)) return []
  return result.errors.map(
    ({ line, column, text, problem }) => `${line}:${column} ${problem.kind} ${JSON.stringify(text)}`,
  )
}

describe('the component of a row', () => {
  test.each([
    ['its id', 'componentId,port\nw1,80', 'id'],
    ['its id and names', 'app,component,componentId,port\nshop,web,w1,80', 'id'],
    ['the names of app and component', 'app,component,port\nshop,web,80', 'name'],
    ['names whose blanks differ', 'app,component,port\n shop ,"web\n",80', 'name'],
    [
      'its names, where the id is that of another cluster',
      'app,component,componentId,port\nshop,web,x,80',
      'name',
    ],
  ])('is found by %s', (_, lines, matchedBy) => {
    expect(matched(lines).components).toMatchObject([{ component: { componentId: 'w1' }, matchedBy }])
  })

  it('is found by its own name alone where no other app has one', () => {
    expect(matched('component,port\napi,80').components).toMatchObject([{ component: api }])
  })

  test.each([
    ['component,port\nweb,80', '4:1 ambiguous-component "web"'],
    ['component,port\nwbe,80', '4:1 unknown-component "wbe"'],
    ['app,component,port\nshpo,web,80', '4:1 unknown-app "shpo"'],
    ['app,component,port\nstaging,api,80', '4:9 unknown-component "api"'],
    ['componentId,port\nx,80', '4:1 unknown-component "x"'],
    ['component,componentId,port\napi,w1,80', '4:1 other-name "api"'],
    ['app,component,componentId,port\nstaging,web,w1,80', '4:1 other-name "staging"'],
    ['app,component,componentId,port\nshop,web,w1,80\nshop,web,x,81', '5:10 other-id "x"'],
    ['component,port\nlost,80', '4:1 ports-unknown "lost"'],
  ])('is in error: %j is %s', (lines, error) => {
    expect(errorsOf(lines)).toEqual([error])
  })

  it('is named in an error as it was probably meant', () => {
    expect(match('app,component,port\nshpo,web,80\nshop,wbe,80')).toMatchObject({
      errors: [
        { problem: { kind: 'unknown-app', nearest: 'shop' } },
        { problem: { kind: 'unknown-component', nearest: 'web' } },
      ],
    })
  })
})

describe('what a sheet asks', () => {
  it('is what differs, and nothing of what is left out or the same', () => {
    const { components } = matched(
      'componentId,port,protocol,alias,internalDomain,internal,external\nw1,80,tcp,WEB,web,,no\nw1,81,,,,yes,',
    )
    expect(components).toMatchObject([
      {
        rows: [
          {
            changes: [
              { field: 'protocol', before: 'http', after: 'tcp' },
              { field: 'outer', before: true, after: false },
            ],
          },
          { changes: [] },
        ],
        unnamed: [{ container_port: 82 }],
      },
    ])
    expect(components[0]?.desired).toEqual({ ports: new Map([[80, { protocol: 'tcp', outer: false }]]) })
  })

  it('adds ports that are not there', () => {
    const { components } = matched('componentId,port,protocol,external\na1,81,grpc,yes')
    expect(components).toMatchObject([{ rows: [{ isNew: true, changes: [{ before: null }, {}] }] }])
    expect(components[0]?.desired).toEqual({
      ports: new Map([[81, { protocol: 'grpc', outer: true }]]),
      adds: new Set([81]),
    })
  })

  it('deletes the ports that it does not name, of components that it names, where it says so', () => {
    const { components } = matched('componentId,port\nw1,80', 'delete')
    expect(components).toHaveLength(1)
    expect(components[0]?.desired.ports).toEqual(
      new Map([
        [81, 'delete'],
        [82, 'delete'],
      ]),
    )
  })

  it('is one internal domain for a component', () => {
    const { components } = matched('componentId,port,internalDomain\nw1,80,shop\nw1,81,\nw1,82,shop')
    expect(components[0]?.desired).toEqual({ ports: new Map(), internalDomain: 'shop' })
  })

  test.each([
    ['componentId,port\nw1,80\nw1,80', '5:4 duplicate-row "80"'],
    ['app,component,componentId,port\n,,w1,80\nshop,web,,80', '5:11 duplicate-row "80"'],
    ['componentId,port\nw1,83', '4:4 incomplete-port "83"'],
    ['componentId,port,protocol,external\nw1,83,http,no', '4:4 incomplete-port "83"'],
    ['componentId,port,protocol\nw1,80,htpp', '4:7 unknown-value "htpp"'],
    ['componentId,port,alias\nw1,80,web', '4:7 alias "web"'],
    ['componentId,port,internalDomain\nw1,80,Shop', '4:7 internal-domain "Shop"'],
    ['componentId,port,internalDomain\nw1,80,api', '4:7 internal-domain "api"'],
    ['componentId,port,internalDomain\nw1,80,one\na1,80,one', '5:7 internal-domain "one"'],
    ['componentId,port,internalDomain\nw1,80,shop\nw1,81,web', '4:7 other-internal-domain "shop"'],
    ['componentId,port,internal,external\nw1,80,no,yes', '4:10 external-without-internal "yes"'],
    ['componentId,port,internal,external\nw1,82,no,yes', '4:10 external-without-internal "yes"'],
  ])('can be wrong: %j is %s', (lines, error) => {
    expect(errorsOf(lines)).toEqual([error])
  })

  it('keeps what old data has, and cannot be asked for', () => {
    const old = {
      protocol: 'HTTPS',
      port_alias: 'old-alias',
      k8s_service_name: 'Old_Name',
      is_outer_service: true,
    }
    const ports = [aPort(80, old), aPort(80, { ...old, protocol: 'udp' })]
    const text =
      'portdeck,1\ncomponentId,port,protocol,alias,internalDomain,internal,external\n' +
      'w1,80,https,old-alias,Old_Name,no,yes\n'
    const one = readAndMatch(text, [{ ...web, ports: ports.slice(0, 1) }])
    expect(one).toMatchObject({ components: [{ rows: [{ changes: [] }] }] })
    const two = readAndMatch(`${text}w1,80,udp,old-alias,Old_Name,no,yes\n`, [{ ...web, ports }])
    expect(two).toMatchObject({ components: [{ rows: [{ changes: [] }, { changes: [] }], unnamed: [] }] })
    expect(readAndMatch(text.replace(',no,', ',yes,'), [{ ...web, ports }])).toMatchObject({
      errors: [{ line: 3, text: 'yes', problem: { kind: 'port-twice' } }],
    })
  })
})

describe('thresholds', () => {
  const many: PresentComponent = {
    ...web,
    ports: Array.from({ length: 40 }, (_, at) => aPort(1000 + at, inner)),
  }

  /** What a sheet names of the 40 ports, the first opened to the outside. */
  function counts(named: number, opened: number, missing: string) {
    const rows = Array.from({ length: named }, (_, at) => `w1,${1000 + at},${at < opened ? 'yes' : 'no'}`)
    const result = readAndMatch(
      `portdeck,1\nmissing,${missing}\ncomponentId,port,external\n${rows.join('\n')}`,
      [many],
    )
    if ('errors' in result) throw new Error(JSON.stringify(result.errors))
    return countsOf(result)
  }

  it('count what becomes of each port', () => {
    expect(counts(30, 4, 'leave')).toEqual({
      ...{ ports: 40, same: 26, changed: 4, added: 0, deleted: 0, leftAlone: 10, exposed: 4 },
    })
    expect(countsOf(matched('componentId,port,protocol,external\na1,81,grpc,yes', 'delete'))).toEqual({
      ...{ ports: 1, same: 0, changed: 0, added: 1, deleted: 1, leftAlone: 0, exposed: 1 },
    })
  })

  test.each([
    [30, 0, 'delete', []],
    [29, 0, 'delete', [{ what: 'deleted', count: 11, of: 40 }]],
    [29, 0, 'leave', []],
    [40, 10, 'leave', []],
    [40, 11, 'leave', [{ what: 'exposed', count: 11, of: 40 }]],
  ])(
    'with %i of 40 ports named and %i opened, those not named to %s, are exceeded by %j',
    (named, opened, missing, exceeded) => {
      expect(checkThresholds(counts(named, opened, missing), defaultThresholds)).toMatchObject(exceeded)
    },
  )

  it('are exceeded only where both the count and the share are', () => {
    const threshold = { share: 0.5, count: 10 }
    const thresholds = { deleted: threshold, exposed: threshold }
    expect(checkThresholds(counts(40, 20, 'leave'), thresholds)).toEqual([])
    expect(checkThresholds(counts(40, 21, 'leave'), thresholds)).toEqual([
      { what: 'exposed', count: 21, of: 40, threshold },
    ])
  })
})
