import { describe, expect, test } from 'vitest'
import type { AliasStep } from '../model/step'
import { applySteps } from '../model/step-effect'
import { aComponent, aPort } from '../testing/component'
import { isInEffect, resultsOf } from './step-results'

function named(port: number, alias: string, domain: string): AliasStep {
  return {
    ...{ call: 'change', port, reason: 'desired' },
    body: { action: 'change_port_alias', port_alias: alias, k8s_service_name: domain },
  }
}

const before = aComponent([aPort(80), aPort(81)])

describe('an alias call', () => {
  test('that changes the alias is judged by it, whatever internal domain is read', () => {
    const step = named(80, 'NEW', 'web')
    const now = aComponent([aPort(80, { port_alias: 'NEW', k8s_service_name: 'theirs' })])
    expect(isInEffect(step, before, now)).toBe(true)
    expect(isInEffect(step, before, aComponent([aPort(80)]))).toBe(false)
  })

  test('that sends the alias the port has is judged by the internal domain, whatever alias is read', () => {
    const step = named(80, 'P80', 'shop')
    const now = aComponent([aPort(80, { port_alias: 'THEIRS', k8s_service_name: 'shop' })])
    expect(isInEffect(step, before, now)).toBe(true)
    expect(isInEffect(step, before, aComponent([aPort(80)]))).toBe(false)
  })

  test('is told apart by the alias right before it, not before the first step', () => {
    const steps = [named(80, 'NEW', 'web'), named(80, 'NEW', 'shop')]
    const after = applySteps(before, steps)
    expect(resultsOf(before, steps, after)).toEqual({ inEffect: steps, noEffect: [] })
    const theirs = aComponent([aPort(80, { port_alias: 'NEW', k8s_service_name: 'theirs' })])
    expect(resultsOf(before, steps, theirs)).toEqual({ inEffect: [steps[0]], noEffect: [steps[1]] })
  })

  test('with a passing alias leaves the last word to the one after it', () => {
    const steps = [named(80, 'PORTDECK_80', 'web'), named(81, 'P80', 'web'), named(80, 'P81', 'web')]
    expect(resultsOf(before, steps, applySteps(before, steps)).inEffect).toEqual(steps.slice(1))
  })
})
