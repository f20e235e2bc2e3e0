import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applySteps } from '../model/step-effect'
import { planPorts } from '../plan/plan'
import { changeableFields, type PresentComponent } from '../sheet/sheet'
import { arbitraryPresent } from '../testing/arbitrary-present'
import { type CopyOptions, copySettings, type CopySource } from './copy-settings'
import { type CopyLevel, type Pair, pairComponents } from './pair-components'

const parameters = { seed: 20261128, numRuns: 500 }

const level = fc.constantFrom<CopyLevel>('component', 'app', 'cluster')
const options: fc.Arbitrary<CopyOptions> = fc.record({
  fields: fc.subarray([...changeableFields]).map((fields) => new Set(fields)),
  addsMissing: fc.boolean(),
  takenDomains: fc.subarray(['web', 'shop', 'gr1']).map((domains) => new Set(domains)),
})

const sourceOf = (component: PresentComponent): CopySource => ({
  ...component,
  chosen: new Set((component.ports ?? []).map((port) => port.container_port)),
})

/** Some components with some of their ports, of which one may have gone and the ports of one may be unread. */
const arbitrarySources = fc
  .tuple(arbitraryPresent, fc.array(fc.nat(9), { minLength: 20 }))
  .map(([components, dice]) =>
    components.map((component, at): CopySource => {
      const rolled = (index: number) => dice[(at + index) % dice.length] ?? 0
      const chosen = [...sourceOf(component).chosen].filter((port) => rolled(port) > 1)
      const ports = rolled(2) === 0 ? null : component.ports
      return { ...component, ports, chosen: new Set([...chosen, ...(rolled(3) < 3 ? [60_000] : [])]) }
    }),
  )

const names = (rows: readonly (readonly [string, number])[]) =>
  rows.map(([component, port]) => `${component} ${String(port)}`).toSorted()

test('every chosen port is compared or listed, once', () => {
  fc.assert(
    fc.property(arbitrarySources, arbitraryPresent, level, options, (sources, present, at, asked) => {
      const destinations = at === 'component' ? present.slice(0, 1) : present
      const { pairs, unpaired, untouched } = pairComponents(sources, destinations, at)
      const { matched, left, partly } = copySettings(pairs, asked)
      const sourceFor = new Map(pairs.map(({ source, destination }) => [destination.componentId, source]))
      const compared = matched.components.flatMap(({ component, rows }) =>
        rows.map(({ row }) => [sourceFor.get(component.componentId)?.componentId ?? '', row.port] as const),
      )
      const listed = left.flatMap(({ source, ports }) =>
        ports.map((port) => [source.componentId, port] as const),
      )
      const alone = unpaired.flatMap(({ source }) =>
        [...source.chosen].map((port) => [source.componentId, port] as const),
      )
      const chosen = sources.flatMap((source) =>
        [...source.chosen].map((port) => [source.componentId, port] as const),
      )
      expect(names([...compared, ...listed, ...alone])).toEqual(names(chosen))
      expect(new Set(pairs.map(({ destination }) => destination)).size).toBe(pairs.length)
      expect(pairs.length + untouched.length).toBe(destinations.length)
      for (const { source, ports } of partly)
        for (const port of ports) expect(names(compared)).toContain(names([[source.componentId, port]])[0])
    }),
    parameters,
  )
})

describe('nothing is asked for', () => {
  test('where settings are copied onto themselves', () => {
    fc.assert(
      fc.property(arbitraryPresent, options, (present, asked) => {
        const pairs = present.map((component) => ({ source: sourceOf(component), destination: component }))
        const { matched, left, partly } = copySettings(pairs, asked)
        for (const { desired } of matched.components) expect(desired).toEqual({ ports: new Map() })
        expect(matched.components.flatMap(({ unnamed }) => unnamed)).toEqual([])
        expect(left.filter(({ problem }) => problem !== 'twice')).toEqual([])
        expect(partly).toEqual([])
      }),
      parameters,
    )
  })

  test('where they are copied again', () => {
    let carriedOut = 0
    fc.assert(
      fc.property(arbitraryPresent, arbitraryPresent, options, (sources, present, asked) => {
        const pairs = present.flatMap((destination, at): Pair<CopySource, PresentComponent>[] => {
          const source = sources[at]
          return source ? [{ source: sourceOf(source), destination }] : []
        })
        const after = new Map<string, PresentComponent>()
        for (const { component, desired } of copySettings(pairs, asked).matched.components) {
          const state = {
            ...{ ports: component.ports ?? [], gatewayRules: [], componentAlias: 'gr', meshed: false },
          }
          const plan = planPorts(state, desired)
          if ('unreachable' in plan) continue
          carriedOut += plan.steps.length > 0 ? 1 : 0
          after.set(component.componentId, { ...component, ports: applySteps(state, plan.steps).ports })
        }
        const again = pairs.map(({ source, destination }) => ({
          ...{ source, destination: after.get(destination.componentId) ?? destination },
        }))
        // An internal domain that the first time has set free could be had the second time.
        const before = present.flatMap(({ ports }) => (ports ?? []).map((port) => port.k8s_service_name))
        const takenDomains = new Set([...asked.takenDomains, ...before])
        const copied = copySettings(again, { ...asked, takenDomains })
        for (const { component, desired } of copied.matched.components)
          if (after.has(component.componentId)) expect(desired).toEqual({ ports: new Map() })
      }),
      parameters,
    )
    expect(carriedOut).toBeGreaterThan(100)
  })
})
