import fc from 'fast-check'
import { proposedAlias } from '../model/port-validation'

export const componentAlias = 'gr-1a2b'

/** A gateway rule as a seed of the emulator has it, of http or tcp by its address. */
export interface WorldRule {
  kind: 'http' | 'tcp'
  host: string
  path: string
  certificate: number
  type: number
  open: boolean
}

export interface WorldPort {
  port: number
  protocol: string
  alias: string
  inner: boolean
  outer: boolean
  domain: string
  rules: WorldRule[]
}

/** One component with all that a seed says of it. */
export interface World {
  ports: WorldPort[]
  meshed: boolean
  thirdParty: boolean
  unfinished: boolean
}

export const numbers = [80, 81, 443, 3306, 6379, 8080]

/** Few, so that they meet; `H` breaks variable names, `old-alias` is one that the server takes no more. */
export const aliases = ['A', 'B', 'C', 'H', 'WEB', 'PORTDECK_80', proposedAlias(componentAlias, 80)]

const known = fc.constantFrom('http', 'http', 'tcp', 'udp', 'mysql', 'grpc')
const protocol = fc.oneof({ weight: 12, arbitrary: known }, { weight: 1, arbitrary: fc.constant('https') })

const alias = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...aliases) },
  { weight: 1, arbitrary: fc.constantFrom('', 'old-alias', `X${'9'.repeat(64)}`) },
)

/** Mostly all inner before outer, with the rules as opening made them; now and then anything goes. */
const switches = fc.constantFrom(
  ...[
    [false, false],
    [true, false],
    [true, true],
    [true, true],
    [false, true],
  ].map(([inner, outer]) => ({ inner: inner === true, outer: outer === true })),
)

interface RuleSketch {
  kind: 'http' | 'tcp'
  isDefault: boolean
  type: number
  secure: boolean
  followsSwitch: boolean
  open: boolean
}

const ruleSketch: fc.Arbitrary<RuleSketch> = fc.record({
  kind: fc.constantFrom('http', 'http', 'tcp'),
  isDefault: fc.boolean(),
  type: fc.constantFrom(0, 1),
  secure: fc.boolean(),
  followsSwitch: fc.constantFrom(true, true, true, false),
  open: fc.boolean(),
})

const portSketch = fc.record({
  port: fc.constantFrom(...numbers),
  protocol,
  alias,
  switches,
  rules: fc.array(ruleSketch, { maxLength: 3 }),
  domain: fc.constantFrom('old-name', 'other-name'),
})

function ruleOf(sketch: RuleSketch, port: number, outer: boolean, at: number): WorldRule {
  const isDefault = sketch.isDefault && at === 0 && sketch.kind === 'http'
  const custom = `${String(at)}-${String(port)}.acme.test`
  const tcp = `0.0.0.0:${String(31000 + (port % 1000) * 10 + at)}`
  return {
    kind: sketch.kind,
    host:
      sketch.kind === 'tcp'
        ? tcp
        : isDefault
          ? `${componentAlias}-${String(port)}-platform.apps.acme.test`
          : custom,
    path: isDefault || !sketch.secure ? '' : '/shop',
    certificate: isDefault || !sketch.secure ? 0 : 7,
    type: isDefault ? 0 : sketch.type,
    open: sketch.followsSwitch ? outer : sketch.open,
  }
}

/** Every component that can exist, old data and leftovers of interrupted work included. */
export const arbitraryWorld: fc.Arbitrary<World> = fc
  .record({
    sketches: fc.uniqueArray(portSketch, { maxLength: 5, selector: (sketch) => sketch.port }),
    domain: fc.constantFrom(componentAlias, 'orders', 'orders', 'Old_Name'),
    isMixed: fc.constantFrom(false, false, false, false, false, true),
    meshed: fc.boolean(),
    thirdParty: fc.boolean(),
    unfinished: fc.boolean(),
  })
  .map(({ sketches, domain, isMixed, ...world }) => ({
    ...world,
    ports: sketches.map(
      ({ port, protocol: speaks, alias: named, switches: { inner, outer }, rules, domain: own }) => ({
        port,
        protocol: speaks,
        alias: named,
        inner,
        outer,
        domain: isMixed ? own : domain,
        rules: rules.map((rule, at) => ruleOf(rule, port, outer, at)),
      }),
    ),
  }))
