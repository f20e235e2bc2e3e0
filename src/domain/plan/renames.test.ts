import { expect, test } from 'vitest'
import type { ComponentState } from '../model/component'
import type { DesiredState } from '../model/desired-state'
import { aComponent, aPort } from '../testing/component'
import { planPorts } from './plan'

function component(aliases: Record<number, string>): ComponentState {
  return aComponent(
    Object.entries(aliases).map(([port, alias]) => aPort(Number(port), { port_alias: alias })),
  )
}

/** The alias calls that bring the ports to the aliases, as `port alias`. */
function renames(before: ComponentState, desiredPort: Record<number, string>) {
  const ports = new Map(Object.entries(desiredPort).map(([port, alias]) => [Number(port), { alias }]))
  const plan = planPorts(before, { ports })
  if ('unreachable' in plan) return plan.unreachable
  return plan.steps.map(({ call, port, ...step }) =>
    call === 'change' && 'body' in step && 'port_alias' in step.body
      ? `${String(port)} ${step.body.port_alias}`
      : call,
  )
}

test('a chain is gone through from its free end', () => {
  expect(renames(component({ 1: 'A', 2: 'B', 3: 'C' }), { 1: 'B', 2: 'C', 3: 'D' })).toEqual([
    '3 D',
    '2 C',
    '1 B',
  ])
})

test('two that change places need one passing alias, that nobody has or wants', () => {
  expect(renames(component({ 1: 'A', 2: 'B' }), { 1: 'B', 2: 'A' })).toEqual(['1 PORTDECK_1', '2 A', '1 B'])
  expect(renames(component({ 1: 'A', 2: 'B', 3: 'PORTDECK_1' }), { 1: 'B', 2: 'A' })).toEqual([
    '1 PORTDECK_1_2',
    '2 A',
    '1 B',
  ])
})

test('longer cycles, and several, need one each', () => {
  const before = component({ 1: 'A', 2: 'B', 3: 'C', 4: 'D', 5: 'E' })
  expect(renames(before, { 1: 'B', 2: 'C', 3: 'A', 4: 'E', 5: 'D' })).toEqual([
    ...['1 PORTDECK_1', '3 A', '2 C', '1 B'],
    ...['4 PORTDECK_4', '5 D', '4 E'],
  ])
})

test('a third port gets a shared alias only when both have given it up', () => {
  const before = component({ 1: 'SAME', 2: 'SAME', 3: 'C' })
  expect(renames(before, { 3: 'SAME', 1: 'A', 2: 'B' })).toEqual(['1 A', '2 B', '3 SAME'])
  expect(renames(before, { 3: 'SAME', 1: 'A' })).toEqual({
    reason: 'alias-taken',
    port: 3,
    alias: 'SAME',
    by: 2,
  })
})

test('two that share an alias keep it where the desired state says nothing else', () => {
  expect(renames(component({ 1: 'SAME', 2: 'SAME' }), { 1: 'SAME' })).toEqual([])
})

test('a deleted port gives its alias up first', () => {
  const ports: DesiredState['ports'] = new Map<number, { alias: string } | 'delete'>()
    .set(1, { alias: 'B' })
    .set(2, 'delete')
  const plan = planPorts(component({ 1: 'A', 2: 'B' }), { ports })
  expect(plan).toMatchObject({
    steps: [
      { call: 'delete', port: 2 },
      { call: 'change', port: 1 },
    ],
  })
})

test.each(['', 'web', '1A', 'A B', 'A-B', 'A'.repeat(65)])('the alias "%s" cannot be given', (alias) => {
  expect(renames(component({ 1: 'A' }), { 1: alias })).toEqual({ reason: 'alias-invalid', port: 1, alias })
})

test('a port without an alias gets the proposed one before inner opens', () => {
  const plan = planPorts(component({ 80: '' }), { ports: new Map([[80, { inner: true }]]) })
  expect(plan).toMatchObject({
    steps: [
      {
        body: { action: 'change_port_alias', port_alias: 'WEB80', k8s_service_name: 'web' },
        reason: 'alias-for-inner',
      },
      { body: { action: 'open_inner' }, reason: 'desired' },
    ],
  })
})

test('an old internal domain that the server takes no more keeps a port from being renamed', () => {
  const before = aComponent([aPort(1, { k8s_service_name: 'Old' })])
  expect(renames(before, { 1: 'B' })).toEqual({ reason: 'internal-domain-invalid', internalDomain: 'Old' })
})
