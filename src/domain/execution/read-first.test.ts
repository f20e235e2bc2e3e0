import { describe, expect, it } from 'vitest'
import type { Difference } from '../model/diff'
import type { Wish } from '../model/port'
import { planPorts } from '../plan/plan'
import { aComponent, aPort, both, inner } from '../testing/component'
import { wish } from '../testing/planned'
import { concernsWish, mayChangeCarried, mustBeReadFirst } from './read-first'

const component = aComponent([aPort(80, both), aPort(81), aPort(82, { protocol: 'tcp' }), aPort(83, inner)])

/** Whether each step of the plan for a wish is read first. */
function readFirst(wished: Wish): boolean[] {
  const plan = planPorts(component, wished)
  if ('unreachable' in plan) throw new Error(plan.unreachable.reason)
  return plan.steps.map(mustBeReadFirst)
}

describe('a call is read first', () => {
  it('where it carries a name that was not touched', () => {
    expect(readFirst(wish({ 81: { alias: 'WEB' } }))).toEqual([true])
    expect(readFirst(wish({ 81: {} }, 'shop'))).toEqual([true])
  })

  it('where it relies on what Rainbond does not check', () => {
    expect(readFirst(wish({ 90: { protocol: 'http', alias: 'NEW', inner: false } }))).toEqual([true])
    expect(readFirst(wish({ 82: { protocol: 'http' } }))).toEqual([true])
    expect(readFirst(wish({ 81: 'delete' }))).toEqual([true])
  })

  it('and is not where it is a switch, or says no more than was touched', () => {
    expect(readFirst(wish({ 81: { inner: true } }))).toEqual([false])
    expect(readFirst(wish({ 83: { outer: true } }))).toEqual([false])
    expect(readFirst(wish({ 80: { inner: false } }))).toEqual([false, false])
    expect(readFirst(wish({ 81: { protocol: 'tcp' } }))).toEqual([false])
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
  const domain: Difference = { kind: 'domain', before: 'web', after: 'shop' }

  it('concerns a wish that changes the same', () => {
    expect(concernsWish(alias(80), wish({ 80: { alias: 'C' } }))).toBe(true)
    expect(concernsWish(alias(80), wish({ 80: 'delete' }))).toBe(true)
    expect(concernsWish(domain, wish({ 80: {} }, 'front'))).toBe(true)
    expect(concernsWish({ kind: 'port-removed', port: 80 }, wish({ 80: { inner: true } }))).toBe(true)
  })

  it('concerns no wish that changes something else', () => {
    expect(concernsWish(alias(81), wish({ 80: { alias: 'C' } }))).toBe(false)
    expect(concernsWish(alias(80), wish({ 80: { inner: true } }))).toBe(false)
    expect(concernsWish(domain, wish({ 80: { alias: 'C' } }))).toBe(false)
  })

  it('may make another call of one that carries it along, or whose alias it takes', () => {
    const renames = wish({ 80: { alias: 'C' } })
    expect(mayChangeCarried(domain, renames)).toBe(true)
    expect(mayChangeCarried(alias(81), renames)).toBe(true)
    expect(mayChangeCarried({ kind: 'rule-opened', port: 80, address: 'a' }, renames)).toBe(false)
    expect(
      mayChangeCarried({ kind: 'field', port: 81, field: 'inner', before: true, after: false }, renames),
    ).toBe(false)
  })
})
