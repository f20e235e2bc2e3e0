/** How long after a press the next one may be its second half, in milliseconds, as systems have it by default. */
const doubleClickMs = 500
/** How far apart, in pixels, the halves of a double-click may be. */
const sameSpotPx = 8

interface Press {
  at: number
  x: number
  y: number
  /** The id of the row that was pressed; null outside of the grid. */
  row: string | null
}

/**
 * Keeps the second half of a double-click from another row than the first: what came under a pointer that stands still
 * was not meant. Hears every click of the page until the function that it gives is called.
 */
export function guardDoubleClicks(): () => void {
  let last: Press | null = null

  function handleClick(event: MouseEvent) {
    // A click without a pointer: from a key, or from code.
    if (event.detail === 0) return
    const row = rowOf(event.target)
    const press = { at: event.timeStamp, x: event.clientX, y: event.clientY, row }
    const isSecond = last !== null && isNear(last, press) && press.at - last.at <= doubleClickMs
    if (isSecond && row !== null && last?.row !== row) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
    last = press
  }

  // Who went away in between and came back has seen what is there now.
  function handleMove({ clientX: x, clientY: y }: PointerEvent) {
    if (last !== null && !isNear(last, { x, y })) last = null
  }

  document.addEventListener('click', handleClick, true)
  document.addEventListener('pointermove', handleMove, true)
  return () => {
    document.removeEventListener('click', handleClick, true)
    document.removeEventListener('pointermove', handleMove, true)
  }
}

function rowOf(target: EventTarget | null): string | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[role="grid"] [data-id]') : null
  return row?.dataset['id'] ?? null
}

function isNear(last: Press, { x, y }: Pick<Press, 'x' | 'y'>): boolean {
  return Math.abs(x - last.x) <= sameSpotPx && Math.abs(y - last.y) <= sameSpotPx
}
