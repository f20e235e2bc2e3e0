import { describe, expect, test } from 'vitest'
import { faultNames } from '../faults/definitions'
import { demoExample, demoSeed, demoToken, expiredToken, outsiderToken } from './demo'
import { scaleSeed } from './scale'
import { parseSeed, type Seed } from './seed'

const demo = demoSeed()

const portsOf = (seed: Seed, service: Seed['services'][number]) =>
  seed.ports.filter(({ service_id }) => service_id === service.service_id)

const isMeshed = (seed: Seed, { app_id }: Seed['services'][number]) =>
  seed.apps.some(({ ID, governance_mode }) => ID === app_id && governance_mode === 'BUILD_IN_SERVICE_MESH')

function expectUnique(values: readonly (string | number)[]) {
  expect(values.filter((value, at) => values.indexOf(value) !== at)).toEqual([])
}

/** Checks what the emulator's rules require of every seed. */
function expectConsistent(seed: Seed) {
  expect(parseSeed(seed)).toEqual({ ok: true, seed })
  expectUnique(seed.services.map(({ service_id }) => service_id))
  expectUnique(seed.services.map(({ service_alias }) => service_alias))
  expectUnique(seed.events.map(({ event_id }) => event_id))
  expectUnique(seed.http_rules.map(({ http_rule_id }) => http_rule_id))
  expectUnique(seed.tcp_rules.map(({ end_point }) => end_point))

  const domains = new Map<string, string>()
  for (const service of seed.services) {
    const ports = portsOf(seed, service)
    const [first] = ports
    if (!first) continue
    expect(new Set(ports.map(({ k8s_service_name }) => k8s_service_name)).size, service.service_cname).toBe(1)
    const key = `${service.tenant_id} ${first.k8s_service_name}`
    expect(domains.get(key) ?? service.service_id, service.service_cname).toBe(service.service_id)
    domains.set(key, service.service_id)

    const host =
      isMeshed(seed, service) && first.k8s_service_name !== service.service_alias
        ? '127.0.0.1'
        : first.k8s_service_name
    const expected = ports
      .filter(({ is_inner_service }) => is_inner_service)
      .flatMap(({ container_port, port_alias }) => [
        [container_port, `${port_alias}_HOST`, host],
        [container_port, `${port_alias}_PORT`, String(container_port)],
      ])
    const actual = seed.envs
      .filter(({ service_id }) => service_id === service.service_id)
      .map(({ container_port, attr_name, attr_value }) => [container_port, attr_name, attr_value])
    expect(actual, service.service_cname).toEqual(expected)

    for (const { protocol, container_port, is_outer_service } of ports) {
      const rules = protocol === 'http' ? seed.http_rules : seed.tcp_rules
      const own = rules.filter(
        (rule) => rule.service_id === service.service_id && rule.container_port === container_port,
      )
      expect(
        own.some((rule) => rule.is_outer_service),
        `${service.service_cname} ${container_port}`,
      ).toBe(is_outer_service)
    }
  }
}

describe('the demo', () => {
  test('has the documented size', () => {
    expect(demo.teams).toHaveLength(3)
    expect(demo.regions).toHaveLength(3)
    expect(demo.regions.filter(({ status }) => status !== '1')).toHaveLength(1)
    expect(demo.apps).toHaveLength(12)
    expect(demo.services.length).toBeGreaterThanOrEqual(55)
    expect(demo.services.length).toBeLessThanOrEqual(70)
    expect(demo.ports.length).toBeGreaterThanOrEqual(185)
    expect(demo.ports.length).toBeLessThanOrEqual(215)
  })

  test('is consistent and reproducible', () => {
    expectConsistent(demo)
    expect(demoSeed()).toEqual(demo)
  })

  test('has tokens of an administrator in all teams and an outsider in none, and an expired one', () => {
    const users = demo.tokens
      .filter(({ expired, licence }) => !expired && !licence)
      .map(({ token, user_id }) => [token, user_id] as const)
    const teams = users.map(([token, id]) => [
      token,
      demo.teams.filter(({ members }) => members.includes(id)).length,
    ])
    expect(teams).toEqual([
      [demoToken, 3],
      [outsiderToken, 0],
    ])
    expect(demo.tokens.find(({ token }) => token === expiredToken)?.expired).toBe(true)
  })

  test('shows every fault in exactly one component, named after it', () => {
    const shown = demo.services.filter(({ fault }) => fault !== undefined)
    expect(shown.map(({ fault }) => fault)).toEqual(faultNames)
    for (const { fault, service_cname } of shown)
      expect(service_cname).toMatch(new RegExp(`\\p{Script=Han} ${fault}$`, 'u'))
  })

  test('has examples of everything worth showing', () => {
    const counts = demo.services.map((service) => portsOf(demo, service).length)
    expect(counts.filter((count) => count === 0)).toHaveLength(1)
    expect(counts.filter((count) => count > 40)).toHaveLength(1)

    expect(demo.services.some(({ service_source }) => service_source === 'third_party')).toBe(true)
    expect(demo.services.some(({ create_status }) => create_status === 'creating')).toBe(true)
    expect(demo.services.some(({ probe_port }) => probe_port !== undefined)).toBe(true)
    expect(demo.services.some((service) => isMeshed(demo, service))).toBe(true)

    expect(demo.http_rules.some(({ type, is_outer_service }) => type === 1 && is_outer_service)).toBe(true)
    expect(demo.http_rules.some(({ type, is_outer_service }) => type === 1 && !is_outer_service)).toBe(true)
    expect(demo.http_rules.some(({ certificate_id }) => certificate_id)).toBe(true)
    expect(demo.http_rules.some(({ domain_path }) => domain_path)).toBe(true)

    const risky = demo.ports
      .filter(({ is_outer_service }) => is_outer_service)
      .map(({ container_port }) => container_port)
    expect(risky).toEqual(expect.arrayContaining([22, 3306, 6379]))
    expect(demo.ports.some((port) => port.is_outer_service && !port.is_inner_service)).toBe(true)
    const aliases = demo.ports.map(({ service_id, port_alias }) => `${service_id} ${port_alias}`)
    expect(aliases.length - new Set(aliases).size).toBe(1)
  })
})

test('the example of the demo is a component with each kind of port', () => {
  const demo = demoSeed()
  const [, team, region, app, component] =
    /^\/teams\/(\w+)\/regions\/(\w+)\/apps\/(\d+)\/services\/(\w+)\/ports$/.exec(demoExample) ?? []
  const service = demo.services.find(({ service_alias }) => service_alias === component)
  const owner = demo.teams.find(({ tenant_id }) => tenant_id === service?.tenant_id)
  expect([owner?.tenant_name, service?.service_region, String(service?.app_id)]).toEqual([team, region, app])
  const ports = demo.ports.filter(({ service_id }) => service_id === service?.service_id)
  expect(ports.map((port) => [port.is_inner_service, port.is_outer_service])).toEqual([
    [true, true],
    [true, false],
    [false, false],
  ])
})

describe('a scale seed', () => {
  test('has the requested numbers of components and ports, in apps of 25', () => {
    const seed = scaleSeed({ components: 60, portsPerComponent: 7 })
    expect([seed.teams.length, seed.apps.length, seed.services.length, seed.ports.length]).toEqual([
      1, 3, 60, 420,
    ])
    expect(seed.services.filter(({ app_id }) => app_id === 3)).toHaveLength(10)
    expectConsistent(seed)
    expect(scaleSeed({ components: 60, portsPerComponent: 7 })).toEqual(seed)
  })

  test('mixes every protocol with every openness', () => {
    const { ports } = scaleSeed({ components: 25, portsPerComponent: 20 })
    const kinds = ports.map((port) => `${port.protocol} ${port.is_inner_service} ${port.is_outer_service}`)
    expect(new Set(kinds).size).toBe(15)
  })

  test('names every component differently, even in a large seed', () => {
    const seed = scaleSeed({ components: 1000, portsPerComponent: 20 })
    expect(seed.ports).toHaveLength(20_000)
    expect(new Set(seed.services.map(({ service_alias }) => service_alias)).size).toBe(1000)
  })
})
