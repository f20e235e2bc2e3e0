import { type CopyOptions, copySettings } from '../../domain/copying/copy-settings'
import { componentOf, type Target } from '../change/engine/target'
import { type Comparison, comparisonOf } from '../sheets/work/comparison'
import { type LeftItem, leftItems, portsOf, unpairedItems } from './copy-items'
import type { Counterpart, ReadPlaces } from './read-places'

interface LeftPorts {
  readonly items: readonly LeftItem[]
  readonly ports: number
}

/** What a copy comes to. */
export interface ComparedCopy {
  readonly comparison: Comparison
  /** The components that get settings, by their ids. */
  readonly targets: ReadonlyMap<string, Target>
  /** Those that they get them from, by the same ids. */
  readonly sources: ReadonlyMap<string, Target>
  /** What of the sources isn't compared. */
  readonly left: LeftPorts
  readonly partly: LeftPorts
  readonly lacksPorts: boolean
  readonly untouched: readonly (Counterpart & { readonly id: string })[]
}

/** Compares what was read, by what is to be copied. */
export function compareCopy(places: ReadPlaces, options: Omit<CopyOptions, 'takenDomains'>): ComparedCopy {
  const { pairing, takenDomains } = places
  const { matched, left, partly } = copySettings(pairing.pairs, { ...options, takenDomains })
  const byDestination = pairing.pairs.map(({ source, destination }) => ({
    ...{ id: componentOf(destination.target), from: source.target, to: destination.target },
  }))
  const alone = [...unpairedItems(places), ...leftItems(left)]
  const inPart = leftItems(partly)
  return {
    comparison: comparisonOf(matched),
    targets: new Map(byDestination.map(({ id, to }) => [id, to])),
    sources: new Map(byDestination.map(({ id, from }) => [id, from])),
    left: { items: alone, ports: portsOf(alone) },
    partly: { items: inPart, ports: portsOf(inPart) },
    lacksPorts: left.some(({ problem }) => problem === 'missing'),
    untouched: pairing.untouched.map((one) => ({ ...one, id: one.componentId })),
  }
}
