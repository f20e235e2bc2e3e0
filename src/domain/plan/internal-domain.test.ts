import { describe, expect, test } from 'vitest'
import { aComponent, aPort } from '../testing/component'
import { steps, unreachable, desired } from '../testing/planned'

describe('internal domain', () => {
  test('goes along with a rename, once', () => {
    const component = aComponent([aPort(80), aPort(81)])
    expect(steps(component, desired({ 81: { alias: 'WEB' } }, 'shop'))).toEqual([
      '81 alias WEB domain shop, desired',
    ])
  })

  test('alone is carried by a port that shares its alias with none', () => {
    const shared = { port_alias: 'SAME' }
    const component = aComponent([
      aPort(80, { port_alias: '' }),
      aPort(81, shared),
      aPort(82, shared),
      aPort(83),
    ])
    expect(steps(component, desired({}, 'shop'))).toEqual([
      '83 alias P83 domain shop, carries-internal-domain',
    ])
  })

  test('has no port to carry it where all share their alias, until one is renamed', () => {
    const shared = { port_alias: 'SAME' }
    const component = aComponent([aPort(80, shared), aPort(81, shared)])
    expect(unreachable(component, desired({}, 'shop'))).toEqual({
      reason: 'internal-domain-needs-alias',
      internalDomain: 'shop',
      ports: [80, 81],
    })
    expect(steps(component, desired({ 81: { alias: 'WEB' } }, 'shop'))).toEqual([
      '81 alias WEB domain shop, desired',
    ])
    expect(steps(component, desired({ 90: { protocol: 'tcp', inner: false, alias: 'X' } }, 'shop'))).toEqual([
      '90 add {"port":90,"protocol":"tcp","port_alias":"X","is_inner_service":false}, desired',
      '90 alias X domain shop, carries-internal-domain',
    ])
  })

  test('is carried by a port that leaves, where none of those left can', () => {
    const shared = { port_alias: 'SAME' }
    const component = aComponent([aPort(80, shared), aPort(81, shared), aPort(82)])
    expect(steps(component, desired({ 82: 'delete' }, 'shop'))).toEqual([
      '82 alias P82 domain shop, carries-internal-domain',
      '82 delete, desired',
    ])
  })

  test('of an empty component is a rename after the first add', () => {
    const desiredPort = desired({ 80: { protocol: 'tcp', inner: false, alias: 'A' } }, 'shop')
    expect(steps(aComponent([]), desiredPort)).toEqual([
      '80 add {"port":80,"protocol":"tcp","port_alias":"A","is_inner_service":false}, desired',
      '80 alias A domain shop, carries-internal-domain',
    ])
  })

  test('is kept where all ports are replaced', () => {
    const component = aComponent([aPort(80, { k8s_service_name: 'shop' })])
    expect(
      steps(component, desired({ 80: 'delete', 81: { protocol: 'tcp', inner: false, alias: 'A' } })),
    ).toEqual([
      '80 delete, desired',
      '81 add {"port":81,"protocol":"tcp","port_alias":"A","is_inner_service":false}, desired',
      '81 alias A domain shop, keeps-internal-domain',
    ])
  })

  test('cannot be given to no port, and must be one', () => {
    const desiredPort = desired({ 80: 'delete' }, 'shop')
    expect(unreachable(aComponent([aPort(80)]), desiredPort)).toEqual({
      reason: 'internal-domain-without-port',
      internalDomain: 'shop',
    })
    expect(unreachable(aComponent([aPort(80)]), desired({}, 'Shop'))).toEqual({
      reason: 'internal-domain-invalid',
      internalDomain: 'Shop',
    })
  })
})
