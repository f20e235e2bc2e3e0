import { expect, test } from 'vitest'
import { aComponent, aPort, aGatewayRule, both } from '../testing/component'
import { differences } from './diff'

test('the same readings differ in nothing, in whatever order', () => {
  const one = aComponent([aPort(80), aPort(81)], [aGatewayRule()])
  expect(differences(one, one)).toEqual([])
  expect(differences(one, { ...one, ports: [aPort(81), aPort(80)] })).toEqual([])
})

test('ports come, go and change', () => {
  const before = aComponent([aPort(80), aPort(81)])
  const after = aComponent([aPort(80, { ...both, port_alias: 'A', protocol: 'tcp' }), aPort(82)])
  const field = { kind: 'field', port: 80 }
  expect(differences(before, after)).toEqual([
    { kind: 'port-removed', port: 81 },
    { ...field, field: 'protocol', before: 'http', after: 'tcp' },
    { ...field, field: 'alias', before: 'P80', after: 'A' },
    { ...field, field: 'inner', before: false, after: true },
    { ...field, field: 'outer', before: false, after: true },
    { kind: 'port-added', port: 82 },
  ])
})

test('an internal domain is said once for all ports', () => {
  const shop = { k8s_service_name: 'shop' }
  expect(
    differences(aComponent([aPort(80), aPort(81)]), aComponent([aPort(80, shop), aPort(81, shop)])),
  ).toEqual([{ kind: 'internal-domain', before: 'web', after: 'shop' }])
})

test('rules come, go, open and close, where both readings know them', () => {
  const [one, two] = ['http://one.test', 'http://two.test']
  const before = aComponent(
    [],
    [aGatewayRule(), aGatewayRule({ publicAddress: one }), aGatewayRule({ publicAddress: two, open: false })],
  )
  const after = aComponent(
    [],
    [
      aGatewayRule({ open: false }),
      aGatewayRule({ publicAddress: two }),
      aGatewayRule({ publicAddress: 'http://new.test' }),
    ],
  )
  expect(differences(before, after)).toEqual([
    { kind: 'gateway-rule-removed', port: 80, publicAddress: one },
    { kind: 'gateway-rule-closed', port: 80, publicAddress: 'http://web-80-team.acme.test' },
    { kind: 'gateway-rule-opened', port: 80, publicAddress: two },
    { kind: 'gateway-rule-added', port: 80, publicAddress: 'http://new.test', open: true },
  ])
  expect(differences(before, aComponent([], null))).toEqual([])
})
