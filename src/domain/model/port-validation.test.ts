import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aPort } from '../testing/component'
import {
  aliasProblem,
  internalDomainProblem,
  isAlias,
  proposedAlias,
  readableAlias,
  takenProblem,
} from './port-validation'

describe('a port number', () => {
  const ports = [aPort(80), aPort(53, { protocol: 'udp' })]

  test.each([
    [8080, null],
    [80, 'taken'],
    [53, 'taken-by-other-protocol'],
  ])('%i is %s', (port, problem) => {
    expect(takenProblem(port, 'http', ports)).toBe(problem)
  })
})

describe('an alias', () => {
  const ports = [aPort(80, { port_alias: 'WEB' }), aPort(81, { port_alias: 'API' })]

  test.each([
    ['WEB_2', null],
    ['A', null],
    ['A'.repeat(64), null],
    ['WEB', null],
    ['', 'empty'],
    ['web', 'lower-case'],
    ['Web', 'lower-case'],
    ['1A', 'wrong-start'],
    ['_A', 'wrong-start'],
    ['A B', 'wrong-character'],
    ['A-B', 'wrong-character'],
    ['A\n', 'wrong-character'],
    ['A中', 'wrong-character'],
    ['A'.repeat(65), 'too-long'],
    ['API', 'taken'],
  ])('"%s" is wrong by %s', (alias, problem) => {
    expect(aliasProblem(alias, 80, ports)).toBe(problem)
  })

  test('that is shared already may be kept', () => {
    expect(
      aliasProblem('SAME', 80, [aPort(80, { port_alias: 'SAME' }), aPort(81, { port_alias: 'SAME' })]),
    ).toBeNull()
  })

  test('is proposed as the server would', () => {
    expect(proposedAlias('gr1a2b3c', 80)).toBe('GR1A2B3C80')
    expect(proposedAlias('my-comp-1', 80)).toBe('MY_COMP_180')
  })
})

describe('a readable alias', () => {
  const none = new Set<string>()
  const of = (service_cname: string, k8s_component_name?: string | null) =>
    readableAlias({ service_alias: 'gr1a2b3c', service_cname, k8s_component_name }, 8443, none)

  test.each([
    ['web', null, 'WEB_8443'],
    ['商城网站', 'shop-web', 'SHOP_WEB_8443'],
    ['订单 (orders) v2', null, 'ORDERS_V2_8443'],
    ['My  shop!', '', 'MY_SHOP_8443'],
    // Rainbond repeats the component's alias where nobody has named it.
    ['web', 'gr1a2b3c', 'WEB_8443'],
    ['3d-viewer', 'viewer', 'VIEWER_8443'],
    ['3d-viewer', null, null],
    ['商城', null, null],
    ['商城B', null, null],
    ['', null, null],
    ['w'.repeat(59), null, `${'W'.repeat(59)}_8443`],
    ['w'.repeat(60), null, null],
    ['w'.repeat(60), 'web', 'WEB_8443'],
  ])('of “%s” (%s) is %s', (name, k8sName, alias) => {
    expect(of(name, k8sName)).toBe(alias)
  })

  test('of another name, or none, replaces one that is taken', () => {
    const names = { service_alias: 'gr1', service_cname: 'Shop', k8s_component_name: 'web' }
    expect(readableAlias(names, 80, new Set(['WEB_80']))).toBe('SHOP_80')
    expect(readableAlias(names, 80, new Set(['WEB_80', 'SHOP_80']))).toBeNull()
  })

  test('is accepted, free, ends with its port, and tells ports apart, whatever the names', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('a', 'Z', '0', '_', '-', ' ', '网') }),
    )
    const port = fc.integer({ min: 1, max: 65535 })
    fc.assert(
      fc.property(name, fc.option(name), port, port, (service_cname, k8s_component_name, one, other) => {
        const names = { service_alias: 'gr1', service_cname, k8s_component_name }
        const alias = readableAlias(names, one, none)
        if (alias === null) return
        expect(isAlias(alias)).toBe(true)
        expect(alias).toMatch(new RegExp(`_${one}$`))
        expect(readableAlias(names, one, new Set([alias]))).not.toBe(alias)
        if (one !== other) expect(readableAlias(names, other, none)).not.toBe(alias)
      }),
    )
  })
})

describe('an internal domain', () => {
  test.each([
    ['web', null],
    ['a', null],
    ['web-2', null],
    ['a'.repeat(63), null],
    ['', 'empty'],
    ['Web', 'upper-case'],
    ['1web', 'wrong-start'],
    ['-web', 'wrong-start'],
    ['web.a', 'wrong-character'],
    ['web_a', 'wrong-character'],
    ['web\n', 'wrong-character'],
    ['web-', 'wrong-end'],
    ['a'.repeat(64), 'too-long'],
    ['orders', 'taken'],
  ])('"%s" is wrong by %s', (domain, problem) => {
    expect(internalDomainProblem(domain, new Set(['orders']))).toBe(problem)
  })
})
