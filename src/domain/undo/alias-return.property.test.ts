import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ComponentState } from '../model/component'
import type { DesiredPort } from '../model/desired-state'
import { isAlias } from '../model/port-validation'
import { aComponent, aPort } from '../testing/component'
import { type DesiredPorts, giveUpAliases, type LostAlias } from './alias-return'

/** The aliases that cannot return, found by looking at all ports again for each of them. */
function slowLosses({ ports }: ComponentState, desiredPorts: DesiredPorts): LostAlias[] {
  const lost: LostAlias[] = []
  const asked = new Map<number, string>()
  for (const [port, one] of [...desiredPorts].sort(([port], [other]) => port - other))
    if (one !== 'delete' && one.alias !== undefined) asked.set(port, one.alias)
  const aliasAtEnd = (port: number) =>
    asked.get(port) ?? ports.find((one) => one.container_port === port)?.port_alias
  const numbers = new Set([...ports.map((one) => one.container_port), ...desiredPorts.keys()])
  const left = [...numbers].filter((port) => desiredPorts.get(port) !== 'delete')
  for (let isSettled = false; !isSettled;) {
    isSettled = true
    for (const [port, alias] of asked) {
      const isTaken = left.some((sibling) => sibling !== port && aliasAtEnd(sibling) === alias)
      if (isAlias(alias) && !isTaken) continue
      asked.delete(port)
      lost.push({ port, alias })
      isSettled = false
    }
  }
  return lost
}

const alias = fc.constantFrom(...Array.from('ABCDEFGH'), '', 'old-alias')
const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9]

const arbitraryCase = fc.record({
  now: fc.uniqueArray(fc.tuple(fc.constantFrom(...numbers), alias), { selector: ([port]) => port }),
  asked: fc.uniqueArray(
    fc.tuple(
      fc.constantFrom(...numbers),
      fc.oneof(
        { weight: 1, arbitrary: fc.constantFrom<'delete' | Partial<DesiredPort>>('delete', { inner: true }) },
        { weight: 4, arbitrary: alias.map((one): Partial<DesiredPort> => ({ alias: one })) },
        { weight: 2, arbitrary: alias.map((one): Partial<DesiredPort> => ({ alias: one, outer: false })) },
      ),
    ),
    { selector: ([port]) => port },
  ),
})

test('the aliases given up are those that going round all ports until they fit finds, in the same order', () => {
  let most = 0
  fc.assert(
    fc.property(arbitraryCase, ({ now, asked }) => {
      const component = aComponent(now.map(([port, port_alias]) => aPort(port, { port_alias })))
      const desiredPorts: DesiredPorts = new Map(asked)
      const slow = slowLosses(component, desiredPorts)
      expect(giveUpAliases(component, desiredPorts)).toEqual(slow)
      most = Math.max(most, slow.length)
      const lost = new Set(slow.map(({ port }) => port))
      for (const [port, one] of asked) {
        const without = one === 'delete' || one.outer === undefined ? undefined : { outer: one.outer }
        expect(desiredPorts.get(port)).toEqual(lost.has(port) ? without : one)
      }
    }),
    { seed: 20261126, numRuns: 3000 },
  )
  expect(most).toBeGreaterThan(6)
})

test('a port that another one costs its alias gives it up in the same round, where its turn is still to come', () => {
  const now = aComponent([
    aPort(1, { port_alias: 'C' }),
    aPort(8, { port_alias: 'A' }),
    aPort(9, { port_alias: 'B' }),
  ])
  const asked = { 1: 'A', 3: 'C', 5: 'B', 8: '', 9: '' }
  const ports = Object.entries(asked).map(([port, one]) => [Number(port), { alias: one }] as const)
  const lost = giveUpAliases(now, new Map(ports))
  expect(lost.map(({ port }) => port)).toEqual([8, 9, 1, 3, 5])
})
