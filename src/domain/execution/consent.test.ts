import { describe, expect, test } from 'vitest'
import { riskJudge } from '../impact/risk'
import type { ComponentState } from '../model/component'
import type { DesiredPort, DesiredState } from '../model/desired-state'
import { planPorts, withExposures } from '../plan/plan'
import { aComponent, aPort, aGatewayRule, both, inner } from '../testing/component'
import { desired } from '../testing/planned'
import { reasonsToShow } from './consent'

/** Why the plan of a desired state is shown; empty where it runs at the click. */
function reasons(component: ComponentState, desiredPort: DesiredState, names = { service_cname: 'web' }) {
  const plan = planPorts(component, desiredPort)
  if ('unreachable' in plan) throw new Error(plan.unreachable.reason)
  return reasonsToShow(component, withExposures(plan, riskJudge(names)))
}

const tcpRule = aGatewayRule({ kind: 'tcp', publicAddress: '10.0.0.1:30001' })
const custom = aGatewayRule({ custom: true, publicAddress: 'https://www.acme.test' })

test('several steps and a deletion are shown', () => {
  expect(reasons(aComponent([aPort(80)]), desired({ 80: { outer: true } }))).toEqual(['several-steps'])
  expect(reasons(aComponent([aPort(80)]), desired({ 80: 'delete' }))).toEqual(['loses-for-good'])
})

describe('closing outer', () => {
  test('of a plain assigned address runs at the click, a domain and a TCP port alike', () => {
    expect(
      reasons(aComponent([aPort(80, both)], [aGatewayRule()]), desired({ 80: { outer: false } })),
    ).toEqual([])
    const tcp = aComponent([aPort(80, { ...both, protocol: 'tcp' })], [tcpRule])
    expect(reasons(tcp, desired({ 80: { outer: false } }))).toEqual([])
  })

  test('of a port with a custom domain is shown', () => {
    const component = aComponent([aPort(80, both)], [aGatewayRule(), custom])
    expect(reasons(component, desired({ 80: { outer: false } }))).toEqual(['closes-custom-address'])
  })

  test('is shown where a custom domain answers although the switch is off', () => {
    const component = aComponent([aPort(80, inner)], [custom])
    expect(reasons(component, desired({ 80: { outer: false } }))).toEqual(['closes-custom-address'])
  })

  test('asks about no domain that is closed already, nor about that of a sibling', () => {
    const closed = { ...custom, open: false }
    const other = { ...custom, port: 81 }
    const component = aComponent([aPort(80, both), aPort(81, both)], [aGatewayRule(), closed, other])
    expect(reasons(component, desired({ 80: { outer: false } }))).toEqual([])
  })

  test('is shown where nobody knows whether there is a domain, which only http ports have', () => {
    expect(reasons(aComponent([aPort(80, both)], null), desired({ 80: { outer: false } }))).toEqual([
      'gateway-rules-unknown',
    ])
    const tcp = aComponent([aPort(80, { ...both, protocol: 'tcp' })], null)
    expect(reasons(tcp, desired({ 80: { outer: false } }))).toEqual([])
  })
})

describe('opening outer', () => {
  function opening(
    port: number,
    fields: Partial<DesiredPort> = {},
    rules = [aGatewayRule({ port, open: false })],
  ) {
    const { protocol = 'http', alias = 'WEB' } = fields
    const given = aPort(port, { ...inner, protocol, port_alias: alias })
    return reasons(aComponent([given], rules), desired({ [port]: { outer: true } }))
  }

  test('of an ordinary web port runs at the click', () => {
    expect(opening(8080)).toEqual([])
    expect(opening(8080, {}, [])).toEqual([])
  })

  test.each([8081, 9001, 9090, 3100])('of the administration surface on %i is shown', (port) => {
    expect(opening(port)).toEqual(['opens-risky-port'])
  })

  test('of a port that calls itself one is shown', () => {
    expect(opening(8001, { alias: 'KONG_ADMIN' })).toEqual(['opens-risky-port'])
    expect(opening(8080, { alias: 'WEB_CONSOLE' })).toEqual(['opens-risky-port'])
  })

  test('of a component that calls itself one is shown', () => {
    const component = aComponent([aPort(8080, inner)])
    expect(reasons(component, desired({ 8080: { outer: true } }), { service_cname: 'shop-admin' })).toEqual([
      'opens-risky-port',
    ])
  })

  test('of a port that is not http is shown when it gets its address, and not when it has one', () => {
    const kept = [aGatewayRule({ port: 7777, kind: 'tcp', publicAddress: '10.0.0.1:30001', open: false })]
    expect(opening(7777, { protocol: 'tcp' }, [])).toEqual(['opens-new-address'])
    expect(opening(7777, { protocol: 'grpc' }, kept)).toEqual([])
  })

  test('of such a port is shown where nobody knows whether it has one', () => {
    const grpc = aPort(7777, { ...inner, protocol: 'grpc' })
    expect(reasons(aComponent([grpc], null), desired({ 7777: { outer: true } }))).toEqual([
      'gateway-rules-unknown',
    ])
    expect(reasons(aComponent([aPort(8080, inner)], null), desired({ 8080: { outer: true } }))).toEqual([])
  })
})

describe('names', () => {
  test('a new alias renames the variables of an open inner, and is shown', () => {
    expect(reasons(aComponent([aPort(80, inner)]), desired({ 80: { alias: 'NEW' } }))).toEqual([
      'renames-variable',
    ])
  })

  test('a new alias of a closed inner, which has no variables, runs at the click', () => {
    expect(reasons(aComponent([aPort(80), aPort(81, inner)]), desired({ 80: { alias: 'NEW' } }))).toEqual([])
  })

  test('a new internal domain is shown, alone and together with an alias', () => {
    expect(reasons(aComponent([aPort(80)]), desired({}, 'shop'))).toEqual(['renames-internal-domain'])
    expect(reasons(aComponent([aPort(80)]), desired({ 80: { alias: 'NEW' } }, 'shop'))).toEqual([
      'renames-internal-domain',
    ])
    expect(
      reasons(aComponent([aPort(80), aPort(81, inner)]), desired({ 80: { alias: 'NEW' } }, 'shop')),
    ).toEqual(['renames-variable', 'renames-internal-domain'])
  })

  test('an internal domain is shown in a meshed app too, where no variable says it', () => {
    const meshed = { ...aComponent([aPort(80, inner)]), meshed: true }
    expect(reasons(meshed, desired({}, 'shop'))).toEqual(['renames-internal-domain'])
  })
})

test('opening and closing inner run at the click', () => {
  expect(reasons(aComponent([aPort(80)]), desired({ 80: { inner: true } }))).toEqual([])
  expect(reasons(aComponent([aPort(80, inner)]), desired({ 80: { inner: false } }))).toEqual([])
})
