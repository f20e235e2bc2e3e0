import type { QueryClient } from '@tanstack/react-query'
import { isFromLastVisit } from '../../../api/cache-entries'
import type { ApiError } from '../../../api/errors/errors'
import type { Target } from '../../change/engine/target'
import type { Part, PartSubject } from './parts'
import type { Rest } from '../../../api/rests'

/** A part that couldn't be read. */
export interface PartFailure {
  id: string
  subject: PartSubject
  error: ApiError
}

/** How many of something are read, or couldn't be. */
export interface ReadCounts {
  read: number
  failed: number
  total: number
}

export interface InventoryState {
  /** `resting`: all is put off, because of `rest`. */
  phase: 'reading' | 'resting' | 'stopped' | 'done'
  /** All components that are known so far, by the names of their apps and their own. The same array until they change. */
  targets: readonly Target[]
  /** Requests: `total` grows with every list that arrives. */
  requests: { done: number; total: number }
  /** Apps by their gateway rules. */
  apps: ReadCounts
  /** Components by their ports. */
  components: ReadCounts
  /** Whether every list of components has arrived, so that no further component is to come. */
  isListed: boolean
  failures: readonly PartFailure[]
  rest: Rest | null
  /** About how long the rest will take, in milliseconds; null while that can't be told. */
  leftMs: number | null
  /** When the oldest ports on the screen were read, in milliseconds since 1970; null before all of them were. */
  readAt: number | null
  /** When the oldest of what is still shown as an earlier visit has read it was read; null where nothing is. */
  lastVisitAt: number | null
}

/** What a reader knows about itself. */
interface Facts {
  parts: ReadonlyMap<string, Part>
  targets: readonly Target[]
  rest: Rest | null
  isStopped: boolean
  isRunning: boolean
  /** How many parts were done when the reading began or went on, and how many milliseconds ago that was. */
  doneBefore: number
  sinceMs: number
}

/** So many parts tell how long the others will take. */
const tellingParts = 24

/** Returns what there is to say of a reading. */
export function stateOf(client: QueryClient, facts: Facts): InventoryState {
  const { targets, rest, isStopped, isRunning, doneBefore, sinceMs } = facts
  const parts = [...facts.parts.values()]
  const done = parts.filter(({ status }) => status === 'read' || status === 'failed').length
  const rules = parts.filter(({ subject }) => subject.kind === 'rules')
  const ports = parts.filter(({ subject }) => subject.kind === 'ports')
  const isOpen = done < parts.length || isRunning
  const since = done - doneBefore
  return {
    phase: !isOpen ? 'done' : isStopped ? 'stopped' : rest ? 'resting' : 'reading',
    targets,
    requests: { done, total: parts.length },
    apps: countsOf(rules),
    components: countsOf(ports),
    isListed: parts.every(({ subject, status }) => !isList(subject) || status === 'read'),
    failures: parts.flatMap(({ id, subject, error }) => (error ? [{ id, subject, error }] : [])),
    rest,
    leftMs: since >= tellingParts ? (sinceMs / since) * (parts.length - done) : null,
    readAt: isOpen ? null : oldest(client, ports),
    lastVisitAt: oldest(
      client,
      parts.filter(({ status, queryHash }) => status !== 'read' && isFromLastVisit(client, queryHash)),
    ),
  }
}

function countsOf(parts: readonly Part[]): ReadCounts {
  const count = (wanted: Part['status']) => parts.filter(({ status }) => status === wanted).length
  return { read: count('read'), failed: count('failed'), total: parts.length }
}

const isList = ({ kind }: PartSubject) => kind === 'apps' || kind === 'components'

/** Returns when the oldest of these parts was read; null where none was. */
function oldest(client: QueryClient, parts: readonly Part[]): number | null {
  const cache = client.getQueryCache()
  const times = parts.flatMap(({ queryHash }) => cache.get(queryHash)?.state.dataUpdatedAt || [])
  return times.length === 0 ? null : Math.min(...times)
}
