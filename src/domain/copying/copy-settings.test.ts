import { describe, expect, it, test } from 'vitest'
import { aPort, both, inner, outerAlone } from '../testing/component'
import { changeableFields, type ChangeableField, type PresentComponent } from '../sheet/sheet'
import { copySettings, type CopyOptions, type CopySource } from './copy-settings'
import type { Port } from '../model/port'

const all = new Set<ChangeableField>(changeableFields)

/** Copies ports of one component to another, all of them where none are named. */
function copy(
  here: readonly Port[] | null,
  there: readonly Port[] | null,
  given: Partial<CopyOptions> & { chosen?: readonly number[] } = {},
) {
  const { chosen = (here ?? []).map((port) => port.container_port), ...options } = given
  const source: CopySource = {
    ...{ app: 'staging', component: 'web', componentId: 's', ports: here, chosen: new Set(chosen) },
  }
  const destination: PresentComponent = { app: 'shop', component: 'web', componentId: 'd', ports: there }
  const copied = copySettings([{ source, destination }], {
    ...{ fields: all, addsMissing: false, takenDomains: new Set() },
    ...options,
  })
  return { ...copied, desired: copied.matched.components[0]?.desired }
}

const only = (...fields: ChangeableField[]) => ({ fields: new Set(fields) })
const listed = (items: readonly { problem: string; ports: readonly number[] }[]) =>
  items.map(({ problem, ports }) => `${problem}: ${ports.join(', ')}`)

describe('what is asked for', () => {
  it('is what differs, of the chosen settings and ports', () => {
    const here = [aPort(80, both), aPort(81, { ...inner, protocol: 'grpc' }), aPort(82, both)]
    const there = [aPort(80, inner), aPort(81), aPort(82)]
    const { matched, desired } = copy(here, there, { ...only('inner', 'outer'), chosen: [80, 81] })
    expect(desired).toEqual({
      ports: new Map([
        [80, { outer: true }],
        [81, { inner: true }],
      ]),
    })
    expect(matched.components[0]?.rows).toMatchObject([
      { isNew: false, changes: [{ field: 'outer', before: false, after: true }] },
      { isNew: false, changes: [{ field: 'inner', before: false, after: true }] },
    ])
  })

  it('leaves alone and names what only the destination has, and not what was not chosen', () => {
    const { matched, desired } = copy([aPort(80, inner), aPort(81)], [aPort(80), aPort(81), aPort(9000)], {
      chosen: [80],
    })
    expect(matched.components[0]?.unnamed).toMatchObject([{ container_port: 9000 }])
    expect(desired?.ports.size).toBe(1)
  })

  it('is one internal domain for the component, unless another one of the team has it', () => {
    const here = [aPort(80), aPort(81)]
    const there = [aPort(80, { k8s_service_name: 'old' }), aPort(81, { k8s_service_name: 'old' })]
    expect(copy(here, there).desired).toEqual({ ports: new Map(), internalDomain: 'web' })
    const taken = copy(here, there, { takenDomains: new Set(['web']) })
    expect(taken.desired).toEqual({ ports: new Map() })
    expect(listed(taken.partly)).toEqual(['internal-domain-taken: 80, 81'])
  })

  it('gives an internal domain to one component only', () => {
    const pair = (componentId: string) => ({
      source: {
        ...{ app: 'a', component: componentId, componentId: `s-${componentId}` },
        ...{ ports: [aPort(80)], chosen: new Set([80]) },
      },
      destination: {
        ...{ app: 'b', component: componentId, componentId },
        ports: [aPort(80, { k8s_service_name: `old-${componentId}` })],
      },
    })
    const options = { fields: all, addsMissing: false, takenDomains: new Set<string>() }
    const { matched, partly } = copySettings([pair('one'), pair('two')], options)
    expect(matched.components.map(({ desired }) => desired.internalDomain)).toEqual(['web', undefined])
    expect(partly).toMatchObject([{ source: { component: 'two' }, problem: 'internal-domain-taken' }])
  })
})

describe('a port that the destination lacks', () => {
  it('is listed', () => {
    const { left, matched, desired } = copy([aPort(80), aPort(81)], [aPort(80)])
    expect(listed(left)).toEqual(['missing: 81'])
    expect(matched.components[0]?.rows).toHaveLength(1)
    expect(desired).toEqual({ ports: new Map() })
  })

  test.each<[ChangeableField[], object]>([
    [['inner', 'outer', 'protocol', 'alias'], { protocol: 'tcp', alias: 'P81', inner: true, outer: true }],
    [['inner'], { protocol: 'tcp', inner: true }],
    [['outer'], { protocol: 'tcp', outer: true }],
    [['alias'], { protocol: 'tcp', alias: 'P81', inner: false }],
    [[], { protocol: 'tcp', inner: false }],
  ])('is added, where that is asked for, with %j as %j', (fields, port) => {
    const here = [aPort(80), aPort(81, { ...both, protocol: 'tcp' })]
    expect(copy(here, [aPort(80)], { ...only(...fields), addsMissing: true }).desired).toEqual({
      ports: new Map([[81, port]]),
      adds: new Set([81]),
    })
  })

  it('is listed where its protocol cannot be asked for', () => {
    const { left } = copy([aPort(81, { protocol: 'sctp' })], [aPort(80)], { addsMissing: true })
    expect(listed(left)).toEqual(['unknown-protocol: 81'])
  })
})

describe('what stays behind', () => {
  it('is an internal domain where the source has several', () => {
    const here = [aPort(80, { k8s_service_name: 'one' }), aPort(81, { k8s_service_name: 'two' })]
    const { partly, desired } = copy(here, [aPort(80), aPort(81, { k8s_service_name: 'two' })])
    expect(listed(partly)).toEqual(['several-internal-domains: 80'])
    expect(desired).toEqual({ ports: new Map() })
  })

  it('is listed where a port has gone, or is there twice on either side', () => {
    const here = [aPort(80), aPort(81), aPort(82), aPort(82, { protocol: 'udp' })]
    const there = [aPort(80), aPort(80, { protocol: 'udp' }), aPort(81), aPort(82)]
    const { left, matched } = copy(here, there, { chosen: [79, 80, 81, 82] })
    expect(listed(left)).toEqual(['gone: 79', 'twice: 80, 82'])
    expect(matched.components[0]?.rows).toMatchObject([{ row: { port: 81 } }])
  })

  test.each([
    [null, [], 'source-unread'],
    [[], null, 'destination-unread'],
  ] as const)('is all where ports could not be read: %j to %j is %s', (here, there, problem) => {
    const { left, matched } = copy(here, there, { chosen: [80, 81] })
    expect(listed(left)).toEqual([`${problem}: 80, 81`])
    expect(matched.components).toEqual([])
  })

  test.each<[string, Partial<Port>, object]>([
    ['protocol', { protocol: 'sctp' }, { inner: true }],
    ['alias', { port_alias: 'lower' }, { inner: true }],
    ['internal-domain', { k8s_service_name: 'Web' }, { inner: true }],
  ])('is %s of old data that cannot be asked for', (problem, old, rest) => {
    const { partly, desired } = copy([aPort(80, { ...inner, ...old })], [aPort(80)])
    expect(listed(partly)).toEqual([`${problem}: 80`])
    expect(desired).toEqual({ ports: new Map([[80, rest]]) })
  })

  it('is access of a port that is open to the outside alone', () => {
    const { partly, desired } = copy([aPort(80, { ...outerAlone, protocol: 'tcp' })], [aPort(80)])
    expect(listed(partly)).toEqual(['external-without-internal: 80'])
    expect(desired).toEqual({ ports: new Map([[80, { protocol: 'tcp' }]]) })
    const added = copy([aPort(80, outerAlone)], [], { ...only('inner', 'outer'), addsMissing: true })
    expect(added.desired?.ports.get(80)).toEqual({ protocol: 'http', inner: false })
    expect(copy([aPort(80, outerAlone)], [aPort(80, outerAlone)]).partly).toEqual([])
  })
})
