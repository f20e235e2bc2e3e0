import { describe, expect, test } from 'vitest'
import { aGatewayRule, aPort, both, inner, outerAlone } from '../testing/component'
import { inconsistenciesOf } from './inconsistencies'

const rule = aGatewayRule()
const address = rule.publicAddress

describe('what is inconsistent in a component', () => {
  test('is nothing where rules follow their switches', () => {
    const ports = [aPort(80, both), aPort(81, inner), aPort(82)]
    expect(inconsistenciesOf(ports, [rule, aGatewayRule({ port: 81, open: false })])).toEqual([])
    expect(inconsistenciesOf([], [])).toEqual([])
  })

  test('is an active rule of a port whose external access is closed', () => {
    expect(inconsistenciesOf([aPort(80, inner)], [rule])).toEqual([
      { kind: 'rule-still-active', port: 80, publicAddresses: [address] },
    ])
  })

  test('is external access that no active rule leads to', () => {
    expect(inconsistenciesOf([aPort(80, both)], [aGatewayRule({ open: false })])).toEqual([
      { kind: 'external-without-address', port: 80 },
    ])
  })

  test('is external access without internal access', () => {
    expect(inconsistenciesOf([aPort(80, outerAlone)], [rule])).toEqual([
      { kind: 'external-without-internal', port: 80 },
    ])
  })

  test('is an alias that ports share, but not that several have none', () => {
    const ports = [
      aPort(82, { port_alias: 'WEB' }),
      aPort(80, { port_alias: 'WEB' }),
      aPort(83, { port_alias: '' }),
      aPort(84, { port_alias: '' }),
    ]
    expect(inconsistenciesOf(ports, [])).toEqual([{ kind: 'shared-alias', alias: 'WEB', ports: [80, 82] }])
  })

  test('is a rule whose port is gone, active or not', () => {
    expect(inconsistenciesOf([], [rule, aGatewayRule({ port: 79, open: false })])).toEqual([
      { kind: 'rule-without-port', port: 79, publicAddresses: [address], isOpen: false },
      { kind: 'rule-without-port', port: 80, publicAddresses: [address], isOpen: true },
    ])
  })

  test('leaves out what only the rules could tell while they are unknown', () => {
    expect(inconsistenciesOf([aPort(80, both), aPort(81, outerAlone)], null)).toEqual([
      { kind: 'external-without-internal', port: 81 },
    ])
  })

  test('counts one open port for all of the same number', () => {
    const twice = [aPort(53, { ...both, protocol: 'tcp', port_alias: 'A' }), aPort(53, { port_alias: 'B' })]
    expect(inconsistenciesOf(twice, [aGatewayRule({ port: 53 })])).toEqual([])
  })
})
