import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ComponentState } from '../model/component'
import type { Port } from '../model/port'
import type { AliasStep } from '../model/step'
import { aComponent, aPort } from '../testing/component'
import { goalsOf, type KeepGoal } from './goals'
import { renameSteps } from './renames'

/** The order of the alias calls, found by looking at all ports again for each of them. */
function slowRenames(left: readonly Port[], goals: readonly KeepGoal[]): string[] {
  const held = new Map(left.map((port) => [port.container_port, port.port_alias]))
  let waiting = goals.filter((goal) => goal.alias !== goal.now.port_alias)
  const calls: string[] = []
  const isFree = ({ port, alias }: KeepGoal) =>
    [...held].every(([holder, theirs]) => holder === port || theirs !== alias)
  while (waiting[0] !== undefined) {
    const next = waiting.find(isFree)
    const aside = waiting[0].port
    const avoided = new Set([...held.values(), ...waiting.map((goal) => goal.alias)])
    let passing = `PORTDECK_${String(aside)}`
    for (let n = 2; avoided.has(passing); n += 1) passing = `PORTDECK_${String(aside)}_${String(n)}`
    const [port, alias] = next ? [next.port, next.alias] : [aside, passing]
    calls.push(`${String(port)} ${alias}`)
    held.set(port, alias)
    waiting = waiting.filter((goal) => goal !== next)
  }
  return calls
}

const names = [...Array.from('ABCDEFGHIJKL'), 'PORTDECK_1', 'PORTDECK_2', 'PORTDECK_2_2']

/** Ports of which some share an alias, or have none, and different aliases for some of them. */
const arbitraryCase = fc
  .record({
    old: fc.array(fc.oneof(fc.constantFrom(...names), fc.constant('')), { minLength: 1, maxLength: 10 }),
    mixed: fc.shuffledSubarray(names, { minLength: names.length }),
    asked: fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
    isPermutation: fc.boolean(),
  })
  .map(({ old, mixed, asked, isPermutation }) => {
    const component = aComponent(
      (isPermutation ? names.slice(0, old.length) : old).map((alias, at) =>
        aPort(at + 1, { port_alias: alias }),
      ),
    )
    const targets = isPermutation ? mixed.filter((name) => names.indexOf(name) < old.length) : mixed
    const ports = new Map(
      component.ports.flatMap((port, at) => {
        const alias = targets[at]
        return asked[at] === true && alias !== undefined ? [[port.container_port, { alias }]] : []
      }),
    )
    return { component, desired: { ports } }
  })

function keepGoals(component: ComponentState, desired: Parameters<typeof goalsOf>[1]): KeepGoal[] {
  const goals = goalsOf(component, desired)
  if ('unreachable' in goals) throw new Error(goals.unreachable.reason)
  return goals.filter((goal) => goal.kind === 'keep')
}

/** Whether no port that keeps its alias has one that another is to get. */
function isReachable({ ports }: ComponentState, goals: readonly KeepGoal[]): boolean {
  const renamed = new Set(goals.map((goal) => goal.port))
  const kept = ports.filter((port) => !renamed.has(port.container_port)).map((port) => port.port_alias)
  return !goals.some((goal) => kept.includes(goal.alias))
}

test('aliases change in the order that looking at all ports before each call finds', () => {
  let passing = 0
  fc.assert(
    fc.property(arbitraryCase, ({ component, desired }) => {
      const goals = keepGoals(component, desired)
      fc.pre(goals.length > 0 && isReachable(component, goals))
      const steps = renameSteps(component.ports, goals, 'web')
      passing += steps.filter((step) => step.reason === 'passing-alias').length
      const isAlias = (step: (typeof steps)[number]): step is AliasStep => step.call === 'change'
      expect(steps.filter(isAlias).map(({ port, body }) => `${String(port)} ${body.port_alias}`)).toEqual(
        slowRenames(component.ports, goals),
      )
    }),
    { seed: 20261126, numRuns: 2000 },
  )
  // what never came up was not tried
  expect(passing).toBeGreaterThan(100)
})
