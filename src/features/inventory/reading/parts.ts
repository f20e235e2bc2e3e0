import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query'
import type { App } from '../../../api/contract/app'
import type { ApiError } from '../../../api/errors/errors'
import type { RegionRef } from '../../../api/paths'
import { appsQuery } from '../../../api/resources/apps'
import { componentsQuery } from '../../../api/resources/components'
import { domainsQuery } from '../../../api/resources/domains'
import { portsQuery } from '../../../api/resources/ports'
import type { Target } from '../../change/engine/target'

/** What one request of an inventory reads. */
export type PartSubject =
  { kind: 'apps' } | { kind: 'components' | 'rules'; app: App } | { kind: 'ports'; target: Target }

/** One request of an inventory, and how far it is. */
export interface Part {
  readonly id: string
  /** Another one where the list that names it has changed. */
  subject: PartSubject
  readonly queryKey: QueryKey
  readonly queryHash: string
  /** Reads it into the query cache, unless what is there is younger than so many milliseconds. */
  readonly read: (staleMs: number) => Promise<unknown>
  status: 'waiting' | 'reading' | 'read' | 'failed'
  error: ApiError | null
  /** Everything is to be read again since it began to be read. */
  isOutdated: boolean
  /** How often it was put off because of a limit. */
  putOff: number
}

export const partId = (subject: PartSubject) => {
  switch (subject.kind) {
    case 'apps':
      return 'apps'
    case 'components':
    case 'rules':
      return `${subject.kind} ${String(subject.app.ID)}`
    case 'ports':
      return portsPartId(subject.target.ref.component)
  }
}

export const portsPartId = (component: string) => `ports ${component}`

/** Returns a part that waits. What it reads stays in the cache: nothing observes it there. */
export function createPart(client: QueryClient, ref: RegionRef, subject: PartSubject): Part {
  const state = {
    id: partId(subject),
    subject,
    status: 'waiting',
    error: null,
    isOutdated: false,
    putOff: 0,
  } as const
  const gcTime = Number.POSITIVE_INFINITY
  switch (subject.kind) {
    case 'apps': {
      const query = appsQuery(ref)
      const read = (staleTime: number) => client.query({ ...query, staleTime, gcTime })
      return { ...state, ...entryOf(query), read }
    }
    case 'components': {
      const query = componentsQuery({ ...ref, app: subject.app.ID })
      const read = (staleTime: number) => client.query({ ...query, staleTime, gcTime })
      return { ...state, ...entryOf(query), read }
    }
    case 'rules': {
      const query = domainsQuery({ ...ref, app: subject.app.ID })
      const read = (staleTime: number) => client.query({ ...query, staleTime, gcTime })
      return { ...state, ...entryOf(query), read }
    }
    case 'ports': {
      const query = portsQuery(subject.target.ref)
      const read = (staleTime: number) => client.query({ ...query, staleTime, gcTime })
      return { ...state, ...entryOf(query), read }
    }
  }
}

const entryOf = ({ queryKey }: { queryKey: QueryKey }) => ({ queryKey, queryHash: hashKey(queryKey) })

/** The `ID` of the app that a part is about. */
export function appOf(subject: Exclude<PartSubject, { kind: 'apps' }>): number {
  return subject.kind === 'ports' ? subject.target.ref.app : subject.app.ID
}

/** Whether a component is now in another app, where its ports have another address. */
export function isMoved(last: PartSubject, next: PartSubject): boolean {
  if (last.kind !== 'ports' || next.kind !== 'ports') return false
  return last.target.ref.app !== next.target.ref.app
}

/** The parts that wait: first the preferred ones, then the lists that lead to others, then the ports in their order. */
export interface PartQueue {
  add: (part: Part) => void
  remove: (part: Part) => void
  /** The ids of the parts to take first, in this order. */
  prefer: (ids: readonly string[]) => void
  /** Removes the next part; undefined where none waits. */
  take: () => Part | undefined
  size: () => number
}

export function createPartQueue(): PartQueue {
  const lists = new Map<string, Part>()
  const ports = new Map<string, Part>()
  let preferred: readonly string[] = []
  const homeOf = ({ subject }: Part) => (subject.kind === 'ports' ? ports : lists)

  function next(): Part | undefined {
    for (const id of preferred) {
      const part = ports.get(id)
      if (part) return part
    }
    for (const part of lists.values()) return part
    for (const part of ports.values()) return part
    return undefined
  }

  const remove = (part: Part) => void homeOf(part).delete(part.id)

  return {
    add: (part) => void homeOf(part).set(part.id, part),
    remove,
    prefer(ids) {
      preferred = ids
    },
    take() {
      const part = next()
      if (part) remove(part)
      return part
    },
    size: () => lists.size + ports.size,
  }
}
