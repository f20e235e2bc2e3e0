import { describe, expect, test } from 'vitest'
import type { ComponentState } from '../model/component'
import type { DesiredState } from '../model/desired-state'
import { planPorts } from '../plan/plan'
import { aComponent, aPort, inner } from '../testing/component'
import { connectionVariables, envText, variableChanges } from './variables'

/** The changes as `port: old → new`. */
function changes(component: ComponentState, desired: DesiredState): string[] {
  const plan = planPorts(component, desired)
  if ('unreachable' in plan) throw new Error(plan.unreachable.reason)
  const text = (one: { name: string; value: string } | null) =>
    one === null ? '-' : `${one.name}=${one.value}`
  return variableChanges(component, plan.steps).map(
    ({ port, before, after }) => `${String(port)}: ${text(before)} → ${text(after)}`,
  )
}

describe('of a port', () => {
  test('are host and port under its alias while inner is open', () => {
    expect(connectionVariables(aComponent([]), aPort(80, inner))).toEqual({
      host: { name: 'P80_HOST', value: 'web' },
      port: { name: 'P80_PORT', value: '80' },
      hostMayBe: null,
    })
    expect(connectionVariables(aComponent([]), aPort(80))).toBeNull()
    expect(connectionVariables(aComponent([]), aPort(80, { ...inner, port_alias: '' }))).toBeNull()
  })

  test('in a meshed app name the sidecar, or still the internal domain', () => {
    expect(connectionVariables({ ...aComponent([]), meshed: true }, aPort(80, inner))).toMatchObject({
      host: { value: '127.0.0.1' },
      hostMayBe: 'web',
    })
  })

  test('are lines of an .env file', () => {
    expect(
      envText([
        { name: 'A_HOST', value: 'web' },
        { name: 'A_PORT', value: '80' },
      ]),
    ).toBe('A_HOST=web\nA_PORT=80\n')
  })
})

describe('that a plan changes', () => {
  const component = aComponent([aPort(80, inner), aPort(81, inner), aPort(82)])

  test('an internal domain changes every host', () => {
    expect(changes(component, { ports: new Map(), internalDomain: 'shop' })).toEqual([
      '80: P80_HOST=web → P80_HOST=shop',
      '81: P81_HOST=web → P81_HOST=shop',
    ])
  })

  test('an alias changes the names of its port alone', () => {
    expect(changes(component, { ports: new Map([[80, { alias: 'A' }]]) })).toEqual([
      '80: P80_HOST=web → A_HOST=web',
      '80: P80_PORT=80 → A_PORT=80',
    ])
  })

  test('an alias that stands elsewhere in the name breaks it, and a broken host follows no domain', () => {
    const named = aComponent([aPort(80, { ...inner, port_alias: 'H' })])
    expect(changes(named, { ports: new Map([[80, { alias: 'NEW' }]]), internalDomain: 'shop' })).toEqual([
      '80: H_HOST=web → NEW_OST=web',
      '80: H_PORT=80 → NEW_PORT=80',
    ])
    const other = aComponent([aPort(80, { ...inner, port_alias: 'T' })])
    expect(changes(other, { ports: new Map([[80, { alias: 'NEW' }]]), internalDomain: 'shop' })).toEqual([
      '80: T_HOST=web → NEW_HOS=web',
      '80: T_PORT=80 → NEW_POR=80',
    ])
  })

  test('a new domain leaves the names of siblings alone, whatever their alias', () => {
    const named = aComponent([aPort(80, { ...inner, port_alias: 'H' }), aPort(81)])
    expect(changes(named, { ports: new Map([[81, { alias: 'A' }]]), internalDomain: 'shop' })).toEqual([
      '80: H_HOST=web → H_HOST=shop',
    ])
  })

  test('a passing alias leaves no trace', () => {
    const ports = new Map([
      [80, { alias: 'P81' }],
      [81, { alias: 'P80' }],
    ])
    expect(changes(component, { ports })).toContain('80: P80_HOST=web → P81_HOST=web')
  })

  test('come and go with inner, with the port', () => {
    expect(changes(component, { ports: new Map([[82, { inner: true }]]) })).toEqual([
      '82: - → P82_HOST=web',
      '82: - → P82_PORT=82',
    ])
    expect(changes(component, { ports: new Map([[80, 'delete']]) })).toEqual([
      '80: P80_HOST=web → -',
      '80: P80_PORT=80 → -',
    ])
  })

  test('in a meshed app say the sidecar, whatever the domain', () => {
    expect(changes({ ...component, meshed: true }, { ports: new Map(), internalDomain: 'shop' })).toEqual([])
  })
})
