import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { protocolChoices } from '../../../../domain/model/port'
import { compressed } from './compressed'
import { limits, type LinkedPlan, planFragment, readPlanFragment } from './plan-link'

const fields = fc.record(
  {
    protocol: fc.constantFrom(...protocolChoices),
    alias: fc.constantFrom('WEB', 'A_1', ''),
    inner: fc.boolean(),
    outer: fc.boolean(),
  },
  { requiredKeys: [] },
)
const port = fc.integer({ min: 1, max: 65535 })

const arbitraryPart = fc.record({
  app: fc.integer({ min: 1 }),
  component: fc.stringMatching(/^[0-9a-f]{32}$/),
  names: fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })),
  desired: fc.record(
    {
      ports: fc
        .array(fc.tuple(port, fc.oneof(fc.constant('delete' as const), fields)))
        .map((ports) => new Map(ports)),
      internalDomain: fc.constantFrom('orders', 'web'),
      adds: fc.array(port, { maxLength: 3 }).map((ports) => new Set(ports)),
    },
    { requiredKeys: ['ports'] },
  ),
})

const arbitraryPlan: fc.Arbitrary<LinkedPlan> = fc.record({
  team: fc.constant('t'.repeat(32)),
  region: fc.constantFrom('rainbond', 'east-1'),
  parts: fc.uniqueArray(arbitraryPart, {
    minLength: 1,
    maxLength: 6,
    selector: ({ component }) => component,
  }),
})

const aComponent = { app: 1, appName: 'shop', component: 'c1', componentName: 'web', ports: [] }

const onePort = (asked: object): object => ({
  ...{ version: 1, team: 't1', region: 'r1' },
  components: [{ ...aComponent, ports: [asked] }],
})

const fragmentOf = async (content: unknown) => `#plan=${await compressed(JSON.stringify(content))}`

describe('a link', () => {
  it('holds what it was made of, in characters that no chat program changes', () =>
    fc.assert(
      fc.asyncProperty(arbitraryPlan, async (plan) => {
        const fragment = await planFragment(plan)
        expect(fragment).toMatch(/^#plan=[\w-]+$/)
        expect(await readPlanFragment(fragment)).toEqual({ plan })
      }),
      { seed: 20261128, numRuns: 60 },
    ))

  it('is damaged where a part of it is missing or changed, or holds nothing', async () => {
    const fragment = await planFragment({ team: 't', region: 'r', parts: [] })
    const damaged = [
      '#plan=',
      '#plan=%F0',
      fragment.slice(0, -3),
      `${fragment.slice(0, 12)}AAAA`,
      '#plan=AAAA',
    ]
    for (const one of damaged) expect(await readPlanFragment(one)).toEqual({ problem: 'damaged' })
    for (const content of [null, 1, 'plan', []])
      expect(await readPlanFragment(await fragmentOf(content))).toEqual({ problem: 'damaged' })
  })

  it('of another version is told from a damaged one', async () => {
    expect(await readPlanFragment(await fragmentOf({ version: 2, plan: [] }))).toEqual({ problem: 'version' })
  })

  it.each<[string, object]>([
    ['a port out of range', { port: 65536, isDeleted: true }],
    ['a port that is no number', { port: '80', isDeleted: true }],
    ['a fraction of a port', { port: 80.5, isDeleted: true }],
    ['no port', { isDeleted: true }],
    ['an unknown field', { port: 80, outer: true, token: 'x' }],
    ['an unknown protocol', { port: 80, protocol: 'ftp' }],
    ['a switch that is no boolean', { port: 80, outer: 'yes' }],
    ['an alias that nobody can see', { port: 80, alias: 'A\u202EB' }],
    ['an alias without end', { port: 80, alias: 'A'.repeat(256) }],
  ])('with %s is invalid', async (_name, asked) => {
    expect(await readPlanFragment(await fragmentOf(onePort({ port: 80, outer: true })))).toHaveProperty(
      'plan',
    )
    expect(await readPlanFragment(await fragmentOf(onePort(asked)))).toEqual({ problem: 'invalid' })
  })

  it.each<[string, object]>([
    ['a path for an id', { team: '../../users' }],
    ['no components', { components: [] }],
    ['a component twice', { components: [aComponent, aComponent] }],
    ['a port twice', { components: [{ ...aComponent, ports: [{ port: 80 }, { port: 80 }] }] }],
    ['something else in it', { steps: [] }],
  ])('with %s is invalid', async (_name, changed) => {
    expect(await readPlanFragment(await fragmentOf({ ...onePort({ port: 80 }), ...changed }))).toEqual({
      problem: 'invalid',
    })
  })

  it('is not unpacked further than the limit', async () => {
    const bomb = await compressed(' '.repeat(limits.bytes + 1))
    expect(bomb.length).toBeLessThan(20_000)
    expect(await readPlanFragment(`#plan=${bomb}`)).toEqual({ problem: 'too-large' })
    expect(await readPlanFragment(`#plan=${'A'.repeat(limits.characters)}`)).toEqual({ problem: 'too-large' })
  })
})
