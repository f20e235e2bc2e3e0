import { expect, it } from 'vitest'
import type { DesiredPort } from '../model/desired-state'
import type { Step } from '../model/step'
import { applySteps } from '../model/step-effect'
import { planPorts } from '../plan/plan'
import { aComponent, aPort, both, inner } from '../testing/component'
import { desired } from '../testing/planned'
import { withReopening } from './reopening'

const before = aComponent([aPort(80, both)])
const newProtocol = desired({ 80: { protocol: 'tcp' } })

/** The first steps of the plan for a desired state of port 80. */
function firstSteps(asked: Partial<DesiredPort> | 'delete', count: number): readonly Step[] {
  const plan = planPorts(before, desired({ 80: asked }))
  if ('unreachable' in plan) throw new Error(plan.unreachable.reason)
  return plan.steps.slice(0, count)
}

it.each([1, 2])('what %i steps of a new protocol have closed is to open again', (count) => {
  const done = firstSteps({ protocol: 'tcp' }, count)
  const now = applySteps(before, done)
  const left = planPorts(now, withReopening(newProtocol, { before, now, done }))
  expect('steps' in left && applySteps(now, left.steps)).toMatchObject({
    ports: [{ protocol: 'tcp', is_outer_service: true }],
  })
})

it.each([{ outer: false }, { inner: false }, 'delete'] as const)('what %j closes stays closed', (asked) => {
  const done = firstSteps(asked, 1)
  const now = applySteps(before, done)
  const state = desired({ 80: asked })
  expect(withReopening(state, { before, now, done })).toEqual(state)
})

it('what was opened again, and then closed by somebody else, stays closed', () => {
  const done = firstSteps({ protocol: 'tcp' }, 3)
  const now = aComponent([aPort(80, { ...inner, protocol: 'tcp' })])
  expect(withReopening(newProtocol, { before, now, done })).toEqual(newProtocol)
})

it('what somebody else has closed inside stays closed', () => {
  const done = firstSteps({ protocol: 'tcp' }, 1)
  const now = aComponent([aPort(80)])
  expect(withReopening(newProtocol, { before, now, done })).toEqual(newProtocol)
})
