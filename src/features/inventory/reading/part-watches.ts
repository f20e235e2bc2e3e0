import type { QueryClient } from '@tanstack/react-query'
import { watchEntry } from '../../../api/cache-entries'
import type { Part } from './parts'

/** The parts whose entries of the cache are watched. */
export interface PartWatches {
  /** Once for each part. */
  watch: (part: Part) => void
  unwatch: (part: Part) => void
  unwatchAll: () => void
}

/** Returns watches that call `look` with a part after something about its entry has changed. */
export function createPartWatches(client: QueryClient, look: (part: Part) => void): PartWatches {
  const leaving = new Map<Part, () => void>()

  function unwatch(part: Part) {
    leaving.get(part)?.()
    leaving.delete(part)
  }

  return {
    watch(part) {
      if (leaving.has(part)) return
      const leave = watchEntry(client, part.queryKey, () => look(part))
      leaving.set(part, leave)
    },
    unwatch,
    unwatchAll() {
      for (const part of [...leaving.keys()]) unwatch(part)
    },
  }
}
