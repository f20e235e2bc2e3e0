import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { enterGrid, type GridPlace, handleGridKey, type KeyboardRows, placeOf } from './grid-keyboard'

interface RovingFocus {
  /** Of the grid's element: in the Tab order while the focus is elsewhere. */
  tabIndex: 0 | -1
  onFocus: (event: FocusEvent<HTMLElement>) => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  onPointerDown: () => void
}

/**
 * Makes a grid one Tab stop. Its controls have a `tabIndex` of -1; the grid itself is in the Tab order and passes the focus
 * on to the control that had it last. While the focus is inside, the grid is out of the Tab order, so that Shift+Tab leaves.
 */
export function useRovingFocus(grid: { current: HTMLElement | null }, rows: KeyboardRows): RovingFocus {
  const [isInside, setIsInside] = useState(false)
  const last = useRef<GridPlace | null>(null)
  // A click beside the controls focuses the grid too, but must not scroll to a control.
  const isPointed = useRef(false)

  useEffect(() => {
    const end = new AbortController()
    const options = { capture: true, signal: end.signal }
    // A control that is removed with the focus sends no event, so the whole page is listened to.
    document.addEventListener(
      'focusin',
      ({ target }) => setIsInside(target instanceof Node && grid.current?.contains(target) === true),
      options,
    )
    document.addEventListener(
      'focusout',
      ({ relatedTarget, target }) => {
        if (relatedTarget === null && document.activeElement !== target) setIsInside(false)
      },
      options,
    )
    document.addEventListener('pointerup', () => (isPointed.current = false), options)
    document.addEventListener('pointercancel', () => (isPointed.current = false), options)
    return () => end.abort()
  }, [grid])

  return {
    tabIndex: isInside ? -1 : 0,
    onFocus({ target, currentTarget }) {
      if (target !== currentTarget) last.current = placeOf(target) ?? last.current
      else if (!isPointed.current) enterGrid(currentTarget, last.current, rows)
    },
    onKeyDown(event) {
      if (event.target === event.currentTarget && event.key.startsWith('Arrow')) {
        event.preventDefault()
        enterGrid(event.currentTarget, last.current, rows)
      } else handleGridKey(event, rows)
    },
    onPointerDown: () => {
      isPointed.current = true
    },
  }
}
