import { describe, expect, it, test } from 'vitest'
import { noActivity } from '../../change/engine/stores/port-activity'
import { aPort } from '../../change/testing/fake-effects'
import { columnTracks, placeColumns, portColumns, shownColumns } from './columns'
import { hasSeveralDomains } from './internal-domain'
import { type PortRow, rowId } from './port-row'
import { makeSearchTexts, matcherOf } from './search-text'
import { comparedBy, formatSort, parseSort } from './sort-rows'

function row(port: number, said: Parameters<typeof aPort>[1] = {}, publicAddress?: string): PortRow {
  const rules =
    publicAddress === undefined
      ? []
      : [{ port, open: true, custom: false, kind: 'http' as const, protocol: 'http', publicAddress }]
  return {
    id: rowId('s1', port),
    componentId: 's1',
    port: aPort(port, said),
    isTwice: false,
    areRulesToCome: false,
    isFromLastVisit: false,
    rules,
    activity: noActivity,
    place: null,
  }
}

const rows = [
  row(8080, { port_alias: 'WEB', is_inner_service: true, is_outer_service: true }, 'http://shop.example'),
  row(443, { protocol: 'tcp', port_alias: 'TLS', is_inner_service: true }),
  row(3306, { protocol: 'mysql', port_alias: 'DB10', k8s_service_name: 'orders-db' }),
  row(9000, { port_alias: 'DB9' }),
]
const parse = (sort: string | null) => parseSort(sort, portColumns)
const ports = (list: Iterable<PortRow>) => [...list].map((one) => one.port.container_port)

describe('sorting', () => {
  it.each([
    ['port', [443, 3306, 8080, 9000]],
    ['-port', [9000, 8080, 3306, 443]],
    ['protocol', [8080, 9000, 3306, 443]],
    ['alias', [9000, 3306, 443, 8080]],
    ['domain', [3306, 443, 8080, 9000]],
    ['inner', [443, 8080, 3306, 9000]],
    ['outer', [8080, 443, 3306, 9000]],
    ['-outer', [443, 3306, 9000, 8080]],
    ['address', [8080, 443, 3306, 9000]],
  ])('by %s', (sort, expected) => {
    expect(ports(rows.toSorted(comparedBy(parse(sort))))).toEqual(expected)
  })

  test.each(['alias', '-outer', '-port'])('%s is kept in the URL as it is', (sort) => {
    expect(formatSort(parse(sort))).toBe(sort)
  })

  test.each([null, '', 'port', 'nonsense', '-nonsense', ...placeColumns])(
    '%j is the default, which the URL leaves out',
    (sort) => {
      expect(formatSort(parse(sort))).toBeNull()
    },
  )

  it('counts a port with an open gateway rule as open outside', () => {
    const standing = row(1, {}, 'http://old.example')
    expect(ports([row(0), standing].sort(comparedBy(parse('outer'))))).toEqual([1, 0])
  })
})

describe('filtering', () => {
  it.each([
    ['', [8080, 443, 3306, 9000]],
    ['80', [8080]],
    ['db', [3306, 9000]],
    ['MYSQL', [3306]],
    ['orders', [3306]],
    ['shop.example', [8080]],
    ['outer', [8080]],
    ['external', [8080]],
    ['internal tcp', [443]],
    ['对外', [8080]],
    ['inner tcp', [443]],
    ['  tls  ', [443]],
    ['８０８０', [8080]],
    ['\u200B443', [443]],
    ['inner　tcp', [443]],
    ['nothing such', []],
  ])('by %j', (filter, expected) => {
    expect(ports(rows.filter(matcherOf(filter) ?? Boolean))).toEqual(expected)
  })
})

test('the internal domain has a column only where the ports of a component have different ones', () => {
  expect(hasSeveralDomains([])).toBe(false)
  expect(hasSeveralDomains([row(1), row(2)])).toBe(false)
  expect(hasSeveralDomains([row(1), row(2, { k8s_service_name: 'old' })])).toBe(true)
  expect(shownColumns(false).has('domain')).toBe(false)
  expect([...shownColumns(true)]).toEqual(portColumns)
})

test('the grid has a track for each shown column and for the menu', () => {
  const tracks = columnTracks(shownColumns(true))
  expect(Object.keys(tracks)).toEqual(['--wide-columns', '--narrow-columns'])
  for (const text of Object.values(tracks))
    expect(text.replaceAll(/\(.*?\)/g, '').split(' ')).toHaveLength(portColumns.length + 1)
})

test('what was made before a search is not made for its first letter', async () => {
  const one = row(8080, { port_alias: 'WEB' })
  let reads = 0
  const counted = new Proxy(one, {
    get(target, key: keyof PortRow) {
      reads += 1
      return target[key]
    },
  })
  await makeSearchTexts({ components: () => ['s1'], listed: () => new Map([[one.id, counted]]) })
  expect(reads).toBeGreaterThan(0)
  reads = 0
  expect(matcherOf('web')?.(counted)).toBe(true)
  expect(reads).toBe(0)
})
