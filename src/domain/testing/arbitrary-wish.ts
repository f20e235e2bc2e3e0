import fc from 'fast-check'
import type { PortWish, Wish } from '../port'
import { protocolChoices } from '../protocol'
import { aliases, numbers } from './arbitrary-world'

const protocol = fc.constantFrom(...protocolChoices)

/** The switches that can be wished for: outer without inner cannot. */
const switches = fc.constantFrom(
  { inner: false, outer: false },
  { inner: true, outer: false },
  { inner: true, outer: true },
)

const change: fc.Arbitrary<Partial<PortWish>> = fc
  .tuple(
    fc.option(protocol, { nil: undefined, freq: 2 }),
    fc.oneof(
      switches,
      fc.constantFrom({ inner: false }, { inner: true }, { outer: true }, { outer: false }, {}),
    ),
  )
  .map(([to, open]) => (to === undefined ? open : { protocol: to, ...open }))

const added: fc.Arbitrary<Partial<PortWish>> = fc
  .tuple(protocol, switches)
  .map(([to, open]) => ({ protocol: to, ...open }))

type Sketch = 'delete' | { whole: Partial<PortWish>; part: Partial<PortWish>; renames: boolean }

const sketch: fc.Arbitrary<Sketch> = fc.oneof(
  { weight: 1, arbitrary: fc.constant('delete' as const) },
  { weight: 5, arbitrary: fc.record({ whole: added, part: change, renames: fc.boolean() }) },
)

export interface WishSketch {
  ports: [number, Sketch][]
  /** Shuffled: the ports that are renamed take one after the other, so that they change places. */
  aliases: string[]
  internalDomain: string | null
}

export const arbitraryWish: fc.Arbitrary<WishSketch> = fc.record({
  ports: fc.uniqueArray(fc.tuple(fc.constantFrom(...numbers), sketch), {
    maxLength: 5,
    selector: ([port]) => port,
  }),
  aliases: fc.shuffledSubarray([...aliases, 'D', 'E'], { minLength: 7 }),
  internalDomain: fc.option(fc.constantFrom('orders', 'shop', 'gr-1a2b'), { freq: 2 }),
})

/** Makes a wish of a sketch: a port that exists is changed, one that does not is added. */
export function wishOf(sketches: WishSketch, existing: readonly number[]): Wish {
  const left = [...sketches.aliases]
  const ports = new Map<number, Partial<PortWish> | 'delete'>()
  for (const [port, one] of sketches.ports) {
    if (one === 'delete') {
      ports.set(port, 'delete')
      continue
    }
    const wish = existing.includes(port) ? one.part : one.whole
    const alias = one.renames ? left.pop() : undefined
    ports.set(port, alias === undefined ? wish : { ...wish, alias })
  }
  return sketches.internalDomain === null ? { ports } : { ports, internalDomain: sketches.internalDomain }
}
