import { describe, expect, test } from 'vitest'
import type { ComponentState } from '../model/component'
import type { DesiredPort, DesiredState } from '../model/desired-state'
import type { Port } from '../model/port'
import { applySteps } from '../model/step-effect'
import { planPorts } from '../plan/plan'
import { aComponent, aPort, aGatewayRule, both, inner, outerAlone } from '../testing/component'
import { undoOf } from './undo'

const map = (ports: Record<number, Partial<DesiredPort> | 'delete'>): DesiredState['ports'] =>
  new Map(Object.entries(ports).map(([port, one]) => [Number(port), one]))

/** Runs a desired state, lets somebody change the component since, and finds the undo. */
function undo(
  before: ComponentState,
  desired: DesiredState,
  since: (after: ComponentState) => ComponentState = (same) => same,
) {
  const plan = planPorts(before, desired)
  if ('unreachable' in plan) throw new Error(plan.unreachable.reason)
  const after = applySteps(before, plan.steps)
  return undoOf(before, after, since(after), plan.steps)
}

function changed(component: ComponentState, number: number, change: Partial<Port>): ComponentState {
  const ports = component.ports.map((port) =>
    port.container_port === number ? { ...port, ...change } : port,
  )
  return { ...component, ports }
}

const gone = (component: ComponentState): ComponentState => ({ ...component, ports: [] })

describe('what nobody else touched', () => {
  test('goes back, field by field that the plan changed', () => {
    const component = aComponent([aPort(80, inner), aPort(81)])
    expect(
      undo(component, { ports: map({ 80: { outer: true }, 81: { alias: 'A', protocol: 'tcp' } }) }),
    ).toEqual({
      desired: { ports: map({ 81: { alias: 'P81', protocol: 'http' }, 80: { outer: false } }) },
      leftAlone: [],
      cannotRestore: [],
    })
  })

  test('an added port is deleted, a deleted one added with all it had', () => {
    const component = aComponent(
      [aPort(80, both)],
      [aGatewayRule({ custom: true, publicAddress: 'https://www.acme.test' })],
    )
    const added = { protocol: 'tcp', inner: true, alias: 'A' } as const
    expect(undo(component, { ports: map({ 80: 'delete', 81: added }) })).toEqual({
      desired: {
        ports: map({ 80: { protocol: 'http', alias: 'P80', inner: true, outer: true }, 81: 'delete' }),
      },
      leftAlone: [],
      cannotRestore: [
        { kind: 'public-address', port: 80, publicAddress: 'https://www.acme.test', custom: true },
        { kind: 'health-probe', port: 80 },
      ],
    })
  })

  test('the internal domain goes back', () => {
    expect(undo(aComponent([aPort(80)]), { ports: map({}), internalDomain: 'shop' }).desired).toEqual({
      ports: map({}),
      internalDomain: 'web',
    })
  })

  test('a component that was emptied gets its internal domain with its ports', () => {
    const component = aComponent([aPort(80, { k8s_service_name: 'shop' })])
    expect(undo(component, { ports: map({ 80: 'delete' }) }).desired.internalDomain).toBe('shop')
  })
})

describe('what somebody changed since', () => {
  test('a field is left and named', () => {
    const { desired, leftAlone } = undo(
      aComponent([aPort(80)]),
      { ports: map({ 80: { alias: 'A', protocol: 'tcp' } }) },
      (after) => changed(after, 80, { port_alias: 'THEIRS' }),
    )
    expect(desired.ports).toEqual(map({ 80: { protocol: 'http' } }))
    expect(leftAlone).toEqual([{ kind: 'field', port: 80, field: 'alias', planned: 'A', now: 'THEIRS' }])
  })

  test('a field that they put back needs nothing', () => {
    const undone = undo(aComponent([aPort(80)]), { ports: map({ 80: { alias: 'A' } }) }, (after) =>
      changed(after, 80, { port_alias: 'P80' }),
    )
    expect(undone).toEqual({ desired: { ports: map({}) }, leftAlone: [], cannotRestore: [] })
  })

  test('inner is not closed under an outer that they opened, nor outer opened over an inner that they closed', () => {
    const opened = undo(aComponent([aPort(80)]), { ports: map({ 80: { inner: true } }) }, (after) =>
      changed(after, 80, both),
    )
    expect(opened.desired.ports).toEqual(map({}))
    expect(opened.leftAlone).toEqual([{ kind: 'field', port: 80, field: 'outer', planned: false, now: true }])
    const closed = undo(aComponent([aPort(80, both)]), { ports: map({ 80: { outer: false } }) }, (after) =>
      changed(after, 80, { is_inner_service: false }),
    )
    expect(closed.desired.ports).toEqual(map({}))
    expect(closed.leftAlone).toEqual([{ kind: 'field', port: 80, field: 'inner', planned: true, now: false }])
  })

  test('an added port that they changed is not deleted', () => {
    const added = { protocol: 'tcp', inner: true, alias: 'A' } as const
    const undone = undo(aComponent([aPort(81)]), { ports: map({ 80: added }) }, (after) =>
      changed(after, 80, both),
    )
    expect(undone).toMatchObject({
      desired: { ports: map({}) },
      leftAlone: [{ kind: 'port-changed', port: 80 }],
    })
  })

  test('a port that they deleted, or added again, is left', () => {
    const component = aComponent([aPort(80)])
    expect(undo(component, { ports: map({ 80: { inner: true } }) }, gone).leftAlone).toEqual([
      { kind: 'port-gone', port: 80 },
    ])
    expect(undo(component, { ports: map({ 80: 'delete' }) }, () => component)).toMatchObject({
      desired: { ports: map({}) },
      leftAlone: [{ kind: 'port-back', port: 80 }],
    })
  })

  test('an internal domain that they changed is left', () => {
    const undone = undo(aComponent([aPort(80)]), { ports: map({}), internalDomain: 'shop' }, (after) =>
      changed(after, 80, { k8s_service_name: 'theirs' }),
    )
    expect(undone.desired).toEqual({ ports: map({}) })
    expect(undone.leftAlone).toEqual([{ kind: 'internal-domain', planned: 'shop', now: 'theirs' }])
  })

  test('an internal domain is not asked for where no port is left to carry it', () => {
    const added = { protocol: 'tcp', inner: true, alias: 'A' } as const
    const undone = undo(
      aComponent([aPort(80)]),
      { ports: map({ 81: added }), internalDomain: 'shop' },
      (after) => ({
        ...after,
        ports: after.ports.filter((port) => port.container_port === 81),
      }),
    )
    expect(undone.desired).toEqual({ ports: map({ 81: 'delete' }) })
  })

  test('an alias that they gave to a sibling cannot return', () => {
    const undone = undo(aComponent([aPort(80), aPort(81)]), { ports: map({ 80: { alias: 'A' } }) }, (after) =>
      changed(after, 81, { port_alias: 'P80' }),
    )
    expect(undone.desired.ports).toEqual(map({}))
    expect(undone.cannotRestore).toEqual([{ kind: 'no-return', port: 80, field: 'alias', value: 'P80' }])
  })
})

test('outer without inner cannot return, and is not opened some other way', () => {
  const component = aComponent([aPort(80, outerAlone)])
  expect(undo(component, { ports: map({ 80: { outer: false } }) })).toMatchObject({
    desired: { ports: map({}) },
    cannotRestore: [{ kind: 'no-return', port: 80, field: 'outer', value: true }],
  })
  expect(undo(component, { ports: map({ 80: { outer: true } }) })).toMatchObject({
    desired: { ports: map({}) },
    cannotRestore: [{ kind: 'no-return', port: 80, field: 'inner', value: false }],
  })
})

test('of a plan that was stopped only what was done is undone', () => {
  const before = aComponent([aPort(80)])
  const plan = planPorts(before, { ports: map({ 80: { outer: true } }) })
  if ('unreachable' in plan) throw new Error(plan.unreachable.reason)
  const done = plan.steps.slice(0, 1)
  const after = applySteps(before, done)
  expect(undoOf(before, after, after, done).desired.ports).toEqual(map({ 80: { inner: false } }))
})

test('several internal domains are named where a deleted port comes back with the one of its siblings', () => {
  const component = aComponent([aPort(80), aPort(81, { k8s_service_name: 'other' })])
  expect(undo(component, { ports: map({ 81: 'delete' }) }).cannotRestore).toContainEqual({
    kind: 'separate-internal-domains',
    internalDomains: ['web', 'other'],
  })
})

test('a switch and its undo read none of the other ports a second time', () => {
  const reads = { numbers: 0, aliases: 0 }
  const watched = (number: number): Port => {
    const port = aPort(number)
    return Object.defineProperties(port, {
      container_port: { enumerable: true, get: () => ((reads.numbers += 1), number) },
      port_alias: { enumerable: true, get: () => ((reads.aliases += 1), `P${number}`) },
    })
  }
  const others = Array.from({ length: 100 }, (_, at) => watched(9000 + at))
  const before = aComponent([aPort(80), ...others])
  const plan = planPorts(before, { ports: map({ 80: { inner: true } }) })
  if ('unreachable' in plan) throw new Error(plan.unreachable.reason)

  reads.numbers = 0
  const after = applySteps(before, plan.steps)
  expect(reads.numbers).toBe(0)
  expect(after.ports.slice(1)).toEqual(others)

  reads.aliases = 0
  expect(undoOf(before, after, after, plan.steps).desired.ports).toEqual(map({ 80: { inner: false } }))
  expect(reads.aliases).toBe(0)
})
