import { expect, it } from 'vitest'
import { applySteps } from '../model/step-effect'
import { planPorts } from '../plan/plan'
import { aComponent, aPort, inner } from '../testing/component'
import { desired } from '../testing/planned'
import { rebase } from './foreign-changes'

const before = aComponent([aPort(80), aPort(81), aPort(82)])

function expectedAfter(desiredPort: ReturnType<typeof desired>) {
  const plan = planPorts(before, desiredPort)
  if ('unreachable' in plan) throw new Error(plan.unreachable.reason)
  return applySteps(before, plan.steps)
}

it('what others changed beside a plan counts as there before it, what the plan changed does not', () => {
  const expected = expectedAfter(desired({ 80: { alias: 'MINE', inner: true } }))
  const now = aComponent([
    aPort(80, { ...inner, port_alias: 'MINE', k8s_service_name: 'theirs' }),
    aPort(81, { ...inner, k8s_service_name: 'theirs' }),
    aPort(83),
  ])
  expect(rebase(before, expected, now).ports).toEqual([
    aPort(80, { k8s_service_name: 'theirs' }),
    aPort(81, { ...inner, k8s_service_name: 'theirs' }),
    aPort(83),
  ])
})

it('a port that the plan deleted was there before it, and one that it added was not', () => {
  const added = { protocol: 'http', alias: 'NEW', inner: false } as const
  const expected = expectedAfter(desired({ 80: 'delete', 90: added }))
  expect(rebase(before, expected, expected).ports).toEqual(before.ports)
})
