import type { QueryClient } from '@tanstack/react-query'
import type { CopySource } from '../../domain/copying/copy-settings'
import { type Pairing, pairComponents } from '../../domain/copying/pair-components'
import type { PresentComponent } from '../../domain/sheet/sheet'
import type { Engine } from '../change/engine/engine'
import { componentOf, type Target } from '../change/engine/target'
import { namedComponent } from '../change/words/named-component'
import { loadTakenDomains, takenDomains } from '../port-grid/host/taken-domains'
import type { TargetPorts } from '../port-grid/rows/target-ports'
import { listTargets, type ReadFailure, readPorts } from '../sheets/comparing/read-present'
import { type Destination, levelOf } from './destination'

/** A component as it was read. */
export type Source = CopySource & { readonly target: Target }
export type Counterpart = PresentComponent & { readonly target: Target }

/** Both sides of a copy, as they were read. */
export interface ReadPlaces {
  readonly pairing: Pairing<Source, Counterpart>
  /** Whose ports couldn't be read. */
  readonly failures: readonly ReadFailure[]
  /** The internal domains that the destination's team is known to have. */
  readonly takenDomains: ReadonlySet<string>
}

export interface ReadingProgress {
  readonly read: number
  readonly of: number
}

interface PlacesAsked {
  client: QueryClient
  engine: Engine
  sources: readonly TargetPorts[]
  destination: Destination
  /** In milliseconds since 1970. Ports that were read after it aren't read again. */
  since: number
  signal: AbortSignal
  onProgress: (progress: ReadingProgress) => void
}

/**
 * Reads the components of a destination, then the ports of those that go together, on both sides. Without the lists, nothing
 * can be said of what has no counterpart. Rejects with the signal's reason.
 */
export async function readPlaces(
  asked: PlacesAsked,
): Promise<ReadPlaces | { readonly unlisted: readonly ReadFailure[] }> {
  const { client, engine, sources, destination, since, signal, onProgress } = asked
  const listed = await listTargets(client, destination.place)
  signal.throwIfAborted()
  if (listed.failures.length > 0) return { unlisted: listed.failures }
  const { component } = destination
  const there = listed.read.filter((target) => component === null || componentOf(target) === component)
  const { pairs, ...alone } = pairComponents(
    sources.map(sourceOf),
    there.map((target): Counterpart => ({ ...namedComponent(target), target, ports: null })),
    levelOf(destination),
  )

  const both = pairs.flatMap(({ source, destination: { target } }) => [source.target, target])
  const targets = [...new Map(both.map((target) => [componentOf(target), target])).values()]
  const onRead = (read: number) => onProgress({ read, of: targets.length })
  onRead(0)
  const [counterpart] = there
  if (counterpart) await loadTakenDomains(client, counterpart.ref)
  const ports = await readPorts({ client, engine, targets, since, signal, onRead })
  signal.throwIfAborted()

  const fresh = new Map(ports.read.map(([target, read]) => [componentOf(target), read]))
  const withPorts = <C extends Source | Counterpart>(one: C): C => ({
    ...one,
    ports: fresh.get(one.componentId) ?? null,
  })
  return {
    pairing: {
      ...alone,
      pairs: pairs.map((pair) => ({
        source: withPorts(pair.source),
        destination: withPorts(pair.destination),
      })),
    },
    failures: ports.failures,
    takenDomains: counterpart ? takenDomains(client, counterpart.ref, []) : new Set(),
  }
}

function sourceOf({ target, ports }: TargetPorts): Source {
  return { ...namedComponent(target), target, ports: null, chosen: ports }
}
