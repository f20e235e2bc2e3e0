import fc from 'fast-check'
import { expect, it } from 'vitest'
import { reasonsToShow } from '../execution/consent'
import type { ComponentState } from '../model/component'
import type { DesiredState } from '../model/desired-state'
import { proposedAlias } from '../model/port-validation'
import { arbitraryDesiredState, desiredOf } from '../testing/arbitrary-desired-state'
import { arbitraryWorld } from '../testing/arbitrary-world'
import { stateOf } from '../testing/state-of-world'
import { concernedPart } from './concerned'
import { planPorts } from './plan'

function judged(component: ComponentState, desired: DesiredState) {
  const plan = planPorts(component, desired)
  return 'unreachable' in plan ? plan : { plan, reasons: reasonsToShow(component, plan) }
}

/** Only what is asked of the switches. */
function switchesOf({ ports }: DesiredState): DesiredState {
  return {
    ports: new Map(
      [...ports].flatMap(([port, desired]) => {
        if (desired === 'delete') return []
        const { inner, outer } = desired
        return [[port, { ...(inner !== undefined && { inner }), ...(outer !== undefined && { outer }) }]]
      }),
    ),
  }
}

/** The first port without an alias, and the second one with that which the first would be given. */
function withoutAlias(component: ComponentState): ComponentState {
  const [first] = component.ports
  const proposed = first && proposedAlias(component.componentAlias, first.container_port)
  const aliasAt = (at: number, own: string) => (at === 0 ? '' : at === 1 ? (proposed ?? own) : own)
  return {
    ...component,
    ports: component.ports.map((port, at) => ({ ...port, port_alias: aliasAt(at, port.port_alias) })),
  }
}

/** The first port once more, for another protocol. */
function withTwin(component: ComponentState): ComponentState {
  const twins = component.ports.slice(0, 1).map((port) => ({ ...port, protocol: 'udp' }))
  return { ...component, ports: [...component.ports, ...twins] }
}

const odd = fc.constantFrom((component: ComponentState) => component, withoutAlias, withTwin)

it('a change is planned from the part of a component that it concerns as from all of it', () => {
  let narrowed = 0
  fc.assert(
    fc.property(
      ...[arbitraryWorld, arbitraryDesiredState, fc.boolean(), odd],
      (world, sketch, onlySwitches, made) => {
        const component = made(stateOf(world))
        const asked = desiredOf(sketch, component.ports)
        const desired = onlySwitches ? switchesOf(asked) : asked
        const part = concernedPart(component, desired)
        if (part.ports.length < component.ports.length) narrowed += 1
        expect(judged(part, desired)).toEqual(judged(component, desired))
      },
    ),
    { seed: 20261128, numRuns: 5000 },
  )
  expect(narrowed).toBeGreaterThan(1000)
})

it('a switch is planned from one port, however many there are', () => {
  const ports = Array.from({ length: 10_000 }, (_, at) => ({
    container_port: at + 1,
    protocol: 'http',
    port_alias: `P${String(at)}`,
    is_inner_service: false,
    is_outer_service: false,
    k8s_service_name: 'shop',
  }))
  const component = { ports, gatewayRules: [], componentAlias: 'gr1', meshed: false }
  const part = concernedPart(component, { ports: new Map([[7, { inner: true }]]) })
  expect(part.ports).toEqual([ports[6]])
})
