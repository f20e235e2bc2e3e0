import { describe, expect, test } from 'vitest'
import type { ComponentState } from '../model/component'
import type { DesiredState } from '../model/desired-state'
import { applySteps } from '../model/step-effect'
import { planPorts } from '../plan/plan'
import { aComponent, aPort, aGatewayRule, both, inner } from '../testing/component'
import { desired } from '../testing/planned'
import { changesMade } from './changes-made'

const later = { kind: 'takes-effect-later' }

/** What the plan of a desired state has changed, where it reads as planned afterwards or as `after`. */
function changes(before: ComponentState, desiredPort: DesiredState, after?: ComponentState) {
  const plan = planPorts(before, desiredPort)
  if ('unreachable' in plan) throw new Error(plan.unreachable.reason)
  return changesMade(before, after ?? applySteps(before, plan.steps), plan.steps)
}

describe('names', () => {
  test('a new internal domain is told old → new, and no alias that did not change', () => {
    expect(changes(aComponent([aPort(80), aPort(81)]), desired({ 80: { alias: 'P80' } }, 'shop'))).toEqual([
      { kind: 'internal-domain', before: ['web'], after: 'shop' },
      later,
    ])
  })

  test('alias and internal domain of one call are both told, and once that they take effect later', () => {
    expect(changes(aComponent([aPort(80, inner)]), desired({ 80: { alias: 'NEW' } }, 'shop'))).toEqual([
      { kind: 'alias', port: 80, alias: 'NEW' },
      { kind: 'internal-domain', before: ['web'], after: 'shop' },
      later,
    ])
  })

  test('an alias alone tells of no domain, and a passing alias leaves no trace', () => {
    const component = aComponent([aPort(80), aPort(81)])
    expect(changes(component, desired({ 80: { alias: 'P81' }, 81: { alias: 'P80' } }))).toEqual([
      { kind: 'alias', port: 80, alias: 'P81' },
      { kind: 'alias', port: 81, alias: 'P80' },
      later,
    ])
  })

  test('an alias that reads otherwise by now is not told as this change’s', () => {
    const component = aComponent([aPort(80, inner)])
    const theirs = aComponent([aPort(80, { ...inner, port_alias: 'THEIRS' })])
    expect(changes(component, desired({ 80: { alias: 'NEW' } }), theirs)).toEqual([])
  })

  test('several internal domains of old data are all told', () => {
    const component = aComponent([aPort(80), aPort(81, { k8s_service_name: 'old' }), aPort(82)])
    expect(changes(component, desired({}, 'shop'))).toEqual([
      { kind: 'internal-domain', before: ['web', 'old'], after: 'shop' },
      later,
    ])
  })
})

describe('outer', () => {
  const tcpRule = aGatewayRule({ kind: 'tcp', publicAddress: '10.0.0.1:30001' })

  test('that closes tells the address that closed with it', () => {
    const component = aComponent([aPort(80, both)], [aGatewayRule()])
    expect(changes(component, desired({ 80: { outer: false } }))).toEqual([
      { kind: 'outer', port: 80, open: false },
      { kind: 'public-addresses-closed', port: 80, publicAddresses: ['http://web-80-team.acme.test'] },
    ])
  })

  test('that was off beside an active rule is told to be closed, with its address', () => {
    const component = aComponent([aPort(80, inner)], [aGatewayRule()])
    expect(changes(component, desired({ 80: { outer: false } }))).toEqual([
      { kind: 'outer', port: 80, open: false },
      { kind: 'public-addresses-closed', port: 80, publicAddresses: ['http://web-80-team.acme.test'] },
    ])
  })

  test('that is closed only for a change of protocol is not told', () => {
    const component = aComponent([aPort(80, { ...both, protocol: 'tcp' })], [tcpRule])
    expect(changes(component, desired({ 80: { protocol: 'http' } }))).toEqual([
      { kind: 'protocol', port: 80, protocol: 'http' },
      { kind: 'public-addresses-closed', port: 80, publicAddresses: ['10.0.0.1:30001'] },
      later,
    ])
  })

  test('a protocol that was taken only to reach a rule is not told', () => {
    const component = aComponent([aPort(80, both)], [tcpRule])
    expect(changes(component, desired({ 80: { outer: false } }))).toEqual([
      { kind: 'outer', port: 80, open: false },
      { kind: 'public-addresses-closed', port: 80, publicAddresses: ['10.0.0.1:30001'] },
    ])
  })

  test('tells of no address where the rules are not known', () => {
    expect(changes(aComponent([aPort(80, both)], null), desired({ 80: { outer: false } }))).toEqual([
      { kind: 'outer', port: 80, open: false },
    ])
  })
})

test('ports that come and go are told with what is open of them', () => {
  expect(changes(aComponent([]), desired({ 80: { protocol: 'http', inner: true } }))).toEqual([
    { kind: 'added', port: 80 },
    { kind: 'inner', port: 80, open: true },
  ])
  expect(changes(aComponent([aPort(80, both)], [aGatewayRule()]), desired({ 80: 'delete' }))).toEqual([
    { kind: 'deleted', port: 80 },
    { kind: 'public-addresses-closed', port: 80, publicAddresses: ['http://web-80-team.acme.test'] },
  ])
})

test('what does not read as planned is not told', () => {
  const component = aComponent([aPort(80, both)], [aGatewayRule()])
  expect(changes(component, desired({ 80: { outer: false } }), component)).toEqual([])
  expect(changes(component, desired({ 80: { alias: 'NEW' } }, 'shop'), component)).toEqual([])
  expect(changes(component, desired({ 80: 'delete' }), component)).toEqual([])
})
