import type { KeyboardEvent } from 'react'
import type { Selection } from './selection-store'

/**
 * Handles the keys that select rows: Ctrl+A or ⌘A all of them, Shift with an arrow key those on the way. To be called after
 * the focus has moved.
 */
export function handleSelectionKey(event: KeyboardEvent<HTMLElement>, selection: Selection): void {
  const { target, key, ctrlKey, metaKey, shiftKey, altKey } = event
  if (!(target instanceof HTMLElement) || altKey || target.closest('[data-editor]')) return
  if ((ctrlKey || metaKey) && !shiftKey && key.toLowerCase() === 'a') {
    event.preventDefault()
    selection.selectListed()
  } else if (shiftKey && !ctrlKey && !metaKey && (key === 'ArrowDown' || key === 'ArrowUp')) {
    const [from, to] = [idAt(target), idAt(document.activeElement)]
    if (from !== undefined && to !== undefined && to !== from) selection.step(from, to)
  }
}

function idAt(element: Element | null): string | undefined {
  return element?.closest<HTMLElement>('[data-id]')?.dataset['id']
}
