import fc from 'fast-check'
import type { PresentComponent } from '../sheet/sheet'
import { arbitraryWorld } from './arbitrary-world'
import { stateOf } from './state-of-world'

/** Few, so that they meet, and all that a file has to keep: separators, quotation marks, formulas, other scripts. */
const names = [
  ...['web', 'web', 'orders', '商城', 'null', '~', '80', '1e3', 'yes', '# x', '- x', '{x}', 'x: y', '; x'],
  ...['=SUM(A1)', '+1', '-1', '@x', "'=1", "''x", '＝1', 'a;=1', 'a,"=1"', 'a\t=1', 'a\n@x', 'a\r\n+1'],
  ...['"', '"web"', 'we"b', 'a,b', 'a;b', 'a\tb', 'a\nb', ' web', 'web ', '（全角），', 'é', 'e\u0301', ''],
]

const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...names) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
)

/** One number twice, tcp and udp, as old data may have it. */
const isTwice = fc.constantFrom(true, false, false, false)

const component: fc.Arbitrary<Omit<PresentComponent, 'componentId'>> = fc
  .record({ app: name, component: name, world: arbitraryWorld, isTwice })
  .map(({ world, isTwice: twice, ...named }) => {
    const { ports } = stateOf(world)
    const again = ports.slice(0, twice ? 1 : 0).map((port) => ({
      ...port,
      protocol: port.protocol === 'udp' ? 'tcp' : 'udp',
      port_alias: 'AGAIN',
    }))
    return { ...named, ports: [...ports, ...again] }
  })

/** The components of a cluster, each with any ports that can exist. */
export const arbitraryPresent: fc.Arbitrary<readonly PresentComponent[]> = fc
  .array(component, { maxLength: 5 })
  .map((components) => components.map((one, at) => ({ ...one, componentId: idOf(at) })))

function idOf(at: number): string {
  return `${String(at)}a`.repeat(16)
}
