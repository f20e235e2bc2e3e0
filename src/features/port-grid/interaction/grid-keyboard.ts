import type { KeyboardEvent } from 'react'

const controls = 'input, select, button, a[href]'
const textInputs = 'input:not([type="checkbox"]), textarea'

/** The rows of a grid, not all of which are in the document. */
export interface KeyboardRows {
  ids: readonly string[]
  /** Renders a row before it returns. */
  reveal: (id: string) => void
}

/**
 * Moves the focus between the controls of a grid by the arrow keys, Home and End (with Ctrl: first and last row), and
 * toggles a switch by Enter. Every control also stays in the tab order. A select ignores arrow keys until it is opened by
 * Enter, Space, F2 or Alt and an arrow.
 */
export function handleGridKey(event: KeyboardEvent<HTMLElement>, rows: KeyboardRows): void {
  const { target, key } = event
  if (!(target instanceof HTMLElement) || target.matches(textInputs) || event.altKey || event.metaKey) return
  if (event.defaultPrevented) return
  if (target instanceof HTMLSelectElement && !handleSelectKey(event, target)) return
  if (key === 'Enter' && target.matches('[role="switch"]')) {
    event.preventDefault()
    target.click()
    return
  }
  const next = nextControl(event.currentTarget, target, event.ctrlKey ? `Ctrl+${key}` : key, rows)
  if (!next) return
  event.preventDefault()
  next.focus()
}

const choosingKeys: readonly string[] = [
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]

/**
 * Keeps arrow keys from changing a closed select, and opens it by Enter and F2; the browser opens it by the other keys.
 * Returns whether the grid handles the key.
 */
function handleSelectKey(event: KeyboardEvent<HTMLElement>, select: HTMLSelectElement): boolean {
  if (isOpen(select)) return false
  if (event.key === 'Enter' || event.key === 'F2') {
    event.preventDefault()
    select.showPicker()
    return false
  }
  if (!choosingKeys.includes(event.key)) return false
  event.preventDefault()
  return true
}

/** A browser that doesn't tell keeps the keys of its open list to itself. */
function isOpen(select: HTMLSelectElement): boolean {
  return CSS.supports('selector(:open)') && select.matches(':open')
}

function nextControl(
  grid: HTMLElement,
  from: HTMLElement,
  key: string,
  rows: KeyboardRows,
): HTMLElement | undefined {
  const row = from.closest<HTMLElement>('[role="row"]')
  if (!row) return undefined
  const own = controlsOf(row)
  const column = own.indexOf(from)
  const at = rows.ids.indexOf(row.dataset['id'] ?? '')
  const inRow = (index: number) => sameColumn(rowAt(grid, index, rows), from)
  switch (key) {
    case 'ArrowRight':
      return own[column + 1]
    case 'ArrowLeft':
      return own[column - 1]
    case 'Home':
      return own[0]
    case 'End':
      return own.at(-1)
    case 'ArrowDown':
      return inRow(at + 1)
    case 'ArrowUp':
      return at === -1 ? undefined : inRow(at - 1)
    case 'Ctrl+Home':
      return inRow(0)
    case 'Ctrl+End':
      return inRow(rows.ids.length - 1)
    default:
      return undefined
  }
}

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

function controlsOf(row: Element): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>(controls)]
}

// The control in the same column, else the nearest one before it: an address is a link in some rows only.
function sameColumn(row: Element | undefined, from: HTMLElement): HTMLElement | undefined {
  if (!row) return undefined
  const cell = from.closest('[role="gridcell"], [role="columnheader"]')
  const column = [...(cell?.parentElement?.children ?? [])].findIndex((sibling) => sibling === cell)
  for (let at = column; at >= 0; at--) {
    const control = row.children[at]?.querySelector<HTMLElement>(controls)
    if (control) return control
  }
  return controlsOf(row)[0]
}
