import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query'
import { keys } from '../../../api/keys'
import { sessionQuery } from '../../../api/resources/session'
import { type InventoryPlace, refOf } from '../reading/targets'
import { batchSize, isToBeKept, type KeptAnswer, openKeptAnswers } from './kept-answers'

/** Milliseconds between an answer and keeping it, so that others come along. */
const gatherMs = 1000

interface Visit {
  /** The console's address; null for the embedded emulator, which is a console of its own. */
  console: string | null
  /** A `user_id`. */
  person: number
  place: InventoryPlace
}

/**
 * Restores what this person's last visit has read of a place, and keeps what is read of its cluster from now on, whoever reads
 * it, until the returned function is called.
 * @param onRestored called whenever some of it is in the query cache
 */
export function followLastVisit(
  client: QueryClient,
  { console, person, place }: Visit,
  onRestored: () => void,
): () => void {
  const kept = openKeptAnswers(console, person)
  const list = keys.apps(refOf(place))
  const unkept = new Map<string, QueryKey>()
  let timer: ReturnType<typeof setTimeout> | null = null
  let isLeft = false

  async function restoreAll() {
    const ranges =
      place.app === null
        ? [{ prefix: list }]
        : [{ prefix: list, isAlone: true }, { prefix: keys.app({ ...refOf(place), app: place.app }) }]
    for await (const answers of kept.read(ranges)) {
      if (isLeft || !isStill()) return
      for (const answer of answers) restore(client, answer)
      onRestored()
    }
  }

  // Between a sign-in and the rendering that follows it, the cache is another person's.
  const isStill = () => client.getQueryData(sessionQuery().queryKey)?.user?.user_id === person

  const cache = client.getQueryCache()
  const leaveCache = cache.subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'success') note(event.query)
  })
  // What other pages have read.
  for (const query of cache.getAll()) if (query.state.status === 'success') note(query)

  function note({ queryHash, queryKey }: { queryHash: string; queryKey: QueryKey }) {
    if (!isToBeKept(queryKey) || !isBelow(queryKey, list)) return
    unkept.set(queryHash, queryKey)
    timer ??= setTimeout(() => void keep(), gatherMs)
  }

  async function keep() {
    while (unkept.size > 0 && isStill()) {
      const batch = [...unkept].slice(0, batchSize)
      for (const [hash] of batch) unkept.delete(hash)
      await kept.write(batch.flatMap(([, queryKey]) => answerIn(client, queryKey) ?? []))
    }
    timer = null
  }

  void restoreAll()
  return () => {
    isLeft = true
    leaveCache()
    if (timer !== null) clearTimeout(timer)
    void keep().then(kept.close)
  }
}

const isBelow = (queryKey: QueryKey, prefix: QueryKey) => prefix.every((word, at) => queryKey[at] === word)

function answerIn(client: QueryClient, queryKey: QueryKey): KeptAnswer | null {
  const state = client.getQueryCache().get(hashKey(queryKey))?.state
  return state?.data === undefined ? null : { queryKey, data: state.data, readAt: state.dataUpdatedAt }
}

/** Puts an answer into the cache, as old (`isFromLastVisit`); nothing where it has been read since, or has failed. */
function restore(client: QueryClient, { queryKey, data, readAt }: KeptAnswer) {
  // What an inventory reads stays in the cache without being observed.
  const options = client.defaultQueryOptions({ queryKey, gcTime: Number.POSITIVE_INFINITY })
  const query = client.getQueryCache().build(client, options)
  if (query.state.status !== 'pending') return
  query.setState({ status: 'success', data, dataUpdatedAt: readAt, isInvalidated: true })
}
