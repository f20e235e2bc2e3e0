import type { KeyboardEvent } from 'react'

const controls = 'input, select, button, a[href]'

/** The rows of a grid, not all of which are in the document. */
export interface KeyboardRows {
  ids: readonly string[]
  /** Renders a row before it returns. */
  reveal: (id: string) => void
  /** Dismisses what a row tells of a refused change, else the selection. */
  dismiss: (id: string) => void
}

/** A control by its place in the grid. */
export interface GridPlace {
  /** The row; null for the header. */
  id: string | null
  /** The index of its cell in the row, and of the control in the cell. */
  cell: number
  control: number
}

/**
 * Handles the keys of a grid. Arrow keys, Home and End (with Ctrl: in the first and the last row) and Page keys move the
 * focus between its controls; Enter turns a switch, F2 opens the field of a cell, Escape dismisses the note about a refusal,
 * else the selection. An open field has its keys for itself.
 */
export function handleGridKey(event: KeyboardEvent<HTMLElement>, rows: KeyboardRows): void {
  const { target, key, currentTarget: grid } = event
  if (!(target instanceof HTMLElement) || event.defaultPrevented || event.altKey || event.metaKey) return
  if (target.closest('[data-editor]')) return
  if (key === 'Escape') {
    rows.dismiss(rowOf(target)?.dataset['id'] ?? '')
    return
  }
  const pressed = pressedBy(key, target)
  const next = pressed ? null : nextControl(grid, target, event.ctrlKey ? `Ctrl+${key}` : key, rows)
  if (!pressed && !next) return
  event.preventDefault()
  if (pressed) pressed.click()
  else next?.focus()
}

/** Returns what a key presses in the place of the focused control: a switch by Enter, the button of a field by F2. */
function pressedBy(key: string, target: HTMLElement): HTMLElement | null {
  if (key === 'Enter') return target.matches('[role="switch"]') ? target : null
  if (key === 'F2') return cellOf(target)?.querySelector<HTMLElement>('[data-edit]') ?? null
  return null
}

/** Returns the place of a control of the grid; null for anything else. */
export function placeOf(target: HTMLElement): GridPlace | null {
  const row = rowOf(target)
  const cell = cellOf(target)
  if (!row || !cell) return null
  return {
    id: row.dataset['id'] ?? null,
    cell: [...row.children].indexOf(cell),
    control: controlsOf(cell).indexOf(target),
  }
}

/** Focuses the control at a place, or the first one of the first row where that is gone. */
export function enterGrid(grid: HTMLElement, place: GridPlace | null, rows: KeyboardRows): void {
  const at = place?.id == null ? -1 : rows.ids.indexOf(place.id)
  const row = rowAt(grid, Math.max(at, 0), rows)
  const cell = at === -1 || !place ? undefined : row?.children[place.cell]
  const known = cell && place ? (controlsOf(cell)[place.control] ?? controlsOf(cell)[0]) : undefined
  const control = known ?? (row && firstControl(row))
  control?.focus()
}

function nextControl(
  grid: HTMLElement,
  from: HTMLElement,
  key: string,
  rows: KeyboardRows,
): HTMLElement | undefined {
  const row = rowOf(from)
  if (!row) return undefined
  const own = controlsOf(row)
  const column = own.indexOf(from)
  const at = rows.ids.indexOf(row.dataset['id'] ?? '')
  const last = rows.ids.length - 1
  const inRow = (index: number) => sameColumn(rowAt(grid, index, rows), from)
  switch (key) {
    case 'ArrowRight':
      return own[column + 1]
    case 'ArrowLeft':
      return own[column - 1]
    case 'Home':
      return firstControl(row)
    case 'End':
      return own.at(-1)
    case 'ArrowDown':
      return inRow(at + 1)
    case 'ArrowUp':
      return at === -1 ? undefined : inRow(at - 1)
    case 'PageDown':
      return inRow(Math.min(at + pageOf(row), last))
    case 'PageUp':
      return inRow(Math.max(at - pageOf(row), 0))
    case 'Ctrl+Home':
      return inRow(0)
    case 'Ctrl+End':
      return inRow(last)
    default:
      return undefined
  }
}

/** How many rows are about a screenful. */
function pageOf(row: HTMLElement): number {
  return Math.max(1, Math.floor((window.innerHeight * 0.75) / Math.max(1, row.offsetHeight)))
}

const rowOf = (target: HTMLElement) => target.closest<HTMLElement>('[role="row"]')

const cellOf = (target: HTMLElement) =>
  target.closest<HTMLElement>('[role="gridcell"], [role="columnheader"], [role="rowheader"]')

/** Returns the row at an index, the header for -1. */
function rowAt(grid: HTMLElement, index: number, { ids, reveal }: KeyboardRows): Element | undefined {
  if (index === -1) return grid.querySelector('[role="row"]') ?? undefined
  const id = ids[index]
  if (id === undefined) return undefined
  const find = () =>
    [...grid.querySelectorAll<HTMLElement>('[data-id]')].find((row) => row.dataset['id'] === id)
  const known = find()
  if (known) return known
  reveal(id)
  return find()
}

function controlsOf(part: Element): HTMLElement[] {
  return [...part.querySelectorAll<HTMLElement>(controls)]
}

/** What has the focus first: not what selects the row. */
function firstControl(row: Element): HTMLElement | undefined {
  const all = controlsOf(row)
  return all.find((control) => !isSelecting(control)) ?? all[0]
}

const isSelecting = (control: HTMLElement) => control.matches('[data-select]')

// The control in the same column, else the nearest one before it: an address is a link in some rows only.
function sameColumn(row: Element | undefined, from: HTMLElement): HTMLElement | undefined {
  if (!row) return undefined
  const cell = cellOf(from)
  const column = [...(cell?.parentElement?.children ?? [])].findIndex((sibling) => sibling === cell)
  for (let at = column; at >= 0; at--) {
    const control = row.children[at]?.querySelector<HTMLElement>(controls)
    if (control && isSelecting(control) === isSelecting(from)) return control
  }
  return firstControl(row)
}
