import { parseArgs } from 'node:util'
import { foreignDifferences } from '../../src/domain/execution/foreign-changes'
import { variableChanges } from '../../src/domain/impact/variables'
import type { ComponentState } from '../../src/domain/model/component'
import { applySteps } from '../../src/domain/model/step-effect'
import { type Plan, planPorts } from '../../src/domain/plan/plan'
import { lossesOf } from '../../src/domain/undo/losses'
import { undoOf } from '../../src/domain/undo/undo'
import { growthLine, heading, measure } from '../growth'
import { type Case, cases } from './cases'

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '15' } } })
const rounds = Number(options.rounds)
const sizes = [100, 1000, 5000]

function planOf(component: ComponentState, { desiredOf }: Case): Plan {
  const plan = planPorts(component, desiredOf(component))
  if ('unreachable' in plan) throw new Error(JSON.stringify(plan.unreachable))
  return plan
}

function done(size: number, one: Case) {
  const before = one.component(size)
  const { steps } = planOf(before, one)
  return { before, steps, after: applySteps(before, steps) }
}

type Measurement = (size: number, one: Case) => number

const measurements: Record<string, Measurement> = {
  plan: (size, one) =>
    measure(
      rounds,
      () => one.component(size),
      (component) => planOf(component, one),
    ),
  losses: (size, one) =>
    measure(
      rounds,
      () => done(size, one),
      ({ before, steps, after }) => lossesOf(before, after, steps),
    ),
  undo: (size, one) =>
    measure(
      rounds,
      () => done(size, one),
      ({ before, steps, after }) => undoOf(before, after, after, steps),
    ),
  variables: (size, one) =>
    measure(
      rounds,
      () => done(size, one),
      ({ before, steps }) => variableChanges(before, steps),
    ),
  differences: (size, one) =>
    measure(
      rounds,
      () => done(size, one),
      ({ before, steps, after }) => foreignDifferences(before, after, steps),
    ),
}

console.log(heading(rounds, sizes, 'ports'))
// Until what runs often is compiled.
for (const one of cases) for (const run of Object.values(measurements)) run(100, one)
for (const one of cases) {
  console.log(`\n${one.name}`)
  for (const [name, run] of Object.entries(measurements)) {
    console.log(
      growthLine(
        name,
        sizes,
        sizes.map((size) => run(size, one)),
      ),
    )
  }
}
