import { describe, expect, test } from 'vitest'
import { planPorts } from '../plan/plan'
import { aComponent, aPort, aGatewayRule, both, inner } from '../testing/component'
import {
  assignedByOpening,
  componentsWithRules,
  gatewayRulesOf,
  innerAddress,
  openPublicAddresses,
} from './gateway-rules'

const http = { service_id: 's', container_port: 80, is_outer_service: true, domain_name: 'www.acme.test' }
const tcp = { service_id: 's', container_port: 3306, is_outer_service: true, end_point: '0.0.0.0:30306' }

describe('the rules of a component', () => {
  test('are its own, http before tcp, with what is custom and what is open', () => {
    const domains = {
      http: [
        { ...http, type: 1 },
        { ...http, service_id: 'other' },
        { ...http, type: 0, is_outer_service: false },
      ],
      tcp: [tcp],
    }
    const rule = { port: 80, kind: 'http', protocol: 'http', publicAddress: 'http://www.acme.test' }
    expect(gatewayRulesOf(domains, 's', { tcpdomain: '10.0.0.1' })).toEqual([
      { ...rule, custom: true, open: true },
      { ...rule, custom: false, open: false },
      {
        port: 3306,
        kind: 'tcp',
        protocol: 'tcp',
        publicAddress: '10.0.0.1:30306',
        custom: false,
        open: true,
      },
    ])
    expect(componentsWithRules(domains)).toEqual(new Set(['s', 'other']))
  })

  test.each([
    [{ http: [{ ...http, certificate_id: 7 }], tcp: [] }, 'https'],
    [{ http: [], tcp: [{ ...tcp, protocol: 'udp' }] }, 'udp'],
    [{ http: [], tcp: [{ ...tcp, protocol: null }] }, 'tcp'],
    [{ http: [], tcp: [{ ...tcp, protocol: '' }] }, 'tcp'],
  ])('%j speak %s', (domains, protocol) => {
    expect(gatewayRulesOf(domains, 's')).toMatchObject([{ protocol }])
  })

  test.each([
    [{}, 'http://www.acme.test'],
    [{ certificate_id: 0, domain_path: '' }, 'http://www.acme.test'],
    [{ certificate_id: null, domain_path: null }, 'http://www.acme.test'],
    [{ certificate_id: 7 }, 'https://www.acme.test'],
    [{ domain_path: '/' }, 'http://www.acme.test'],
    [{ certificate_id: 7, domain_path: '/shop' }, 'https://www.acme.test/shop'],
    [{ domain_path: 'shop' }, 'http://www.acme.test/shop'],
  ])('http rule %j answers on %s', (given, publicAddress) => {
    expect(gatewayRulesOf({ http: [{ ...http, ...given }], tcp: [] }, 's')).toMatchObject([{ publicAddress }])
  })

  test.each([
    ['0.0.0.0:30306', '10.0.0.1', '10.0.0.1:30306'],
    ['10.9.9.9:30306', '10.0.0.1', '10.9.9.9:30306'],
    ['30306', '10.0.0.1', '10.0.0.1:30306'],
    [':30306', '10.0.0.1', '10.0.0.1:30306'],
    ['0.0.0.0:30306', '', '0.0.0.0:30306'],
    ['0.0.0.0:30306', null, '0.0.0.0:30306'],
    ['30306', null, '30306'],
  ])('TCP end point %s in a cluster %s answers on %s', (end_point, tcpdomain, publicAddress) => {
    expect(gatewayRulesOf({ http: [], tcp: [{ ...tcp, end_point }] }, 's', { tcpdomain })).toMatchObject([
      { publicAddress },
    ])
  })
})

describe('addresses', () => {
  test('that are open are those of active rules alone', () => {
    const rules = [
      aGatewayRule(),
      aGatewayRule({ open: false, publicAddress: 'http://off.acme.test' }),
      aGatewayRule({ port: 81 }),
    ]
    expect(openPublicAddresses(aComponent([aPort(80)], rules), 80)).toEqual(['http://web-80-team.acme.test'])
    expect(openPublicAddresses(aComponent([aPort(80)], null), 80)).toBeNull()
  })

  test('that come alive are all kept ones of the kind, else a new one', () => {
    const kept = [
      aGatewayRule({ open: false }),
      aGatewayRule({ open: false, custom: true, publicAddress: 'https://www.acme.test' }),
    ]
    const component = aComponent([aPort(80)], kept)
    expect(assignedByOpening(component, 80, 'http')).toBeNull()
    expect(assignedByOpening(component, 80, 'tcp')).toBe('tcp')
    expect(assignedByOpening(component, 81, 'http')).toBe('http')
    expect(assignedByOpening(aComponent([], null), 81, 'http')).toBeNull()
  })

  test('inside are the internal domain and the port', () => {
    expect(innerAddress(aPort(80, { k8s_service_name: 'shop' }))).toBe('shop:80')
  })
})

describe('what a plan changes of them', () => {
  function changes(component: Parameters<typeof planPorts>[0], desired: Parameters<typeof planPorts>[1]) {
    const plan = planPorts(component, desired)
    return 'unreachable' in plan ? plan.unreachable : plan.addressChanges
  }

  test('a protocol change of an outer-open port: old to new', () => {
    const component = aComponent([aPort(80, both)], [aGatewayRule()])
    expect(changes(component, { ports: new Map([[80, { protocol: 'tcp' }]]) })).toEqual([
      {
        ...{ scope: 'outer', port: 80, before: ['http://web-80-team.acme.test'], after: [] },
        ...{ assigned: 'tcp', known: true },
      },
    ])
  })

  test('a port whose outer neither opens nor closes, or comes back as it was, keeps its own', () => {
    const kept = aGatewayRule({ kind: 'tcp', publicAddress: '10.0.0.1:30001' })
    const component = aComponent([aPort(80, { ...both, protocol: 'mysql' }), aPort(81, both)], [kept])
    expect(changes(component, { ports: new Map([[81, { alias: 'A' }]]) })).toEqual([])
    expect(changes(component, { ports: new Map([[80, { protocol: 'tcp' }]]) })).toEqual([])
  })

  test('opening brings closed custom domains back', () => {
    const component = aComponent(
      [aPort(80, inner)],
      [aGatewayRule({ open: false, custom: true, publicAddress: 'https://a.test' })],
    )
    expect(changes(component, { ports: new Map([[80, { outer: true }]]) })).toEqual([
      { scope: 'outer', port: 80, before: [], after: ['https://a.test'], assigned: null, known: true },
    ])
  })

  test('where rules are unknown, so are they', () => {
    const component = aComponent([aPort(80, both)], null)
    expect(changes(component, { ports: new Map([[80, { outer: false }]]) })).toMatchObject([{ known: false }])
  })

  test('an internal domain changes the inner address of every open sibling', () => {
    const component = aComponent([aPort(80, inner), aPort(81), aPort(82, inner)])
    expect(changes(component, { ports: new Map(), internalDomain: 'shop' })).toEqual([
      { scope: 'inner', port: 80, before: 'web:80', after: 'shop:80' },
      { scope: 'inner', port: 82, before: 'web:82', after: 'shop:82' },
    ])
  })
})
