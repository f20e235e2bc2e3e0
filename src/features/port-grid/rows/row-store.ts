import { createEmitter, createKeyedEmitter } from '../../../lib/emitter'
import type { PortRow } from './port-row'

export type Rows = ReadonlyMap<string, PortRow>

/** Merges the query cache and the pending changes into rows. */
export interface RowSource {
  /** Calls `listener` after anything may have changed. Returns a function that ends the subscription. */
  subscribe: (listener: () => void) => () => void
  /**
   * Returns the present rows. `last` is what it returned before: an unchanged row must be the same object, and so must the
   * map when nothing changed.
   */
  read: (last: Rows) => Rows
}

export interface RowStore {
  subscribe: (listener: () => void) => () => void
  rows: () => Rows
  /**
   * The rows for sorting and filtering: the same object until a port or a gateway rule changes. Pending changes affect
   * neither.
   */
  listed: () => Rows
  subscribeRow: (id: string, listener: () => void) => () => void
  row: (id: string) => PortRow | undefined
}

/**
 * Creates a store that emits by row, so that one change renders one row. It keeps nothing of its own but the last rows of
 * its source.
 */
export function createRowStore(source: RowSource): RowStore {
  const rowsChanged = createEmitter()
  const rowChanged = createKeyedEmitter<string>()
  let rows: Rows = new Map()
  let listed: Rows = rows
  let leaveSource: (() => void) | null = null

  function take(next: Rows) {
    rows = next
    if (!isSameList(listed, next)) listed = next
  }

  function refresh() {
    const last = rows
    take(source.read(last))
    if (rows === last) return
    for (const id of rowChanged.keys()) if (rows.get(id) !== last.get(id)) rowChanged.emit(id)
    rowsChanged.emit()
  }

  // The source is subscribed to only while there are listeners, so that both can be garbage-collected together.
  function start() {
    if (leaveSource) return
    leaveSource = source.subscribe(refresh)
    take(source.read(rows))
  }

  function stop() {
    if (rowsChanged.hasListeners() || rowChanged.hasListeners()) return
    leaveSource?.()
    leaveSource = null
  }

  function current(): Rows {
    if (!leaveSource) take(source.read(rows))
    return rows
  }

  return {
    subscribe(listener) {
      const unsubscribe = rowsChanged.subscribe(listener)
      start()
      return () => {
        unsubscribe()
        stop()
      }
    },
    rows: current,
    listed() {
      current()
      return listed
    },
    subscribeRow(id, listener) {
      const unsubscribe = rowChanged.subscribe(id, listener)
      start()
      return () => {
        unsubscribe()
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
