import type { PortRow } from './port-row'

export type Rows = ReadonlyMap<string, PortRow>

/** Where rows come from: the query cache and the pending changes, put together. */
export interface RowSource {
  /** Calls `listener` after anything may have changed. Gives a function that stops it. */
  subscribe: (listener: () => void) => () => void
  /**
   * Gives the rows as they are now. Takes the rows it gave last: a row that did not change must be the same object
   * again, and the map too when nothing changed.
   */
  read: (last: Rows) => Rows
}

export interface RowStore {
  subscribe: (listener: () => void) => () => void
  rows: () => Rows
  subscribeRow: (id: string, listener: () => void) => () => void
  row: (id: string) => PortRow | undefined
}

/**
 * Gives a store in which each row can be watched by itself, so that one change renders one row. It keeps nothing of
 * its own but the last view of its source.
 */
export function createRowStore(source: RowSource): RowStore {
  const listeners = new Set<() => void>()
  const rowListeners = new Map<string, Set<() => void>>()
  let rows: Rows = new Map()
  let unsubscribe: (() => void) | null = null

  function refresh() {
    const last = rows
    rows = source.read(last)
    if (rows === last) return
    for (const [id, watching] of rowListeners)
      if (rows.get(id) !== last.get(id)) for (const listener of watching) listener()
    for (const listener of listeners) listener()
  }

  // Listening to the source only while somebody listens here lets both be collected together.
  function start() {
    if (unsubscribe) return
    unsubscribe = source.subscribe(refresh)
    rows = source.read(rows)
  }

  function stop() {
    if (listeners.size > 0 || rowListeners.size > 0) return
    unsubscribe?.()
    unsubscribe = null
  }

  function current(): Rows {
    if (!unsubscribe) rows = source.read(rows)
    return rows
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      start()
      return () => {
        listeners.delete(listener)
        stop()
      }
    },
    rows: current,
    subscribeRow(id, listener) {
      const watching = rowListeners.get(id) ?? new Set()
      watching.add(listener)
      rowListeners.set(id, watching)
      start()
      return () => {
        watching.delete(listener)
        if (watching.size === 0) rowListeners.delete(id)
        stop()
      }
    },
    row: (id) => current().get(id),
  }
}
