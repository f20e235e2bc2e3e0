import { createEmitter, createKeyedEmitter } from '../../../lib/emitter'
import { componentOfRow, type PortRow } from './port-row'

/** The rows of one component by their ids, in the order in which its ports were added. */
export type Rows = ReadonlyMap<string, PortRow>

/** Merges the query cache and the pending changes into the rows of one component. */
export interface RowSource {
  /** The component's `service_id`. */
  component: string
  /** Calls `listener` after anything may have changed. Returns a function that ends the subscription. */
  subscribe: (listener: () => void) => () => void
  /**
   * Returns the present rows. `last` is what it returned before: an unchanged row must be the same object, and so must the
   * map when nothing changed.
   */
  read: (last: Rows) => Rows
}

/** The rows of any number of components. */
export interface RowStore {
  /** Calls `listener` after rows of a component have changed; with null after `set`. */
  subscribe: (listener: (component: string | null) => void) => () => void
  /** The components in the order of their sources: the same array until `set`. */
  components: () => readonly string[]
  /** None for a component without a source. */
  rows: (component: string) => Rows
  /**
   * The rows for sorting and filtering: the same object until a port or a gateway rule changes. Pending changes affect
   * neither.
   */
  listed: (component: string) => Rows
  subscribeRow: (id: string, listener: () => void) => () => void
  row: (id: string) => PortRow | undefined
  /** Replaces the sources. One that was there before is not read again. */
  set: (sources: readonly RowSource[]) => void
}

const noRows: Rows = new Map()

/** What is kept of one component: the last rows of its source. */
interface Shelf {
  source: RowSource
  rows: Rows
  listed: Rows
  leave: (() => void) | null
}

/**
 * Creates a store that emits by row, so that one change renders one row, whatever else is loaded. It keeps nothing of its
 * own but the last rows of its sources.
 */
export function createRowStore(...sources: readonly RowSource[]): RowStore {
  const rowsChanged = createEmitter<[string | null]>()
  const rowChanged = createKeyedEmitter<string>()
  let shelves = new Map<string, Shelf>()
  let components: readonly string[] = []
  let isStarted = false

  function take(shelf: Shelf) {
    shelf.rows = shelf.source.read(shelf.rows)
    if (!isSameList(shelf.listed, shelf.rows)) shelf.listed = shelf.rows
  }

  function refresh(shelf: Shelf) {
    const last = shelf.rows
    take(shelf)
    if (shelf.rows === last) return
    for (const id of changedIds(last, shelf.rows)) rowChanged.emit(id)
    rowsChanged.emit(shelf.source.component)
  }

  function watch(shelf: Shelf) {
    shelf.leave = shelf.source.subscribe(() => refresh(shelf))
    take(shelf)
  }

  // Sources are subscribed to only while there are listeners, so that both can be garbage-collected together.
  function start() {
    if (isStarted) return
    isStarted = true
    for (const shelf of shelves.values()) watch(shelf)
  }

  function stop() {
    if (rowsChanged.hasListeners() || rowChanged.hasListeners()) return
    isStarted = false
    for (const shelf of shelves.values()) leave(shelf)
  }

  function current(component: string): Shelf | undefined {
    const shelf = shelves.get(component)
    if (shelf && !isStarted) take(shelf)
    return shelf
  }

  function set(next: readonly RowSource[]) {
    const before = shelves
    shelves = new Map(next.map((source) => [source.component, shelfOf(source, before.get(source.component))]))
    components = [...shelves.keys()]
    for (const [component, shelf] of before) if (shelves.get(component) !== shelf) leave(shelf)
    if (!isStarted) return
    for (const shelf of shelves.values()) if (!shelf.leave) watch(shelf)
    for (const id of rowChanged.keys())
      if (shelves.get(componentOfRow(id)) !== before.get(componentOfRow(id))) rowChanged.emit(id)
    rowsChanged.emit(null)
  }

  set(sources)

  return {
    subscribe(listener) {
      const unsubscribe = rowsChanged.subscribe(listener)
      start()
      return () => {
        unsubscribe()
        stop()
      }
    },
    components: () => components,
    rows: (component) => current(component)?.rows ?? noRows,
    listed: (component) => current(component)?.listed ?? noRows,
    subscribeRow(id, listener) {
      const unsubscribe = rowChanged.subscribe(id, listener)
      start()
      return () => {
        unsubscribe()
        stop()
      }
    },
    row: (id) => current(componentOfRow(id))?.rows.get(id),
    set,
  }
}

/** The shelf that a source had before, or a new one with the rows that its predecessor had. */
function shelfOf(source: RowSource, last: Shelf | undefined): Shelf {
  if (last?.source === source) return last
  return { source, rows: last?.rows ?? noRows, listed: last?.listed ?? noRows, leave: null }
}

function leave(shelf: Shelf) {
  shelf.leave?.()
  shelf.leave = null
}

/** Returns the ids of the rows that came, went or changed. */
function changedIds(last: Rows, next: Rows): string[] {
  const changed: string[] = []
  let stayed = 0
  for (const [id, row] of next) {
    const other = last.get(id)
    if (other) stayed += 1
    if (other !== row) changed.push(id)
  }
  if (stayed < last.size) for (const id of last.keys()) if (!next.has(id)) changed.push(id)
  return changed
}

function isSameList(last: Rows, next: Rows): boolean {
  if (last.size !== next.size) return false
  const others = last.values()
  for (const row of next.values()) {
    const other = others.next().value
    if (other === row) continue
    if (other?.id !== row.id || other.port !== row.port || other.rules !== row.rules) return false
    if (other.place !== row.place) return false
  }
  return true
}
