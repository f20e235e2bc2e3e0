import { describe, expect, test } from 'vitest'
import type { ComponentState } from '../model/component'
import type { DesiredPort } from '../model/desired-state'
import type { Step } from '../model/step'
import { applySteps } from '../model/step-effect'
import { planPorts } from '../plan/plan'
import { aComponent, aPort, aGatewayRule, both, inner, outerAlone } from '../testing/component'
import { isGrave } from './loss'
import { lossesOf } from './losses'

const tcpRule = aGatewayRule({ kind: 'tcp', publicAddress: '10.0.0.1:30001' })
const custom = aGatewayRule({ custom: true, publicAddress: 'https://www.acme.test/shop' })

function losses(component: ComponentState, desired: Partial<DesiredPort> | 'delete') {
  const plan = planPorts(component, { ports: new Map([[80, desired]]) })
  if ('unreachable' in plan) throw new Error(plan.unreachable.reason)
  return plan.losses
}

describe('deleting', () => {
  test('takes custom domains along, open and closed, and perhaps a health probe', () => {
    const closed = aGatewayRule({ custom: true, open: false, publicAddress: 'http://old.acme.test' })
    expect(losses(aComponent([aPort(80, both)], [custom, closed]), 'delete')).toEqual([
      { kind: 'public-address', port: 80, publicAddress: 'https://www.acme.test/shop', custom: true },
      { kind: 'public-address', port: 80, publicAddress: 'http://old.acme.test', custom: true },
      { kind: 'health-probe', port: 80 },
    ])
  })

  test('loses no default domain that is made again by its name, but any other', () => {
    const old = aGatewayRule({ publicAddress: 'http://80.web.team.acme.test' })
    expect(losses(aComponent([aPort(80, both)], [aGatewayRule(), old]), 'delete')).toEqual([
      { kind: 'public-address', port: 80, publicAddress: 'http://80.web.team.acme.test', custom: false },
      { kind: 'health-probe', port: 80 },
    ])
  })

  test('loses the TCP port', () => {
    expect(losses(aComponent([aPort(80, { ...both, protocol: 'tcp' })], [tcpRule]), 'delete')).toContainEqual(
      {
        kind: 'tcp-port',
        port: 80,
        publicAddress: '10.0.0.1:30001',
        certain: true,
      },
    )
  })

  test('says so where the rules are unknown', () => {
    expect(losses(aComponent([aPort(80)], null), 'delete')).toContainEqual({
      kind: 'gateway-rules-unknown',
      port: 80,
    })
  })

  test('of a sibling touches no other port', () => {
    expect(
      losses(aComponent([aPort(80), aPort(81)], [aGatewayRule({ port: 81, custom: true })]), 'delete'),
    ).toEqual([{ kind: 'health-probe', port: 80 }])
  })
})

describe('switching', () => {
  test('closing outer of a TCP port may lose its number, which is no reason to ask', () => {
    const found = losses(aComponent([aPort(80, { ...both, protocol: 'tcp' })], [tcpRule]), { outer: false })
    expect(found).toEqual([{ kind: 'tcp-port', port: 80, publicAddress: '10.0.0.1:30001', certain: false }])
    expect(found.some(isGrave)).toBe(false)
  })

  test('a closed rule beside an open outer opens with a protocol change and back', () => {
    const closed = aGatewayRule({ open: false, publicAddress: 'http://off.acme.test' })
    const http = aComponent([aPort(80, both)], [closed])
    expect(losses(http, { outer: false })).toEqual([
      { kind: 'gateway-rule-opens', port: 80, publicAddress: 'http://off.acme.test', inPlan: false },
    ])
    expect(losses(http, { protocol: 'grpc' })).toMatchObject([{ kind: 'gateway-rule-opens', inPlan: true }])
  })

  test('a leftover rule closes on the way back from a protocol, also where it did not on the way there', () => {
    const before = aComponent([aPort(80, { ...both, protocol: 'grpc' })], [aGatewayRule()])
    const step: Step = {
      call: 'change',
      port: 80,
      body: { action: 'change_protocol', protocol: 'http' },
      reason: 'desired',
    }
    expect(lossesOf(before, applySteps(before, [step]), [step])).toMatchObject([
      { kind: 'leftover-gateway-rule', port: 80 },
    ])
  })

  test('a leftover rule stays closed', () => {
    expect(losses(aComponent([aPort(80, inner)], [aGatewayRule()]), { outer: false })).toMatchObject([
      { kind: 'leftover-gateway-rule', port: 80 },
    ])
  })

  test('opening inner beside a sibling of the same alias mixes their variables up', () => {
    const shared = { port_alias: 'SAME' }
    expect(losses(aComponent([aPort(80, shared), aPort(81, shared)]), { inner: true })).toEqual([
      { kind: 'shared-variables', port: 80, alias: 'SAME', siblings: [81] },
    ])
  })
})

describe('old values that cannot be asked for', () => {
  const noReturn = { kind: 'no-return', port: 80 }

  test('are named when a plan takes them away', () => {
    expect(losses(aComponent([aPort(80, { protocol: 'https' })]), { protocol: 'http' })).toEqual([
      { ...noReturn, field: 'protocol', value: 'https' },
    ])
    expect(losses(aComponent([aPort(80, { port_alias: '' })]), { alias: 'A' })).toEqual([
      { ...noReturn, field: 'alias', value: '' },
    ])
    expect(losses(aComponent([aPort(80, outerAlone)]), { outer: false })).toEqual([
      { ...noReturn, field: 'outer', value: true },
    ])
    expect(losses(aComponent([aPort(80, outerAlone)]), { inner: true })).toEqual([
      { ...noReturn, field: 'inner', value: false },
    ])
  })

  test('an alias that a sibling shares is one of them', () => {
    const shared = { port_alias: 'SAME' }
    expect(losses(aComponent([aPort(80, shared), aPort(81, shared)]), { alias: 'A' })).toEqual([
      { ...noReturn, field: 'alias', value: 'SAME' },
    ])
  })

  test('closing inner of a port without an alias costs having none', () => {
    expect(losses(aComponent([aPort(80, { ...inner, port_alias: '' })]), { inner: false })).toEqual([
      { ...noReturn, field: 'alias', value: '' },
    ])
  })

  test('several internal domains become one', () => {
    const component = aComponent([aPort(80), aPort(81, { k8s_service_name: 'other' })])
    expect(losses(component, { alias: 'A' })).toEqual([
      { kind: 'separate-internal-domains', internalDomains: ['web', 'other'] },
    ])
    expect(losses(component, { inner: true })).toEqual([])
  })
})
