import { describe, expect, test } from 'vitest'
import type { GatewayRule } from '../model/component'
import type { DesiredState } from '../model/desired-state'
import { aComponent, aPort, aGatewayRule, both, inner, outerAlone } from '../testing/component'
import { steps, unreachable, desired } from '../testing/planned'

describe('switches', () => {
  test('outer opens inner first', () => {
    expect(steps(aComponent([aPort(80)]), desired({ 80: { outer: true } }))).toEqual([
      '80 open_inner, inner-before-outer',
      '80 open_outer, desired',
    ])
  })

  test('closing inner closes an open outer first', () => {
    expect(steps(aComponent([aPort(80, both)]), desired({ 80: { inner: false } }))).toEqual([
      '80 close_outer, before-closing-inner',
      '80 close_inner, desired',
    ])
  })

  test('several ports close before any opens', () => {
    const component = aComponent([aPort(80), aPort(81, both)])
    expect(steps(component, desired({ 80: { outer: true }, 81: { inner: false, outer: false } }))).toEqual([
      '81 close_outer, desired',
      '81 close_inner, desired',
      '80 open_inner, inner-before-outer',
      '80 open_outer, desired',
    ])
  })

  test('what is as desired already takes no step', () => {
    expect(steps(aComponent([aPort(80, both)]), desired({ 80: { inner: true, outer: true } }))).toEqual([])
  })

  test('outer without inner can be left, closed, or given inner, but not asked for', () => {
    const old = aComponent([aPort(80, outerAlone)])
    expect(steps(old, desired({ 80: { alias: 'WEB' } }))).toEqual(['80 alias WEB domain web, desired'])
    expect(steps(old, desired({ 80: { outer: false } }))).toEqual(['80 close_outer, desired'])
    expect(steps(old, desired({ 80: { outer: true } }))).toEqual(['80 open_inner, inner-before-outer'])
    const desiredPort = desired({ 80: { inner: false, outer: true } })
    expect(unreachable(aComponent([aPort(80)]), desiredPort)).toEqual({
      reason: 'outer-without-inner',
      port: 80,
    })
    expect(unreachable(aComponent([aPort(80, both)]), desiredPort)).toEqual({
      reason: 'outer-without-inner',
      port: 80,
    })
    expect(unreachable(old, desired({ 80: { protocol: 'tcp' } }))).toEqual({
      reason: 'outer-without-inner',
      port: 80,
    })
  })

  test('a rule that is active beside a closed outer is closed when outer is asked for closed', () => {
    const component = aComponent([aPort(80, inner)], [aGatewayRule()])
    expect(steps(component, desired({ 80: { outer: false } }))).toEqual([
      '80 close_outer, leftover-gateway-rule',
    ])
    expect(steps(component, desired({ 80: { inner: true } }))).toEqual([])
  })

  test('a TCP rule that a change to http left behind is reached by way of tcp', () => {
    const component = aComponent(
      [aPort(80, both)],
      [aGatewayRule({ kind: 'tcp', publicAddress: '10.0.0.1:30001' })],
    )
    expect(steps(component, desired({ 80: { outer: false } }))).toEqual([
      '80 close_outer, desired',
      '80 protocol tcp, reaching-gateway-rule',
      '80 close_outer, leftover-gateway-rule',
      '80 protocol http, restoring-protocol',
    ])
    expect(steps(component, desired({ 80: { outer: false, protocol: 'udp' } }))).toEqual([
      '80 close_outer, desired',
      '80 protocol udp, desired',
      '80 close_outer, leftover-gateway-rule',
    ])
  })
})

describe('protocol', () => {
  test('of a closed port is one step', () => {
    expect(steps(aComponent([aPort(80)]), desired({ 80: { protocol: 'tcp' } }))).toEqual([
      '80 protocol tcp, desired',
    ])
  })

  test('of a port that stays outer-open closes, changes and opens', () => {
    expect(steps(aComponent([aPort(80, both)]), desired({ 80: { protocol: 'tcp' } }))).toEqual([
      '80 close_outer, before-changing-protocol',
      '80 protocol tcp, desired',
      '80 open_outer, reopening',
    ])
  })
})

describe('deleting', () => {
  test('closes first', () => {
    expect(steps(aComponent([aPort(80, both)]), desired({ 80: 'delete' }))).toEqual([
      '80 close_outer, before-deleting',
      '80 close_inner, before-deleting',
      '80 delete, desired',
    ])
  })

  test('closes an active rule too, though outer is off, and says whether it stands in the way', () => {
    const closing = (...rules: GatewayRule[]) =>
      steps(aComponent([aPort(80)], rules), desired({ 80: 'delete' }))[0]
    expect(closing(aGatewayRule())).toBe('80 close_outer, leftover-gateway-rule')
    expect(closing(aGatewayRule({ custom: true }))).toBe('80 close_outer, gateway-rules-before-deleting')
    expect(closing(aGatewayRule(), aGatewayRule({ publicAddress: 'http://old.acme.test' }))).toBe(
      '80 close_outer, gateway-rules-before-deleting',
    )
    expect(closing(aGatewayRule(), aGatewayRule({ custom: true, open: false }))).toBe(
      '80 close_outer, leftover-gateway-rule',
    )
  })

  test('of a port that is no longer http reaches its active domains by way of http', () => {
    const component = aComponent([aPort(80, { protocol: 'tcp' })], [aGatewayRule({ custom: true })])
    expect(steps(component, desired({ 80: 'delete' }))).toEqual([
      '80 protocol http, reaching-gateway-rule',
      '80 close_outer, gateway-rules-before-deleting',
      '80 delete, desired',
    ])
  })

  test('of a port that has gone is done', () => {
    expect(steps(aComponent([]), desired({ 80: 'delete' }))).toEqual([])
  })
})

describe('adding', () => {
  test('proposes the alias as the server would, and opens outer afterwards', () => {
    const component = { ...aComponent([]), componentAlias: 'my-web' }
    expect(steps(component, desired({ 80: { protocol: 'http', outer: true } }))).toEqual([
      '80 add {"port":80,"protocol":"http","port_alias":"MY_WEB80","is_inner_service":true}, desired',
      '80 open_outer, desired',
    ])
  })

  test('never shares an alias: a proposal that is taken gets an end', () => {
    const component = aComponent([aPort(81, { port_alias: 'WEB80' })])
    expect(steps(component, desired({ 80: { protocol: 'tcp', inner: false } }))).toEqual([
      '80 add {"port":80,"protocol":"tcp","port_alias":"WEB80_2","is_inner_service":false}, desired',
    ])
    const desiredPort = desired({ 80: { protocol: 'tcp', inner: true, alias: 'WEB80' } })
    expect(unreachable(component, desiredPort)).toEqual({
      reason: 'alias-taken',
      port: 80,
      alias: 'WEB80',
      by: 81,
    })
  })

  test('needs what an add needs, so that the edit of a deleted port does not bring it back', () => {
    expect(unreachable(aComponent([]), desired({ 80: { outer: false } }))).toEqual({
      reason: 'port-gone',
      port: 80,
    })
    expect(unreachable(aComponent([]), desired({ 80: { protocol: 'tcp' } }))).toEqual({
      reason: 'port-gone',
      port: 80,
    })
  })

  test('never turns a port that somebody else added into its own, but goes on with its own', () => {
    const desiredPort: DesiredState = {
      ports: new Map([[80, { protocol: 'http', alias: 'WEB', inner: true, outer: true }]]),
      adds: new Set([80]),
    }
    for (const theirs of [
      aPort(80, { port_alias: 'WEB', protocol: 'tcp' }),
      aPort(80, { port_alias: 'THEIRS' }),
    ])
      expect(unreachable(aComponent([theirs]), desiredPort)).toEqual({ reason: 'port-taken', port: 80 })
    const own = aPort(80, { port_alias: 'WEB', ...inner })
    expect(steps(aComponent([own]), desiredPort)).toEqual(['80 open_outer, desired'])
  })

  test.each([0, -1, 65536, 80.5, Number.NaN])('of port %d cannot be', (port) => {
    const ports = new Map([[port, { protocol: 'tcp', inner: true } as const]])
    expect(unreachable(aComponent([]), { ports })).toEqual({ reason: 'port-invalid', port })
  })

  test('outer without inner cannot be', () => {
    const desiredPort = desired({ 80: { protocol: 'http', inner: false, outer: true } })
    expect(unreachable(aComponent([]), desiredPort)).toEqual({ reason: 'outer-without-inner', port: 80 })
  })
})
