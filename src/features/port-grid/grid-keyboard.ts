import type { KeyboardEvent } from 'react'

const controls = 'input, select, button, a[href]'
const textInputs = 'input:not([type="checkbox"]), select, textarea'

/**
 * Moves the focus among the controls of a grid by the arrow keys, Home and End (with Ctrl: first and last row), and
 * lets Enter turn a switch. Every control also keeps its place in the order of Tab.
 */
export function handleGridKey(event: KeyboardEvent<HTMLElement>): void {
  const { target } = event
  if (!(target instanceof HTMLElement) || target.matches(textInputs) || event.altKey || event.metaKey) return
  if (event.key === 'Enter' && target.matches('[role="switch"]')) {
    event.preventDefault()
    target.click()
    return
  }
  const next = nextControl(event.currentTarget, target, event.key, event.ctrlKey)
  if (!next) return
  event.preventDefault()
  next.focus()
  next.scrollIntoView({ block: 'nearest' })
}

function nextControl(
  grid: HTMLElement,
  from: HTMLElement,
  key: string,
  ctrl: boolean,
): HTMLElement | undefined {
  const row = from.closest('[role="row"]')
  if (!row) return undefined
  const own = controlsOf(row)
  const column = own.indexOf(from)
  switch (key) {
    case 'ArrowRight':
      return own[column + 1]
    case 'ArrowLeft':
      return own[column - 1]
    case 'ArrowDown':
      return sameCell(rowBeside(grid, row, 1), from)
    case 'ArrowUp':
      return sameCell(rowBeside(grid, row, -1), from)
    case 'Home':
      return ctrl ? sameCell(rowsOf(grid)[1], from) : own[0]
    case 'End':
      return ctrl ? sameCell(rowsOf(grid).at(-1), from) : own.at(-1)
    default:
      return undefined
  }
}

// In the order that is seen: a window keeps the focused row in the document wherever it is scrolled to.
function rowsOf(grid: HTMLElement): Element[] {
  const index = (row: Element) => Number(row.getAttribute('aria-rowindex') ?? 0)
  return [...grid.querySelectorAll('[role="row"]')].sort((a, b) => index(a) - index(b))
}

function rowBeside(grid: HTMLElement, row: Element, step: 1 | -1): Element | undefined {
  const rows = rowsOf(grid)
  return rows[rows.indexOf(row) + step]
}

function controlsOf(row: Element): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>(controls)]
}

// The control in the same column, else the nearest one before it (an address is a link in some rows only).
function sameCell(row: Element | undefined, from: HTMLElement): HTMLElement | undefined {
  if (!row) return undefined
  const cell = from.closest('[role="gridcell"], [role="columnheader"]')
  const column = [...(cell?.parentElement?.children ?? [])].findIndex((sibling) => sibling === cell)
  for (let at = column; at >= 0; at--) {
    const control = row.children[at]?.querySelector<HTMLElement>(controls)
    if (control) return control
  }
  return controlsOf(row)[0]
}
