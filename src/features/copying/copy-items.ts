import type { NotCopied, PortProblem } from '../../domain/copying/copy-settings'
import type { PairProblem } from '../../domain/copying/pair-components'
import type { SettingProblem } from '../../domain/copying/copied-row'
import type { ReadPlaces, Source } from './read-places'

/** Ports of a component that stay behind, wholly or in part, and why. */
export interface LeftItem {
  readonly id: string
  readonly source: Source
  readonly problem: PairProblem | PortProblem | SettingProblem
  readonly ports: readonly number[]
}

/** Returns the components without a counterpart, each with all of its ports, as what stays behind. */
export function unpairedItems({ pairing }: ReadPlaces): LeftItem[] {
  return leftItems(
    pairing.unpaired.map(({ source, problem }) => ({ source, problem, ports: [...source.chosen] })),
  )
}

export function leftItems(left: readonly NotCopied<Source, LeftItem['problem']>[]): LeftItem[] {
  return left.map((one) => ({ ...one, id: `${one.source.componentId} ${one.problem}` }))
}

export function portsOf(items: readonly LeftItem[]): number {
  return items.reduce((total, { ports }) => total + ports.length, 0)
}
