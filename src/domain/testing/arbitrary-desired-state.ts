import fc from 'fast-check'
import type { DesiredPort, DesiredState } from '../model/desired-state'
import { type Port, protocolChoices } from '../model/port'
import { aliases, numbers } from './arbitrary-world'

const protocol = fc.constantFrom(...protocolChoices)

/** The switches that can be asked for: outer without inner cannot. */
const switches = fc.constantFrom(
  { inner: false, outer: false },
  { inner: true, outer: false },
  { inner: true, outer: true },
)

const change: fc.Arbitrary<Partial<DesiredPort>> = fc
  .tuple(
    fc.option(protocol, { nil: undefined, freq: 2 }),
    fc.oneof(
      switches,
      fc.constantFrom({ inner: false }, { inner: true }, { outer: true }, { outer: false }, {}),
    ),
  )
  .map(([to, open]) => (to === undefined ? open : { protocol: to, ...open }))

const added: fc.Arbitrary<Partial<DesiredPort>> = fc
  .tuple(protocol, switches)
  .map(([to, open]) => ({ protocol: to, ...open }))

type Sketch = 'delete' | { whole: Partial<DesiredPort>; part: Partial<DesiredPort>; renames: boolean }

const sketch: fc.Arbitrary<Sketch> = fc.oneof(
  { weight: 1, arbitrary: fc.constant('delete' as const) },
  { weight: 5, arbitrary: fc.record({ whole: added, part: change, renames: fc.boolean() }) },
)

export interface DesiredSketch {
  ports: [number, Sketch][]
  /** Shuffled: the ports that are renamed take one after the other. */
  aliases: string[]
  /** Those that exist change places instead. */
  rotates: boolean
  internalDomain: string | null
}

export const arbitraryDesiredState: fc.Arbitrary<DesiredSketch> = fc.record({
  ports: fc.uniqueArray(fc.tuple(fc.constantFrom(...numbers), sketch), {
    maxLength: 5,
    selector: ([port]) => port,
  }),
  aliases: fc.shuffledSubarray([...aliases, 'D', 'E'], { minLength: 7 }),
  rotates: fc.constantFrom(true, false, false),
  internalDomain: fc.option(fc.constantFrom('orders', 'shop', 'gr-1a2b'), { freq: 2 }),
})

/** Each port takes the alias of the next one, and the last that of the first. */
function rotated(ports: readonly Port[]): Map<number, string> {
  const [first] = ports
  const next = (at: number) => (ports[at + 1] ?? first)?.port_alias ?? ''
  return new Map(ports.map((port, at) => [port.container_port, next(at)]))
}

/** Makes a desired state of a sketch: a port that exists is changed, one that does not is added. */
export function desiredOf(sketches: DesiredSketch, existing: readonly Port[]): DesiredState {
  const left = [...sketches.aliases]
  const renamed = new Set(
    sketches.ports.flatMap(([port, one]) => (one !== 'delete' && one.renames ? [port] : [])),
  )
  const rotation = rotated(
    existing.filter((port) => port.port_alias !== '' && renamed.has(port.container_port)),
  )
  const ports = new Map<number, Partial<DesiredPort> | 'delete'>()
  for (const [port, one] of sketches.ports) {
    if (one === 'delete') {
      ports.set(port, 'delete')
      continue
    }
    const desired = existing.some(({ container_port }) => container_port === port) ? one.part : one.whole
    const fresh = one.renames ? left.pop() : undefined
    const alias = (sketches.rotates ? rotation.get(port) : undefined) ?? fresh
    ports.set(port, alias === undefined ? desired : { ...desired, alias })
  }
  return sketches.internalDomain === null ? { ports } : { ports, internalDomain: sketches.internalDomain }
}
