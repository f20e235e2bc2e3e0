import type { QueryKey } from '@tanstack/react-query'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import * as z from 'zod/mini'
import { appListSchema } from '../../../api/contract/app'
import { componentListSchema } from '../../../api/contract/component'
import { domainsSchema } from '../../../api/contract/domain'
import { portSchema } from '../../../api/contract/port'
import { personalDatabase } from '../../../lib/stored-value'

/** What the console answered to a request; `readAt` is in milliseconds since 1970. */
export interface KeptAnswer {
  queryKey: QueryKey
  data: unknown
  readAt: number
}

/** The answers that are kept, by the last word of their keys. Anything can write into a browser's storage. */
const schemas = new Map<unknown, z.ZodMiniType>([
  ['apps', appListSchema],
  ['components', componentListSchema],
  ['domains', domainsSchema],
  ['ports', z.array(portSchema)],
])

const storedSchema = z.object({ data: z.unknown(), readAt: z.number() })

/** The answers of all persons: the key begins with a console and a `user_id`, and goes on with the query key. */
interface Stored extends DBSchema {
  answers: { key: IDBValidKey[]; value: unknown; indexes: { readAt: number } }
}

/** Milliseconds. What was read longer ago is worth nothing, and is erased. */
const longestKeptMs = 7 * 24 * 3600 * 1000

/** How many answers are read or written in one go: so few that the page stays fluent. */
export const batchSize = 50

/** The queries below `prefix`, or only the one with that key. */
export interface KeyRange {
  prefix: QueryKey
  isAlone?: boolean
}

export interface KeptAnswers {
  /** Yields what was kept of some queries, in batches by their keys. */
  read: (ranges: readonly KeyRange[]) => AsyncGenerator<KeptAnswer[]>
  /** Keeps answers in place of earlier ones to the same queries. */
  write: (answers: readonly KeptAnswer[]) => Promise<void>
  close: () => void
}

export const isToBeKept = (queryKey: QueryKey) => schemas.has(queryKey.at(-1))

/**
 * Opens what a person's visits to a console have kept in the browser's IndexedDB. Nothing of it ever fails: where storage is
 * blocked or full, or was erased by signing out, nothing is kept.
 */
export function openKeptAnswers(console: string | null, person: number): KeptAnswers {
  const owner = [console ?? 'demo', person]
  const opening = openDatabase().catch(() => null)
  const keyOf = (queryKey: QueryKey) => [...owner, ...(queryKey as IDBValidKey[])]

  return {
    async *read(ranges) {
      const database = await opening
      for (const { prefix, isAlone } of ranges) {
        const first = keyOf(prefix)
        const end = isAlone ? first : [...first, []]
        let range = IDBKeyRange.bound(first, end)
        while (database) {
          const [found, values] = await Promise.all([
            database.getAllKeys('answers', range, batchSize),
            database.getAll('answers', range, batchSize),
          ]).catch(() => [[], []])
          const last = found.at(-1)
          if (!last) break
          yield found.flatMap((key, at) => answerOf(key.slice(owner.length), values[at]) ?? [])
          if (isAlone) break
          range = IDBKeyRange.bound(last, end, true)
        }
      }
    },

    async write(answers) {
      const database = await opening
      try {
        const transaction = database?.transaction('answers', 'readwrite')
        const puts = answers.map(({ queryKey, data, readAt }) =>
          transaction?.store.put({ data, readAt }, keyOf(queryKey)),
        )
        await Promise.all([...puts, transaction?.done])
      } catch {
        // Blocked, full, or erased by signing out.
      }
    },

    close: () => void opening.then((database) => database?.close()),
  }
}

function answerOf(queryKey: QueryKey, value: unknown): KeptAnswer | null {
  const stored = storedSchema.safeParse(value).data
  const { success, data } = schemas.get(queryKey.at(-1))?.safeParse(stored?.data) ?? { success: false }
  return stored && success ? { queryKey, data, readAt: stored.readAt } : null
}

async function openDatabase(): Promise<IDBPDatabase<Stored>> {
  const database = await openDB<Stored>(personalDatabase, 1, {
    upgrade(created) {
      created.createObjectStore('answers').createIndex('readAt', 'readAt')
    },
    // Signing out erases it, in whichever tab.
    blocking: (_version, _next, { target }) => (target as IDBDatabase).close(),
  })
  const { store, done } = database.transaction('answers', 'readwrite')
  const old = IDBKeyRange.upperBound(Date.now() - longestKeptMs)
  const keys = await store.index('readAt').getAllKeys(old)
  await Promise.all([...keys.map((key) => store.delete(key)), done])
  return database
}
