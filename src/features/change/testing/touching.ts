import fc from 'fast-check'
import { type Difference, differences } from '../../../domain/model/diff'
import type { ComponentState } from '../../../domain/model/component'
import type { DesiredState } from '../../../domain/model/desired-state'
import { type Port, protocolChoices } from '../../../domain/model/port'
import { numbers } from '../../../domain/testing/arbitrary-world'

/** What a person means to do, whatever they will have before their eyes. */
export const arbitraryTouch = fc.record({
  what: fc.constantFrom('inner', 'outer', 'alias', 'alias', 'domain', 'both', 'protocol', 'delete', 'add'),
  /** Which of the ports that they see. */
  at: fc.nat(),
  number: fc.constantFrom(...numbers),
  /** Few, so that two people want the same. */
  aliases: fc.shuffledSubarray(['A', 'B', 'C', 'D', 'E', 'F', 'G'], { minLength: 7 }),
  domain: fc.constantFrom('orders', 'shop', 'front'),
  protocol: fc.constantFrom(...protocolChoices),
})
export type Touch = typeof arbitraryTouch extends fc.Arbitrary<infer T> ? T : never

/** Returns the desired state of somebody who sees `ports`; null where a form would not let it through. */
export function desiredOfTouch(touch: Touch, ports: readonly Port[]): DesiredState | null {
  const alias = touch.aliases.find((name) => ports.every((port) => port.port_alias !== name))
  const port = ports[touch.at % Math.max(ports.length, 1)]
  if (touch.what === 'add') {
    if (alias === undefined || ports.some((one) => one.container_port === touch.number)) return null
    const added = { protocol: touch.protocol, alias, inner: true, outer: false }
    return { ports: new Map([[touch.number, added]]), adds: new Set([touch.number]) }
  }
  if (port === undefined) return null
  const on = (desired: Partial<Record<string, never>> | 'delete') => new Map([[port.container_port, desired]])
  switch (touch.what) {
    case 'inner':
      return { ports: new Map([[port.container_port, { inner: !port.is_inner_service }]]) }
    case 'outer':
      return { ports: new Map([[port.container_port, { outer: !port.is_outer_service }]]) }
    case 'alias':
      return alias === undefined ? null : { ports: new Map([[port.container_port, { alias }]]) }
    case 'domain':
      return { ports: on({}), internalDomain: touch.domain }
    case 'both':
      return alias === undefined
        ? null
        : { ports: new Map([[port.container_port, { alias }]]), internalDomain: touch.domain }
    case 'protocol':
      return { ports: new Map([[port.container_port, { protocol: touch.protocol }]]) }
    case 'delete':
      return { ports: on('delete') }
  }
}

/** Whether somebody who asked for this has touched what differs, or it follows from what they touched. */
function isTouched(difference: Difference, desired: DesiredState): boolean {
  switch (difference.kind) {
    case 'internal-domain':
      return desired.internalDomain !== undefined
    case 'port-added':
    case 'port-removed': {
      const desiredPort = desired.ports.get(difference.port)
      return desiredPort === 'delete' || desired.adds?.has(difference.port) === true
    }
    case 'field': {
      const desiredPort = desired.ports.get(difference.port)
      if (desiredPort === undefined) return false
      if (desiredPort === 'delete' || desired.adds?.has(difference.port) === true) return true
      if (desiredPort[difference.field] !== undefined) return true
      // Outer needs inner; and it is closed for as long as the protocol changes.
      if (difference.field === 'inner') return desiredPort.outer === true || desiredPort.outer === false
      return (
        difference.field === 'outer' &&
        (desiredPort.inner !== undefined || desiredPort.protocol !== undefined)
      )
    }
    case 'gateway-rule-added':
    case 'gateway-rule-removed':
    case 'gateway-rule-opened':
    case 'gateway-rule-closed':
      return true
  }
}

/** Returns what a call has changed that the person did not touch who asked for this. */
export function untouchedChanges(
  before: ComponentState,
  after: ComponentState,
  desired: DesiredState,
): Difference[] {
  return differences(before, after).filter((difference) => !isTouched(difference, desired))
}

/** Returns the aliases that more than one port has. */
export function sharedAliases({ ports }: ComponentState): string[] {
  const aliases = ports.map((port) => port.port_alias)
  return aliases.filter((alias, at) => aliases.indexOf(alias) !== at)
}
