import { grouped } from '../../../domain/collections/grouped'
import { createEmitter, createKeyedEmitter } from '../../../lib/emitter'
import { componentOfRow, isGroup } from '../rows/port-row'
import type { Rows, RowStore } from '../rows/row-store'

/** How many of some rows are selected. */
export type SelectedPart = 'none' | 'some' | 'all'

interface SelectionSummary {
  selected: number
  /** How many of the selected rows are not listed, because a filter leaves them out. */
  hidden: number
  /** How many listed rows can be selected, and how many of them are. */
  selectable: number
  listed: SelectedPart
}

/** The selected rows of a grid, by their ids. A row that can't be changed can't be selected. */
export interface Selection {
  /** Calls `listener` after the selection or the list has changed. */
  subscribe: (listener: () => void) => () => void
  subscribeRow: (id: string, listener: () => void) => () => void
  has: (id: string) => boolean
  /** The same set until the selection changes. */
  ids: () => ReadonlySet<string>
  /** The same object until something of it changes. */
  summary: () => SelectionSummary
  /** How many of the listed rows of a component are selected; null where none can be. */
  ofComponent: (component: string) => SelectedPart | null
  /** Sets which rows are listed, in order, groups included. */
  list: (ids: readonly string[]) => void
  toggle: (id: string) => void
  /**
   * Selects or deselects the rows between the one that was toggled last and this one, as that one is. A further call takes
   * back what the one before changed beyond. Toggles the row where none was toggled before.
   */
  extend: (id: string) => void
  /** Does the same for a step from one row to the next: the first one is selected where the range doesn't end in it. */
  step: (from: string, to: string) => void
  /** Selects all listed rows, or deselects them when all of them are selected. */
  toggleListed: () => void
  /** Does the same for those of one component. */
  toggleComponent: (component: string) => void
  selectListed: () => void
  clear: () => void
  /** Drops the rows of a component, or with null of each, that are gone or can't be changed any more. */
  dropGone: (component: string | null) => void
}

/** Where a range begins and ends, and the rows that it changed. */
interface RowRange {
  anchor: string
  end: string
  changed: readonly string[]
}

const nothing: ReadonlySet<string> = new Set()

/** Returns an empty selection among the rows of a store. */
export function createSelection(store: RowStore): Selection {
  const changed = createEmitter()
  const rowChanged = createKeyedEmitter<string>()
  let selected = nothing
  let listed: readonly string[] = []
  let range: RowRange | null = null
  let summary: SelectionSummary | null = null
  let isSummaryOld = true
  /** The selected ids of each component that has some, and the rows that it had when they were last looked at. */
  let looked = new Map<string, { ids: readonly string[]; rows: Rows | undefined }>()
  let lookedFor = selected
  /** The rows of each component as they were when they last changed. */
  const counted = new Map<string, Rows>()

  const canBeSelected = (id: string) => store.row(id)?.isTwice === false

  function update(next: ReadonlySet<string>) {
    const last = selected
    selected = next
    tell()
    for (const id of rowChanged.keys()) if (last.has(id) !== next.has(id)) rowChanged.emit(id)
  }

  function tell() {
    isSummaryOld = true
    changed.emit()
  }

  function set(ids: readonly string[], on: boolean) {
    const next = new Set(selected)
    for (const id of ids) {
      if (on) next.add(id)
      else next.delete(id)
    }
    update(next)
  }

  function toggle(id: string) {
    if (!canBeSelected(id)) return
    range = { anchor: id, end: id, changed: [] }
    set([id], !selected.has(id))
  }

  function extend(id: string) {
    const from = range ? listed.indexOf(range.anchor) : -1
    const to = listed.indexOf(id)
    if (!range || from === -1 || to === -1) {
      toggle(id)
      return
    }
    const { anchor, changed: before } = range
    const on = selected.has(anchor)
    const next = new Set(selected)
    for (const each of before) flip(next, each)
    const inRange = listed.slice(Math.min(from, to), Math.max(from, to) + 1)
    const differing = inRange.filter((each) => canBeSelected(each) && next.has(each) !== on)
    for (const each of differing) flip(next, each)
    range = { anchor, end: id, changed: differing }
    update(next)
  }

  function toggleAll(ids: readonly string[]) {
    range = null
    set(ids, !ids.every((id) => selected.has(id)))
  }

  function listedOf(component: string): string[] {
    // A group stands right above its rows; without groups they are anywhere.
    const at = listed.indexOf(component)
    const isOf = (id: string) => !isGroup(id) && componentOfRow(id) === component
    if (at === -1) return listed.filter((id) => isOf(id) && canBeSelected(id))
    const end = listed.findIndex((id, index) => index > at && isGroup(id))
    return listed.slice(at + 1, end === -1 ? undefined : end).filter(canBeSelected)
  }

  /** Counting all rows again is due only where one came or went, or can be selected now and couldn't before. */
  function noteRows(component: string, rows: Rows) {
    const last = counted.get(component)
    counted.set(component, rows)
    if (!last || !isAsSelectable(last, rows)) isSummaryOld = true
  }

  function goneOf(component: string, rows: Rows): string[] {
    const look = looked.get(component)
    if (!look || look.rows === rows) return []
    look.rows = rows
    return look.ids.filter((id) => !canBeSelected(id))
  }

  function summarize(): SelectionSummary {
    const rows = listed.filter(canBeSelected)
    const shown = rows.reduce((count, id) => count + Number(selected.has(id)), 0)
    const next = {
      selected: selected.size,
      hidden: selected.size - shown,
      selectable: rows.length,
      listed: partOf(shown, rows.length),
    }
    return summary && isSame(summary, next) ? summary : next
  }

  return {
    subscribe: changed.subscribe,
    subscribeRow: rowChanged.subscribe,
    has: (id) => selected.has(id),
    ids: () => selected,
    summary() {
      if (isSummaryOld || !summary) summary = summarize()
      isSummaryOld = false
      return summary
    },
    ofComponent(component) {
      const rows = listedOf(component)
      return rows.length === 0 ? null : partOf(rows.filter((id) => selected.has(id)).length, rows.length)
    },
    list(ids) {
      if (ids === listed) return
      listed = ids
      tell()
    },
    toggle,
    extend,
    step(from, to) {
      if (range?.end !== from && canBeSelected(from)) {
        range = { anchor: from, end: from, changed: [] }
        if (!selected.has(from)) set([from], true)
      }
      extend(to)
    },
    toggleListed: () => toggleAll(listed.filter(canBeSelected)),
    toggleComponent: (component) => toggleAll(listedOf(component)),
    selectListed() {
      range = null
      set(listed.filter(canBeSelected), true)
    },
    clear() {
      range = null
      if (selected.size > 0) update(nothing)
    },
    dropGone(component) {
      if (lookedFor !== selected) {
        const byComponent = [...grouped(selected, componentOfRow)]
        looked = new Map(byComponent.map(([id, ids]) => [id, { ids, rows: looked.get(id)?.rows }]))
        lookedFor = selected
      }
      if (component === null) {
        counted.clear()
        isSummaryOld = true
      }
      const gone = (component === null ? [...looked.keys()] : [component]).flatMap((one) => {
        const rows = store.listed(one)
        noteRows(one, rows)
        return goneOf(one, rows)
      })
      if (gone.length > 0) set(gone, false)
    },
  }
}

function isAsSelectable(last: Rows, next: Rows): boolean {
  if (last === next) return true
  if (last.size !== next.size) return false
  for (const [id, row] of next) if (last.get(id)?.isTwice !== row.isTwice) return false
  return true
}

function flip(ids: Set<string>, id: string) {
  if (!ids.delete(id)) ids.add(id)
}

function isSame(last: SelectionSummary, next: SelectionSummary): boolean {
  return (
    last.selected === next.selected &&
    last.hidden === next.hidden &&
    last.selectable === next.selectable &&
    last.listed === next.listed
  )
}

function partOf(count: number, all: number): SelectedPart {
  if (count === 0) return 'none'
  return count === all ? 'all' : 'some'
}
