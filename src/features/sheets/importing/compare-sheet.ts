import type { QueryClient } from '@tanstack/react-query'
import type { Engine } from '../../change/engine/engine'
import { componentOf, type Target } from '../../change/engine/target'
import { namedComponent } from '../../change/words/named-component'
import { portsQuery } from '../../../api/resources/ports'
import type { SheetPlace } from '../sheet-place'
import type { Comparison } from '../work/comparison'
import type { SheetProblems } from '../work/sheet-problems'
import type { Work } from '../work/start-work'
import { listTargets, type ReadFailure, readPorts } from '../comparing/read-present'

/** What a sheet was found to be. */
export type Compared =
  | { readonly name: 'wrong'; readonly problems: SheetProblems }
  /** It can't be compared, because what it names couldn't be read. */
  | { readonly name: 'unread'; readonly failures: readonly ReadFailure[] }
  | {
      readonly name: 'compared'
      readonly comparison: Comparison
      /** The components of the place, by their ids. */
      readonly targets: ReadonlyMap<string, Target>
    }

export interface ComparingProgress {
  /** How many of the components that the sheet names have been read. */
  readonly read: number
  readonly of: number
}

interface Comparing {
  text: string
  place: SheetPlace
  client: QueryClient
  engine: Engine
  work: Work
  /** In milliseconds since 1970. Ports that were read after it aren't read again. */
  since: number
  signal: AbortSignal
  onProgress: (progress: ComparingProgress) => void
}

/** Reads a sheet, then the components that it names, and compares the two. Rejects with the signal's reason. */
export async function compareSheet(comparing: Comparing): Promise<Compared> {
  const { text, place, client, engine, work, since, signal, onProgress } = comparing
  const read = await work.ask('read', text)
  if ('problems' in read) return { name: 'wrong', ...read }
  signal.throwIfAborted()
  const listed = await listTargets(client, place)
  if (listed.failures.length > 0) return { name: 'unread', failures: listed.failures }
  const found = await work.ask('find', listed.read.map(namedComponent))
  if ('problems' in found) return { name: 'wrong', ...found }

  const named = new Set(found.componentIds)
  const chosen = listed.read.filter((target) => named.has(componentOf(target)))
  const onRead = (count: number) => onProgress({ read: count, of: chosen.length })
  onRead(0)
  const ports = await readPorts({ client, engine, targets: chosen, since, signal, onRead })
  signal.throwIfAborted()
  if (ports.failures.length > 0) return { name: 'unread', failures: ports.failures }

  const fresh = new Map(ports.read)
  const present = listed.read.map((target) => ({
    ...namedComponent(target),
    // Of the others, what is known: their internal domains are taken.
    ports: fresh.get(target) ?? client.getQueryData(portsQuery(target.ref).queryKey) ?? null,
  }))
  const compared = await work.ask('compare', present)
  if ('problems' in compared) return { name: 'wrong', ...compared }
  const targets = new Map(listed.read.map((target) => [componentOf(target), target]))
  return { name: 'compared', ...compared, targets }
}
