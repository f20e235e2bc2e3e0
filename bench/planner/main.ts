import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { foreignDifferences } from '../../src/domain/execution/foreign-changes'
import { variableChanges } from '../../src/domain/impact/variables'
import type { ComponentState } from '../../src/domain/model/component'
import { applySteps } from '../../src/domain/model/step-effect'
import { type Plan, planPorts } from '../../src/domain/plan/plan'
import { lossesOf } from '../../src/domain/undo/losses'
import { undoOf } from '../../src/domain/undo/undo'
import { type Case, cases } from './cases'

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '15' } } })
const rounds = Number(options.rounds)
const sizes = [100, 1000, 5000]

/**
 * Returns the best of several runs, in milliseconds: what else the machine does only adds. Each is on objects of which
 * nothing has been remembered.
 */
function measure<Given>(make: () => Given, run: (given: Given) => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const given = make()
    const start = performance.now()
    run(given)
    return performance.now() - start
  })
  return Math.min(...times)
}

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
      () => one.component(size),
      (component) => planOf(component, one),
    ),
  losses: (size, one) =>
    measure(
      () => done(size, one),
      ({ before, steps, after }) => lossesOf(before, after, steps),
    ),
  undo: (size, one) =>
    measure(
      () => done(size, one),
      ({ before, steps, after }) => undoOf(before, after, after, steps),
    ),
  variables: (size, one) =>
    measure(
      () => done(size, one),
      ({ before, steps }) => variableChanges(before, steps),
    ),
  differences: (size, one) =>
    measure(
      () => done(size, one),
      ({ before, steps, after }) => foreignDifferences(before, after, steps),
    ),
}

console.log(
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}; best of ${rounds}`,
)
console.log(
  `ms for ${sizes.join(' / ')} ports; in brackets, how many times the cost per port of the first grew`,
)
// Until what runs often is compiled.
for (const one of cases) for (const run of Object.values(measurements)) run(100, one)
for (const one of cases) {
  console.log(`\n${one.name}`)
  for (const [name, run] of Object.entries(measurements)) {
    const times = sizes.map((size) => run(size, one))
    const [first = Number.NaN] = times
    const cells = times.map((ms, at) => {
      const growth = ms / first / ((sizes[at] ?? 1) / (sizes[0] ?? 1))
      return `${ms.toFixed(2).padStart(9)} (${growth.toFixed(1)}×)`
    })
    console.log(`  ${name.padEnd(12)}${cells.join('')}`)
  }
}
