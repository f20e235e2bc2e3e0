import { describe, expect, it } from 'vitest'
import type { Difference } from '../model/diff'
import type { DesiredState } from '../model/desired-state'
import { planPorts } from '../plan/plan'
import { aComponent, aPort, both, inner } from '../testing/component'
import { desired } from '../testing/planned'
import { concernsDesired, mayChangeCarried, mustBeReadFirst } from './read-first'

const component = aComponent([aPort(80, both), aPort(81), aPort(82, { protocol: 'tcp' }), aPort(83, inner)])

/** Whether each step of the plan for a desired state is read first. */
function readFirst(desiredPort: DesiredState): boolean[] {
  const plan = planPorts(component, desiredPort)
  if ('unreachable' in plan) throw new Error(plan.unreachable.reason)
  return plan.steps.map(mustBeReadFirst)
}

describe('a call is read first', () => {
  it('where it carries a name that was not touched', () => {
    expect(readFirst(desired({ 81: { alias: 'WEB' } }))).toEqual([true])
    expect(readFirst(desired({ 81: {} }, 'shop'))).toEqual([true])
  })

  it('where it relies on what Rainbond does not check', () => {
    expect(readFirst(desired({ 90: { protocol: 'http', alias: 'NEW', inner: false } }))).toEqual([true])
    expect(readFirst(desired({ 82: { protocol: 'http' } }))).toEqual([true])
    expect(readFirst(desired({ 81: 'delete' }))).toEqual([true])
  })

  it('and is not where it is a switch, or says no more than was touched', () => {
    expect(readFirst(desired({ 81: { inner: true } }))).toEqual([false])
    expect(readFirst(desired({ 83: { outer: true } }))).toEqual([false])
    expect(readFirst(desired({ 80: { inner: false } }))).toEqual([false, false])
    expect(readFirst(desired({ 81: { protocol: 'tcp' } }))).toEqual([false])
  })
})

describe('a change of somebody else', () => {
  const alias = (port: number): Difference => ({
    kind: 'field',
    port,
    field: 'alias',
    before: 'A',
    after: 'B',
  })
  const domain: Difference = { kind: 'internal-domain', before: 'web', after: 'shop' }

  it('concerns a desired state that changes the same', () => {
    expect(concernsDesired(alias(80), desired({ 80: { alias: 'C' } }))).toBe(true)
    expect(concernsDesired(alias(80), desired({ 80: 'delete' }))).toBe(true)
    expect(concernsDesired(domain, desired({ 80: {} }, 'front'))).toBe(true)
    expect(concernsDesired({ kind: 'port-removed', port: 80 }, desired({ 80: { inner: true } }))).toBe(true)
  })

  it('concerns no desired state that changes something else', () => {
    expect(concernsDesired(alias(81), desired({ 80: { alias: 'C' } }))).toBe(false)
    expect(concernsDesired(alias(80), desired({ 80: { inner: true } }))).toBe(false)
    expect(concernsDesired(domain, desired({ 80: { alias: 'C' } }))).toBe(false)
  })

  it('may make another call of one that carries it along, or whose alias it takes', () => {
    const renames = desired({ 80: { alias: 'C' } })
    expect(mayChangeCarried(domain, renames)).toBe(true)
    expect(mayChangeCarried(alias(81), renames)).toBe(true)
    expect(mayChangeCarried({ kind: 'gateway-rule-opened', port: 80, publicAddress: 'a' }, renames)).toBe(
      false,
    )
    expect(
      mayChangeCarried({ kind: 'field', port: 81, field: 'inner', before: true, after: false }, renames),
    ).toBe(false)
  })
})
