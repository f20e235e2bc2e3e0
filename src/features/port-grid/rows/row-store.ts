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
  /**
   * The rows as lists are made of them: the same object for as long as no port and no rule changed, whatever is under
   * way. What is under way changes neither order nor filter.
   */
  listed: () => Rows
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
  let listed: Rows = rows
  let unsubscribe: (() => void) | null = null

  function take(next: Rows) {
    rows = next
    if (!isSameList(listed, next)) listed = next
  }

  function refresh() {
    const last = rows
    take(source.read(last))
    if (rows === last) return
    for (const [id, watching] of rowListeners)
      if (rows.get(id) !== last.get(id)) for (const listener of watching) listener()
    for (const listener of listeners) listener()
  }

  // Listening to the source only while somebody listens here lets both be collected together.
  function start() {
    if (unsubscribe) return
    unsubscribe = source.subscribe(refresh)
    take(source.read(rows))
  }

  function stop() {
    if (listeners.size > 0 || rowListeners.size > 0) return
    unsubscribe?.()
    unsubscribe = null
  }

  function current(): Rows {
    if (!unsubscribe) take(source.read(rows))
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
    listed() {
      current()
      return listed
    },
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

function isSameList(last: Rows, next: Rows): boolean {
  if (last.size !== next.size) return false
  const others = last.values()
  for (const row of next.values()) {
    const other = others.next().value
    if (other?.id !== row.id || other.port !== row.port || other.rules !== row.rules) return false
  }
  return true
}
