import { describe, expect, it } from 'vitest'
import type { ComponentState } from '../../../domain/model/component'
import type { DesiredPort, DesiredState } from '../../../domain/model/desired-state'
import { planPorts } from '../../../domain/plan/plan'
import { aPort } from '../testing/fake-effects'
import { type Question, questionOf } from './question'

const before: ComponentState = {
  ports: [
    aPort(80, { is_inner_service: true, is_outer_service: true }),
    aPort(3306, { protocol: 'mysql', is_inner_service: true }),
    aPort(8081),
  ],
  gatewayRules: [],
  componentAlias: 'gr1',
  meshed: false,
}

function partOf(desired: DesiredState) {
  const plan = planPorts(before, desired)
  if ('unreachable' in plan) throw new Error(plan.unreachable.reason)
  return { desired, before, done: [], plan }
}

function asked(ports: [number, Partial<DesiredPort> | 'delete'][], internalDomain?: string) {
  const desired = { ports: new Map(ports), ...(internalDomain !== undefined && { internalDomain }) }
  return questionOf([partOf(desired)])
}

const whole: DesiredPort = { protocol: 'http', alias: 'NEW', inner: false, outer: false }

describe('a review asks', () => {
  it.each<[string, Question, Parameters<typeof asked>]>([
    ['to open outer', { kind: 'openOuter', port: 3306 }, [[[3306, { outer: true }]]]],
    [
      'to open outer, though inner opens first',
      { kind: 'openOuter', port: 8081 },
      [[[8081, { outer: true }]]],
    ],
    ['to close outer', { kind: 'closeOuter', port: 80 }, [[[80, { outer: false }]]]],
    [
      'to close inner, though outer closes first',
      { kind: 'closeInner', port: 80 },
      [[[80, { inner: false }]]],
    ],
    ['to open inner', { kind: 'openInner', port: 8081 }, [[[8081, { inner: true }]]]],
    ['only what changes', { kind: 'openOuter', port: 3306 }, [[[3306, { inner: true, outer: true }]]]],
    ['for a new alias', { kind: 'alias', port: 80, value: 'NEW' }, [[[80, { alias: 'NEW' }]]]],
    ['for a new protocol', { kind: 'protocol', port: 80, value: 'tcp' }, [[[80, { protocol: 'tcp' }]]]],
    ['for several fields', { kind: 'change', port: 80 }, [[[80, { alias: 'NEW', protocol: 'tcp' }]]]],
    ['for the internal domain', { kind: 'internalDomain', value: 'shop' }, [[[80, {}]], 'shop']],
    ['for a port and the internal domain', { kind: 'change', port: 80 }, [[[80, { alias: 'NEW' }]], 'shop']],
    ['to delete', { kind: 'delete', port: 80 }, [[[80, 'delete']]]],
    ['to add', { kind: 'add', port: 90 }, [[[90, whole]]]],
    ['to add and open', { kind: 'addOpen', port: 90 }, [[[90, { ...whole, inner: true, outer: true }]]]],
    [
      'to delete several',
      { kind: 'deleteSeveral', ports: 2 },
      [
        [
          [80, 'delete'],
          [3306, 'delete'],
        ],
      ],
    ],
    [
      'to add several',
      { kind: 'addSeveral', ports: 2 },
      [
        [
          [90, whole],
          [91, { ...whole, alias: 'B' }],
        ],
      ],
    ],
    [
      'by the number of steps',
      { kind: 'steps', steps: 2, components: 1 },
      [
        [
          [8081, 'delete'],
          [3306, { inner: false }],
        ],
      ],
    ],
  ])('%s', (_what, question, args) => {
    expect(asked(...args)).toEqual(question)
  })

  it('for several components by the number of their steps, those that are done among them', () => {
    const one = partOf({ ports: new Map([[8081, { outer: true }]]) })
    const other = { ...one, done: one.plan.steps }
    expect(questionOf([one, other])).toEqual({ kind: 'steps', steps: 6, components: 2 })
  })
})
