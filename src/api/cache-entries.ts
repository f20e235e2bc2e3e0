import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query'
import { createKeyedEmitter, type KeyedEmitter } from '../lib/emitter'

/**
 * The entries of a cache by their keys. The client's own methods look through the whole cache, and its listeners hear
 * of every entry: too much for a cache that holds a thousand components.
 */
interface CacheIndex {
  /** By the hash of an entry. */
  readonly changed: KeyedEmitter<string>
  /** By the hash of a key, the hashes of the entries whose keys are one word longer. */
  readonly below: Map<string, Set<string>>
}

const indexes = new WeakMap<QueryClient, CacheIndex>()

function indexOf(client: QueryClient): CacheIndex {
  const known = indexes.get(client)
  if (known) return known
  const index: CacheIndex = { changed: createKeyedEmitter(), below: new Map() }
  const cache = client.getQueryCache()
  for (const query of cache.getAll()) add(index, query)
  cache.subscribe(({ type, query }) => {
    if (type === 'added') add(index, query)
    if (type === 'removed') remove(index, query)
    index.changed.emit(query.queryHash)
  })
  indexes.set(client, index)
  return index
}

interface Entry {
  readonly queryHash: string
  readonly queryKey: QueryKey
}

function add({ below }: CacheIndex, entry: Entry) {
  const parent = parentOf(entry)
  below.set(parent, (below.get(parent) ?? new Set()).add(entry.queryHash))
}

function remove({ below }: CacheIndex, entry: Entry) {
  const parent = parentOf(entry)
  const siblings = below.get(parent)
  siblings?.delete(entry.queryHash)
  if (siblings?.size === 0) below.delete(parent)
}

function parentOf({ queryKey }: Entry): string {
  return hashKey(queryKey.slice(0, -1))
}

/** Calls `listener` after something about one entry has changed, also where it comes or goes. */
export function watchEntry(client: QueryClient, queryKey: QueryKey, listener: () => void): () => void {
  return indexOf(client).changed.subscribe(hashKey(queryKey), listener)
}

/** Cancels the pending read of one entry, which keeps its former data. Never rejects. */
export async function cancelEntry(client: QueryClient, queryKey: QueryKey): Promise<void> {
  await client.getQueryCache().get(hashKey(queryKey))?.cancel({ revert: true })
}

/** Marks one entry as old: it is read again now if it is on the screen, else when it is next looked at. */
export function invalidateEntry(client: QueryClient, queryKey: QueryKey): void {
  invalidate(client, hashKey(queryKey))
}

/** Does the same to the entries right below a key, such as the pages of a list. */
export function invalidateBelow(client: QueryClient, queryKey: QueryKey): void {
  for (const hash of indexOf(client).below.get(hashKey(queryKey)) ?? []) invalidate(client, hash)
}

function invalidate(client: QueryClient, hash: string) {
  const query = client.getQueryCache().get(hash)
  query?.invalidate()
  if (query?.isActive() && !query.isDisabled())
    query.fetch(undefined, { cancelRefetch: true }).catch(() => undefined)
}

/** Whether the entry with this hash of its key holds what an earlier visit has read, and hasn't been read again since. */
export function isFromLastVisit(client: QueryClient, queryHash: string): boolean {
  const state = client.getQueryCache().get(queryHash)?.state
  return state?.data !== undefined && state.dataUpdateCount === 0
}
