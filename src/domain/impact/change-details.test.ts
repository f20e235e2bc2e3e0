import { expect, test } from 'vitest'
import type { ComponentState } from '../model/component'
import type { DesiredState } from '../model/desired-state'
import { applySteps } from '../model/step-effect'
import { planPorts } from '../plan/plan'
import { aComponent, aGatewayRule, aPort, both, inner } from '../testing/component'
import { desired } from '../testing/planned'
import { changeDetails } from './change-details'
import { changesMade } from './changes-made'

function details(before: ComponentState, wanted: DesiredState, read?: ComponentState) {
  const plan = planPorts(before, wanted)
  if ('unreachable' in plan) throw new Error(plan.unreachable.reason)
  const after = read ?? applySteps(before, plan.steps)
  return changeDetails(before, after, changesMade(before, after, plan.steps))
}

test('an alias and a protocol have their old value', () => {
  const before = aComponent([aPort(80, inner)])
  expect(details(before, desired({ 80: { alias: 'NEW', protocol: 'tcp' } }))).toEqual([
    { kind: 'protocol', port: 80, before: 'http', after: 'tcp' },
    { kind: 'alias', port: 80, before: 'P80', after: 'NEW' },
  ])
})

test('an internal address comes and goes with internal access', () => {
  const came = { kind: 'address', port: 80, scope: 'inner', fate: 'came', address: 'web:80' }
  const closed = aComponent([aPort(80)])
  expect(details(closed, desired({ 80: { inner: true } }))).toEqual([came])
  const open = aComponent([aPort(80, inner)])
  expect(details(open, desired({ 80: { inner: false } }))).toEqual([{ ...came, fate: 'went' }])
})

test('an internal domain renames the addresses of all open ports', () => {
  const before = aComponent([aPort(80, inner), aPort(81, inner), aPort(82)])
  expect(details(before, desired({}, 'shop'))).toMatchObject([
    { fate: 'went', address: 'web:80' },
    { fate: 'came', address: 'shop:80' },
    { fate: 'went', address: 'web:81' },
    { fate: 'came', address: 'shop:81' },
  ])
})

test('a public address that was read back is told, and one of another port is not', () => {
  const before = aComponent([aPort(80, inner), aPort(81, both)])
  const rules = [
    aGatewayRule({ port: 80, publicAddress: 'http://new.test' }),
    aGatewayRule({ port: 81, publicAddress: 'http://theirs.test' }),
  ]
  const read = { ...aComponent([aPort(80, both), aPort(81, both)]), gatewayRules: rules }
  expect(details(before, desired({ 80: { outer: true } }), read)).toEqual([
    { kind: 'address', port: 80, scope: 'outer', fate: 'came', address: 'http://new.test' },
  ])
})
