import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { createEmulator } from '../../../emulator/create-emulator'
import { scaleSeed } from '../../../emulator/seeds/scale'
import type { Seed } from '../../../emulator/seeds/seed'
import type { Inconsistency } from '../../domain/exposure/inconsistencies'
import { anInventory, failure, untilDone } from '../inventory/testing/an-inventory'
import { createExposure } from './reading/exposure'

afterEach(() => vi.unstubAllGlobals())

const whole = scaleSeed({ components: 26, portsPerComponent: 1 })
/** Three components in one app, and one in another. */
const services = whole.services.filter((_, index) => index < 3 || index === 25)

/** What may have become of a port: as old data and interrupted work leave it. */
const arbitraryPort = fc.record({
  isThere: fc.constantFrom(true, true, true, false),
  inner: fc.boolean(),
  outer: fc.boolean(),
  alias: fc.constantFrom('', 'A', 'B', 'C'),
  rules: fc.array(
    fc.record({
      isHttp: fc.boolean(),
      open: fc.boolean(),
      custom: fc.boolean(),
      certificate: fc.constantFrom(0, 0, 7),
      path: fc.constantFrom('', '/', '/shop'),
      protocol: fc.constantFrom('tcp', 'udp'),
    }),
    { maxLength: 2 },
  ),
})

// Later rules have lower ones.
const nodePortFor = (ruleId: number) => 31_000 - ruleId

/** A team in which every port and rule may be in any state. */
const arbitrarySeed = fc.array(arbitraryPort, { minLength: 16, maxLength: 16 }).map((states): Seed => {
  const [port] = whole.ports
  if (!port) throw new Error('The seed is empty')
  const at = states.map((state, index) => ({
    ...state,
    number: 8000 + (index % 4),
    service_id: services[Math.floor(index / 4)]?.service_id ?? '',
  }))
  const rules = at.flatMap(({ rules: own, number, service_id }, of) =>
    own.map((rule, nth) => ({ ...rule, service_id, container_port: number, ID: of * 2 + nth + 1 })),
  )
  const kept = new Map(
    at.filter(({ isThere }) => isThere).map((each) => [`${each.service_id} ${String(each.number)}`, each]),
  )
  return {
    ...whole,
    services,
    envs: [],
    ports: [...kept.values()].map(({ service_id, number, inner, outer, alias }) => ({
      ...port,
      ...{ service_id, container_port: number, protocol: 'tcp', port_alias: alias },
      ...{ is_inner_service: inner, is_outer_service: outer },
    })),
    http_rules: rules
      .filter(({ isHttp }) => isHttp)
      .map(({ ID, service_id, container_port, open, custom, certificate, path }) => ({
        ...{ ID, http_rule_id: `h${String(ID)}`, service_id, container_port, is_outer_service: open },
        ...{ domain_name: `${String(ID)}.acme.test`, type: custom ? 1 : 0 },
        ...{ domain_path: path, certificate_id: certificate },
      })),
    tcp_rules: rules
      .filter(({ isHttp }) => !isHttp)
      .map(({ ID, service_id, container_port, open, protocol }) => ({
        ...{ ID, tcp_rule_id: `t${String(ID)}`, service_id, container_port, is_outer_service: open },
        ...{ end_point: `0.0.0.0:${String(nodePortFor(ID))}`, protocol },
      })),
  }
})

/** What the emulator's state says is open, each as a line. */
function openIn(seed: Seed): string[] {
  const http = seed.http_rules
    .filter((rule) => rule.is_outer_service)
    .map((rule) => {
      const scheme = rule.certificate_id === 0 ? 'http' : 'https'
      const path = rule.domain_path === '/' ? '' : (rule.domain_path ?? '')
      const custom = rule.type === 1 ? ' custom' : ''
      return `${rule.service_id}:${String(rule.container_port)} ${scheme} ${scheme}://${rule.domain_name}${path}${custom}`
    })
  const tcp = seed.tcp_rules
    .filter((rule) => rule.is_outer_service)
    .map((rule) => `${rule.service_id}:${String(rule.container_port)} ${rule.protocol} ${addressOf(rule)}`)
  return [...http, ...tcp].sort()
}

const addressOf = (rule: { end_point: string }) => rule.end_point.replace('0.0.0.0', '203.0.113.40')

/** What contradicts itself in the emulator's state, each as a line. */
function inconsistentIn(seed: Seed): string[] {
  const rules = [...seed.http_rules, ...seed.tcp_rules]
  return seed.services.flatMap(({ service_id: id }) => {
    const ports = seed.ports.filter((port) => port.service_id === id)
    const own = rules.filter((rule) => rule.service_id === id)
    const lines: string[] = []
    for (const { container_port: number, is_inner_service: inner, is_outer_service: outer } of ports) {
      const active = own.some((rule) => rule.container_port === number && rule.is_outer_service)
      if (active && !outer) lines.push(`${id} rule-still-active ${String(number)}`)
      if (!active && outer) lines.push(`${id} external-without-address ${String(number)}`)
      if (outer && !inner) lines.push(`${id} external-without-internal ${String(number)}`)
    }
    for (const number of new Set(own.map((rule) => rule.container_port)))
      if (!ports.some((port) => port.container_port === number))
        lines.push(`${id} rule-without-port ${String(number)}`)
    for (const alias of ['A', 'B', 'C']) {
      const same = ports.filter((port) => port.port_alias === alias)
      if (same.length > 1) lines.push(`${id} shared-alias ${alias}`)
    }
    return lines
  })
}

const subjectOf = (found: Inconsistency) => (found.kind === 'shared-alias' ? found.alias : String(found.port))

test('tells what is open, inconsistent and taken as the console has it, also when parts failed at first', async () => {
  await fc.assert(
    fc.asyncProperty(
      arbitrarySeed,
      fc.array(fc.nat({ max: 12 }), { maxLength: 4 }),
      async (seed, refused) => {
        let nth = 0
        const isRefused = new Set(refused)
        // 404 is never tried again by itself.
        const world = anInventory(createEmulator({ seed, now: () => new Date() }), seed, () =>
          isRefused.has(nth++) ? failure(404, 'not-found') : null,
        )
        const exposureOf = createExposure(world.client, world.place)
        const reader = world.reader()
        reader.start()
        await untilDone(reader)
        // Asked in the middle, too: what it remembers must not stay.
        exposureOf(reader.state().targets, false)
        while (reader.state().failures.length > 0) {
          reader.retry()
          await untilDone(reader)
        }
        const { addresses, inconsistencies, nodePorts } = exposureOf(reader.state().targets, true)

        expect(
          addresses
            .map(({ target, port, protocol, publicAddress, custom }) => {
              const component = target?.ref.component ?? ''
              return `${component}:${String(port)} ${protocol} ${publicAddress}${custom ? ' custom' : ''}`
            })
            .sort(),
        ).toEqual(openIn(seed))
        expect(addresses.filter(({ risk }) => risk !== null)).toEqual(
          addresses.slice(0, addresses.filter(({ risk }) => risk !== null).length),
        )
        expect(
          inconsistencies
            .map(
              ({ target, inconsistency }) =>
                `${target.ref.component} ${inconsistency.kind} ${subjectOf(inconsistency)}`,
            )
            .sort(),
        ).toEqual(inconsistentIn(seed).sort())
        expect(nodePorts.map(({ number, rule }) => `${String(number)} ${String(rule.open)}`)).toEqual(
          seed.tcp_rules
            .toSorted((a, b) => b.ID - a.ID)
            .map((rule) => `${String(nodePortFor(rule.ID))} ${String(rule.is_outer_service)}`),
        )
      },
    ),
    { seed: 20261128, numRuns: 150 },
  )
})
