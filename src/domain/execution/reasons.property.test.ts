import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesMade } from '../impact/changes-made'
import { variableChanges } from '../impact/variables'
import type { ComponentState } from '../model/component'
import type { Step, StepReason } from '../model/step'
import { applySteps } from '../model/step-effect'
import { type Plan, planOfSteps, withExposures } from '../plan/plan'
import { arbitraryDesiredState, desiredOf } from '../testing/arbitrary-desired-state'
import { arbitraryWorld } from '../testing/arbitrary-world'
import { reachable } from '../testing/reachable-desired-state'
import { stateOf } from '../testing/state-of-world'
import { undoOf } from '../undo/undo'
import { reasonsToShow } from './consent'
import { foreignDifferences } from './foreign-changes'
import { mustBeReadFirst } from './read-first'
import { resultsOf } from './step-results'

const everyReason = {
  desired: true,
  'leftover-gateway-rule': true,
  'reaching-gateway-rule': true,
  'restoring-protocol': true,
  'before-closing-inner': true,
  'before-deleting': true,
  'before-changing-protocol': true,
  'gateway-rules-before-deleting': true,
  'inner-before-outer': true,
  reopening: true,
  'alias-for-inner': true,
  'passing-alias': true,
  'carries-internal-domain': true,
  'keeps-internal-domain': true,
} satisfies Record<StepReason, true>

const reasons = Object.keys(everyReason).filter((reason): reason is StepReason => reason in everyReason)

/** All that is made of steps, but for the sentences of the screen. */
function judged(before: ComponentState, steps: readonly Step[], now: ComponentState) {
  const after = applySteps(before, steps)
  const plan: Plan = withExposures(planOfSteps(before, steps), ({ container_port: port }) =>
    port % 2 === 0 ? { kind: 'database', name: String(port) } : null,
  )
  return {
    plan,
    after,
    consent: reasonsToShow(before, plan),
    variables: variableChanges(before, steps),
    changes: [changesMade(before, after, steps), changesMade(before, now, steps)],
    results: [resultsOf(before, steps, after), resultsOf(before, steps, now)],
    undo: [undoOf(before, after, after, steps), undoOf(before, after, now, steps)],
    foreign: foreignDifferences(after, now, steps),
    readFirst: steps.map(mustBeReadFirst),
  }
}

/** Returns what was judged, as if every step had the one same reason. */
function withoutReasons(what: unknown): string {
  return JSON.stringify(what, (key: string, value: unknown) => {
    if (key === 'reason') return 'some'
    return value instanceof Map ? [...value] : value
  })
}

test('other reasons change nothing but the sentences that are made of them', () => {
  fc.assert(
    fc.property(
      ...[arbitraryWorld, arbitraryDesiredState, arbitraryWorld],
      fc.array(fc.constantFrom(...reasons), { minLength: 30, maxLength: 30 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (world, sketch, other, otherReasons, part) => {
        const before = stateOf(world)
        const { plan } = reachable(before, desiredOf(sketch, before.ports))
        // A plan that was stopped is judged like a whole one.
        const steps = plan.steps.slice(0, Math.ceil(plan.steps.length * part))
        const changed = steps.map((step, at) => ({ ...step, reason: otherReasons[at] ?? 'desired' }))
        expect(withoutReasons(judged(before, changed, stateOf(other)))).toBe(
          withoutReasons(judged(before, steps, stateOf(other))),
        )
      },
    ),
    { seed: 20261126, numRuns: 1000 },
  )
})
