import { expect, test } from 'vitest'
import { aComponent, aPort, aRule, both } from '../testing/component'
import { differences } from './diff'

test('the same readings differ in nothing, in whatever order', () => {
  const one = aComponent([aPort(80), aPort(81)], [aRule()])
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
  ).toEqual([{ kind: 'domain', before: 'web', after: 'shop' }])
})

test('rules come, go, open and close, where both readings know them', () => {
  const [one, two] = ['http://one.test', 'http://two.test']
  const before = aComponent([], [aRule(), aRule({ address: one }), aRule({ address: two, open: false })])
  const after = aComponent(
    [],
    [aRule({ open: false }), aRule({ address: two }), aRule({ address: 'http://new.test' })],
  )
  expect(differences(before, after)).toEqual([
    { kind: 'rule-removed', port: 80, address: one },
    { kind: 'rule-closed', port: 80, address: 'http://web-80-team.acme.test' },
    { kind: 'rule-opened', port: 80, address: two },
    { kind: 'rule-added', port: 80, address: 'http://new.test', open: true },
  ])
  expect(differences(before, aComponent([], null))).toEqual([])
})
