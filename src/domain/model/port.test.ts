import { expect, it } from 'vitest'
import { planPorts } from '../plan/plan'
import { aComponent, aPort } from '../testing/component'
import { differences } from './diff'
import { numbersTwice, portsByIdentity } from './port'

const tcp = aPort(53, { protocol: 'tcp', port_alias: 'DNS_TCP' })
const udp = aPort(53, { protocol: 'udp', port_alias: 'DNS_UDP' })
const web = aPort(80, { port_alias: 'WEB' })
const component = aComponent([tcp, udp, web])

it('is the number alone, so that it stays when the protocol changes, and the protocol too for a number listed twice', () => {
  expect([...portsByIdentity(component.ports)]).toEqual([
    ['53', tcp],
    ['53/udp', udp],
    ['80', web],
  ])
  expect(portsByIdentity([tcp, tcp]).size).toBe(2)
})

it('knows which numbers a component has twice', () => {
  expect(numbersTwice(component.ports)).toEqual(new Set([53]))
})

it.each([
  ['a switch', { inner: true }],
  ['an alias', { alias: 'DNS' }],
  ['a protocol', { protocol: 'http' }],
  ['a deletion', 'delete'],
] as const)('cannot be reached by %s of a number that is listed twice', (_, desired) => {
  expect(planPorts(component, { ports: new Map([[53, desired]]) })).toEqual({
    unreachable: { reason: 'port-twice', port: 53 },
  })
})

it('leaves the other ports of the component as free as ever', () => {
  const plan = planPorts(component, { ports: new Map([[80, { inner: true }]]) })
  expect(plan).toMatchObject({ steps: [{ port: 80, body: { action: 'open_inner' } }] })
})

it('never lets a port of a number that is listed twice carry the internal domain', () => {
  const plan = planPorts(component, { ports: new Map(), internalDomain: 'names' })
  expect(plan).toMatchObject({ steps: [{ port: 80, body: { k8s_service_name: 'names' } }] })
  const alone = aComponent([tcp, udp])
  expect(planPorts(alone, { ports: new Map(), internalDomain: 'names' })).toEqual({
    unreachable: { reason: 'internal-domain-needs-alias', internalDomain: 'names', ports: [53, 53] },
  })
})

it('makes no difference between two readings that are the same', () => {
  expect(differences(component, component)).toEqual([])
  const changed = aComponent([tcp, { ...udp, is_inner_service: true }, web])
  expect(differences(component, changed)).toEqual([
    { kind: 'field', port: 53, field: 'inner', before: false, after: true },
  ])
})
